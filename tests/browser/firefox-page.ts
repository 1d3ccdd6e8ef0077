import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { elementId, type ElementReference, type Marionette } from './marionette.ts';

/** Where elements of a role may be; their names are then Firefox's own, as a screen reader gets them. */
const PLACES = {
  button: 'button, summary, [role=button]',
  link: 'a[href]',
  checkbox: 'input[type=checkbox]',
  textbox: 'input, textarea',
  alert: '[role=alert]',
  heading: 'h1, h2, h3',
};

export type Role = keyof typeof PLACES;

const LIMIT = 20_000;

/** The page that Firefox shows, driven as a player would: by role and name. */
export class FirefoxPage {
  readonly #marionette: Marionette;

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  async goto(url: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url });
  }

  /** Runs the body of a function in the page; `args` holds what is given. */
  async evaluate(body: string, ...args: unknown[]): Promise<unknown> {
    return this.#marionette.execute(body, args);
  }

  /** Waits until the body of a function returns something true, and returns that. */
  async waitFor(body: string, ...args: unknown[]): Promise<unknown> {
    return until(`\`${body}\` is true`, () => this.evaluate(body, ...args));
  }

  async click(role: Role, name: string): Promise<void> {
    const id = await this.find(role, name);
    try {
      await this.#marionette.send('WebDriver:ElementClick', { id });
    } catch (thrown) {
      // The page has drawn itself anew between looking and clicking: a player clicks what is there then.
      if (!String(thrown).includes('stale element reference')) throw thrown;
      await this.click(role, name);
    }
  }

  async type(role: Role, name: string, text: string): Promise<void> {
    const id = await this.find(role, name);
    await this.#marionette.send('WebDriver:ElementSendKeys', { id, text });
  }

  /** Of the one field of the page for a file: Firefox names it after what is chosen, too. */
  async chooseFile(path: string): Promise<void> {
    const file = { using: 'css selector', value: 'input[type=file]' };
    const id = await until('there is a field for a file', async () => {
      const found = await this.#marionette.send('WebDriver:FindElements', file);
      const [element] = found as ElementReference[];
      return element && elementId(element);
    });
    await this.#marionette.send('WebDriver:ElementSendKeys', { id, text: path });
  }

  async screenshot(file: string): Promise<void> {
    const { value } = (await this.#marionette.send('WebDriver:TakeScreenshot', {
      full: false,
    })) as { value: string };
    writeFileSync(file, Buffer.from(value, 'base64'));
  }

  /** Waits for an element, and returns its WebDriver id. */
  async find(role: Role, name: string): Promise<string> {
    return until(`there is a ${role} named "${name}"`, async () => {
      const found = await this.#marionette.send('WebDriver:FindElements', {
        using: 'css selector',
        value: PLACES[role],
      });
      for (const element of found as ElementReference[]) {
        const id = elementId(element);
        const label = await this.#marionette.send('WebDriver:GetComputedLabel', { id });
        if ((label as { value: string }).value === name) return id;
      }
      return undefined;
    });
  }
}

/** Tries again until there is a true value; a page that is being replaced may fail meanwhile. */
async function until<Value>(
  wish: string,
  attempt: () => Promise<Value>,
): Promise<NonNullable<Value>> {
  let failure = '';
  for (const start = Date.now(); Date.now() - start < LIMIT; await sleep(50)) {
    try {
      const value = await attempt();
      if (value) return value;
    } catch (error) {
      failure = ` (${String(error)})`;
    }
  }
  throw new Error(`Waited ${LIMIT / 1000} s in Firefox until ${wish}${failure}`);
}
