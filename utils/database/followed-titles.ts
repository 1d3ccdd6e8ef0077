import { withChange } from '../domain/library/list-change';
import type { LibraryTitle } from '../domain/library/title';
import { ChangedKeys, keysOf } from './changed-keys';
import type { LibraryDatabase } from './database';

/** Titles as they are stored: those that can be read, and how many cannot. */
export interface ReadTitles {
  titles: readonly LibraryTitle[];
  unreadable: number;
}

/** What one reading found. The count is null where it cannot be another one. */
interface Found {
  gone: LibraryTitle[];
  come: LibraryTitle[];
  count: number | null;
}

/**
 * All titles, last played first: read whole once, and then those that changed. A sync changes one of 18,516 several
 * times a second, and reading all of them, or even counting them, takes longer than that.
 */
export class FollowedTitles {
  readonly #changed: ChangedKeys;
  /** By id, and as the index has them. */
  readonly #byId = new Map<string, LibraryTitle>();
  #titles: readonly LibraryTitle[] = [];
  #unreadable = 0;
  #library: LibraryDatabase | undefined;
  #begun = 0;
  #latest = 0;

  constructor(database: string) {
    this.#changed = new ChangedKeys(database, 'titles');
  }

  read(library: LibraryDatabase): Promise<ReadTitles> {
    const number = ++this.#begun;
    return library.transaction('r', library.titles, async () => {
      // Beginning to go through them is what has this be read again when any of them changes.
      await library.titles.toCollection().limit(1).eachPrimaryKey(ignored);
      // Not before: whoever follows a query may hear of a change sooner than who notes it.
      const { unread } = this.#changed;
      const keys = library === this.#library ? keysOf(unread) : null;
      const found = keys === null ? await this.#all(library) : await this.#some(library, keys);
      // One that began later has read all of this too, and later.
      if (number > this.#latest) {
        this.#latest = number;
        this.#library = library;
        this.#take(found);
        this.#changed.wereRead(unread);
      }
      return { titles: this.#titles, unreadable: this.#unreadable };
    });
  }

  stop(): void {
    this.#changed.stop();
  }

  async #all(library: LibraryDatabase): Promise<Found> {
    const come = await library.titles.orderBy('lastPlayedAt').reverse().toArray();
    const count = await library.titles.count();
    return { gone: [...this.#titles], come, count };
  }

  async #some(library: LibraryDatabase, keys: string[]): Promise<Found> {
    const read = await library.titles.bulkGet(keys);
    const come = read.filter((title) => title !== undefined);
    const gone = this.#known(keys);
    const isOneForOne = gone.length === keys.length && come.length === keys.length;
    const count = isOneForOne ? null : await library.titles.count();
    // Another reading may have come to its end meanwhile.
    return { gone: this.#known(keys), come, count };
  }

  #known(keys: string[]): LibraryTitle[] {
    return keys.flatMap((key) => this.#byId.get(key) ?? []);
  }

  #take({ gone, come, count }: Found): void {
    for (const { npCommunicationId } of gone) this.#byId.delete(npCommunicationId);
    for (const title of come) this.#byId.set(title.npCommunicationId, title);
    this.#titles =
      gone.length === this.#titles.length
        ? come.sort(lastPlayedFirst)
        : withChange(this.#titles, { gone: new Set(gone), come: new Set(come) }, lastPlayedFirst);
    if (count !== null) this.#unreadable = count - this.#titles.length;
  }
}

function ignored(): void {
  // The key itself is of no use.
}

/** As the index has it, from its end. */
function lastPlayedFirst(one: LibraryTitle, other: LibraryTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? 1 : -1;
}
