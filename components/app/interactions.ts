/** How long, in milliseconds, anything waits for a frame: a page that nobody sees gets none. */
const LONGEST = 200;

/** What the player does that a page answers with another picture. */
const KINDS = ['keydown', 'pointerdown', 'input', 'change', 'click'];

/** Ends what was begun. */
type Undo = () => void;

/** Whether what the player did last can be seen yet: nothing else may come between a key and its frame. */
export class Interactions {
  readonly #frame: (shown: () => void) => void;
  readonly #waiting = new Set<() => void>();
  /** Of those that are not in a frame yet the latest; 0 where all are. */
  #latest = 0;
  #count = 0;

  /** @param frame calls back once the next frame is on its way to the screen */
  constructor(target: EventTarget, frame = afterFrame) {
    this.#frame = frame;
    for (const kind of KINDS) {
      target.addEventListener(kind, () => this.#begin(), { capture: true, passive: true });
    }
  }

  /** The player has done something that is not in a frame yet. */
  get areAwaited(): boolean {
    return this.#latest !== 0;
  }

  /** Does the work at once, or where the player waits for a frame after it. */
  whenShown(work: () => void): Undo {
    if (!this.areAwaited) {
      work();
      return () => undefined;
    }
    const once = (): void => {
      undo();
      work();
    };
    const limit = setTimeout(once, LONGEST);
    const undo = (): void => {
      clearTimeout(limit);
      this.#waiting.delete(once);
    };
    this.#waiting.add(once);
    return undo;
  }

  #begin(): void {
    const mine = ++this.#count;
    this.#latest = mine;
    this.#frame(() => this.#show(mine));
  }

  #show(shown: number): void {
    // Another key came meanwhile.
    if (shown !== this.#latest) return;
    this.#latest = 0;
    for (const work of [...this.#waiting]) work();
  }
}

/** The task after a frame runs when the frame is on its way to the screen. */
function afterFrame(shown: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      shown();
    };
    port2.postMessage(null);
  });
}

/** Does the work once what has just been drawn can be seen, or soon after where nobody sees the page. */
export function whenPainted(work: () => void): Undo {
  let isOver = false;
  const once = (): void => {
    if (isOver) return;
    undo();
    work();
  };
  const limit = setTimeout(once, LONGEST);
  const undo = (): void => {
    isOver = true;
    clearTimeout(limit);
  };
  afterFrame(once);
  return undo;
}

/** Resolves once what has just been drawn is seen, and nothing else waits: the screen itself takes its time. */
export function atRest(): Promise<unknown> {
  return new Promise((resolve) => {
    whenPainted(() => void requestIdleCallback(resolve, { timeout: LONGEST }));
  });
}

export const interactions = new Interactions(window);
