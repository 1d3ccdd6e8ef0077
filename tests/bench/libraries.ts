import { type ConnectedBrowser, connectedBrowser } from './connected-browser.ts';
import { heapOfWorker } from './heap-used.ts';
import { firefoxWith } from './library-firefox.ts';
import type { Tab } from './tab.ts';

/** A browser whose player has connected and has the lists of all games. Its sync is stopped, and nothing else is open. */
export interface Library {
  games: number;
  tab: Tab;
  addressOf: (path: string) => string;
  close: () => Promise<void>;
}

export interface LibraryInChromium extends ConnectedBrowser, Library {
  /** Megabytes in use of the worker that has just read the lists. */
  workerHeap: number;
}

interface Kinds {
  chromium: LibraryInChromium;
  firefox: Library;
}

const START: { [Kind in keyof Kinds]: (games: number) => Promise<Kinds[Kind]> } = {
  chromium: async (games) => {
    const browser = await connectedBrowser('largest', { games, isListed: true });
    return { ...browser, games, workerHeap: await heapOfWorker(browser.chromium) };
  },
  firefox: firefoxWith,
};

/** Browsers that rows share: started when the first row wants one, and of one kind at a time. */
export class Libraries {
  #kind: keyof Kinds = 'chromium';
  readonly #open = new Map<number, Library>();

  /** In the order of their sizes. */
  async in<Kind extends keyof Kinds>(kind: Kind, sizes: readonly number[]): Promise<Kinds[Kind][]> {
    if (kind !== this.#kind) await this.close();
    this.#kind = kind;
    const missing = sizes.filter((games) => !this.#open.has(games));
    const starts = await Promise.allSettled(missing.map((games) => START[kind](games)));
    for (const each of starts) {
      if (each.status === 'fulfilled') this.#open.set(each.value.games, each.value);
    }
    const failed = starts.find((each) => each.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return sizes.map((games) => this.#open.get(games) as Kinds[Kind]);
  }

  async close(): Promise<void> {
    const browsers = [...this.#open.values()];
    this.#open.clear();
    for (const browser of browsers) await browser.close();
  }
}
