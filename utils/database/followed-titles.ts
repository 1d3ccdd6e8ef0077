import type { LibraryTitle } from '../domain/library/title';
import { ChangedKeys, keysOf } from './changed-keys';
import type { LibraryDatabase } from './database';

/** Titles as they are stored: those that can be read, and how many cannot. */
export interface ReadTitles {
  titles: LibraryTitle[];
  unreadable: number;
}

/**
 * All titles, last played first: read whole once, and then those that changed. A sync changes one of 18,516 several
 * times a second, and reading all of them takes longer than that.
 */
export class FollowedTitles {
  readonly #changed: ChangedKeys;
  #titles = new Map<string, LibraryTitle>();
  #library: LibraryDatabase | undefined;

  constructor(database: string) {
    this.#changed = new ChangedKeys(database, 'titles');
  }

  read(library: LibraryDatabase): Promise<ReadTitles> {
    return library.transaction('r', library.titles, async () => {
      // Counting all of them is also what has this be read again when any of them changes.
      const count = await library.titles.count();
      // Not before: whoever follows a query may hear of a change sooner than who notes it.
      const { unread } = this.#changed;
      const keys = library === this.#library ? keysOf(unread) : null;
      if (keys === null) await this.#readAll(library);
      else await this.#readAgain(library, keys);
      this.#changed.wereRead(unread);
      return { titles: [...this.#titles.values()], unreadable: count - this.#titles.size };
    });
  }

  stop(): void {
    this.#changed.stop();
  }

  async #readAll(library: LibraryDatabase): Promise<void> {
    const titles = await library.titles.orderBy('lastPlayedAt').reverse().toArray();
    this.#titles = new Map(titles.map((title) => [title.npCommunicationId, title]));
    this.#library = library;
  }

  async #readAgain(library: LibraryDatabase, keys: string[]): Promise<void> {
    const read = await library.titles.bulkGet(keys);
    const titles = new Map(this.#titles);
    for (const [at, key] of keys.entries()) {
      const title = read[at];
      if (title === undefined) titles.delete(key);
      else titles.set(key, title);
    }
    this.#titles = new Map([...titles].sort(([, one], [, other]) => lastPlayedFirst(one, other)));
  }
}

/** As the index has it, from its end. */
function lastPlayedFirst(one: LibraryTitle, other: LibraryTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? 1 : -1;
}
