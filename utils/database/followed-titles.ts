import { withChange } from '../domain/library/list-change';
import { isSameRow } from '../domain/library/same-row';
import type { LibraryTitle } from '../domain/library/title';
import type { LibraryDatabase } from './database';
import { sameList, type RowsReading } from './followed-rows';
import { lastPlayedFirst } from './last-played-first';

/** Titles as they are stored: those that can be read, and how many cannot. */
export interface ReadTitles {
  titles: readonly LibraryTitle[];
  unreadable: number;
}

/**
 * All titles, last played first: read whole once, and then those that changed. A sync changes one of 18,516 several
 * times a second, and reading all of them, or even counting them, takes longer than that. What says the same as before
 * is the same object as before: whoever draws them goes by that.
 */
export class TitlesReading implements RowsReading<ReadTitles> {
  readonly #library: LibraryDatabase;
  /** By id, and as the index has them. */
  readonly #byId = new Map<string, LibraryTitle>();
  #titles: readonly LibraryTitle[] = [];
  #unreadable = 0;

  /** @param before as somebody has read them already */
  constructor(library: LibraryDatabase, before: readonly LibraryTitle[] = []) {
    this.#library = library;
    this.#titles = before;
    for (const title of before) this.#byId.set(title.npCommunicationId, title);
  }

  all(): Promise<ReadTitles> {
    const { titles } = this.#library;
    return this.#library.transaction('r', titles, async () => {
      const read = await titles.orderBy('lastPlayedAt').reverse().toArray();
      this.#titles = sameList(
        this.#titles,
        read.map((title) => this.#asBefore(title)),
      );
      this.#byId.clear();
      for (const title of this.#titles) this.#byId.set(title.npCommunicationId, title);
      return this.#read(await titles.count());
    });
  }

  some(keys: readonly string[]): Promise<ReadTitles> {
    const { titles } = this.#library;
    return this.#library.transaction('r', titles, async () => {
      const read = await titles.bulkGet([...keys]);
      const come = read.flatMap((title) => (title === undefined ? [] : this.#asBefore(title)));
      const gone = keys.flatMap((key) => this.#byId.get(key) ?? []);
      this.#replace(gone, come);
      const isOneForOne = gone.length === keys.length && come.length === keys.length;
      return this.#read(isOneForOne ? null : await titles.count());
    });
  }

  #asBefore(title: LibraryTitle): LibraryTitle {
    const before = this.#byId.get(title.npCommunicationId);
    // Either way: of a mark that was taken back the row has no field any more.
    const isSame = before !== undefined && isSameRow(before, title) && isSameRow(title, before);
    return isSame ? before : title;
  }

  #replace(before: readonly LibraryTitle[], now: readonly LibraryTitle[]): void {
    const gone = before.filter((title) => !now.includes(title));
    const come = now.filter((title) => !before.includes(title));
    if (gone.length + come.length === 0) return;
    for (const { npCommunicationId } of gone) this.#byId.delete(npCommunicationId);
    for (const title of come) this.#byId.set(title.npCommunicationId, title);
    const change = { gone: new Set(gone), come: new Set(come) };
    this.#titles = withChange(this.#titles, change, lastPlayedFirst);
  }

  /** @param count of all rows, or null where it is what it was */
  #read(count: number | null): ReadTitles {
    if (count !== null) this.#unreadable = count - this.#titles.length;
    return { titles: this.#titles, unreadable: this.#unreadable };
  }
}
