import { connect, type Socket } from 'node:net';

/** The key under which WebDriver hands over a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export type ElementReference = Record<typeof ELEMENT, string>;

/** The two worlds in which Firefox runs scripts for us: the page's, and the browser's own. */
export type Context = 'content' | 'chrome';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Marionette, Firefox's own WebDriver socket: each message is its length, a colon and JSON,
 * `[0, id, command, parameters]` out and `[1, id, error, result]` back.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => this.#endWith(new Error('Firefox closed the connection.')));
    socket.on('error', (error) => this.#endWith(error));
  }

  /** Connects to a Firefox that listens on a port of this machine, and starts a session. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('data', () => resolve()); // the greeting
      socket.once('error', reject);
    });
    const marionette = new Marionette(socket);
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    return marionette;
  }

  /** Sends one command and waits for its answer. */
  async send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error('Firefox has ended.'));
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  /** Runs the body of a function, asynchronous ones too, in the page or in the browser itself. */
  async execute(
    body: string,
    args: unknown[] = [],
    context: Context = 'content',
  ): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      (async (...args) => { ${body} })(...[...arguments].slice(0, -1))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    await this.send('Marionette:SetContext', { value: context });
    try {
      const answer = await this.send('WebDriver:ExecuteAsyncScript', {
        script,
        args,
        sandbox: context === 'chrome' ? 'system' : null,
        newSandbox: false,
        scriptTimeout: 30_000,
      });
      const { value, error } = (answer as { value: { value?: unknown; error?: string } }).value;
      if (error !== undefined) throw new Error(error);
      return value;
    } finally {
      if (context === 'chrome') await this.send('Marionette:SetContext', { value: 'content' });
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || this.#received.length < end) return;
      this.#answer(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
    }
  }

  #answer(message: string): void {
    const [, id, error, result] = JSON.parse(message) as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #endWith(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The WebDriver id of an element that a script returned. */
export function elementId(reference: ElementReference): string {
  return reference[ELEMENT];
}
