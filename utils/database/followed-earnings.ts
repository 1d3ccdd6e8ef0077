import { isSameRow } from '../domain/library/same-row';
import type { SetEarnings } from '../domain/numbers/earnings';
import type { LibraryDatabase } from './database';
import { earningsIn } from './earnings-store';
import { sameList, type RowsReading } from './followed-rows';

/**
 * What was earned of every set: read whole once, 250,000 trophies in less than a tenth of a second, and then what
 * changed. Of a set whose row is not there yet, or cannot be read, it is counted from the set itself.
 */
export class EarningsReading implements RowsReading<readonly SetEarnings[]> {
  readonly #library: LibraryDatabase;
  readonly #now: () => number;
  readonly #byId = new Map<string, SetEarnings>();
  #before: readonly SetEarnings[];

  /** @param before as somebody has read all of it already */
  constructor(library: LibraryDatabase, now: () => number, before: readonly SetEarnings[] = []) {
    this.#library = library;
    this.#now = now;
    this.#before = before;
  }

  all(): Promise<readonly SetEarnings[]> {
    const { earnings, trophySets, overview } = this.#library;
    return this.#library.transaction('r', [earnings, trophySets, overview], async () => {
      const rows = await earnings.toArray();
      this.#byId.clear();
      const before = new Map(this.#before.map((row) => [row.npCommunicationId, row]));
      for (const row of rows) {
        const known = before.get(row.npCommunicationId);
        const isSame = known !== undefined && isSameRow(known, row);
        this.#byId.set(row.npCommunicationId, isSame ? known : row);
      }
      // The keys alone of all sets take longer than every row that is read here: sets are large.
      const isFilled = (await overview.get('library'))?.earningsFilledTo === null;
      if (!isFilled || (await earnings.count()) > rows.length) {
        const sets = await trophySets.toCollection().primaryKeys();
        await this.#count(sets.filter((id) => !this.#byId.has(id)));
      }
      return sameList(this.#before, [...this.#byId.values()]);
    });
  }

  some(keys: readonly string[]): Promise<readonly SetEarnings[]> {
    const { earnings, trophySets } = this.#library;
    return this.#library.transaction('r', [earnings, trophySets], async () => {
      const rows = await earnings.bulkGet([...keys]);
      keys.forEach((id, index) => {
        const row = rows[index];
        if (row === undefined) this.#byId.delete(id);
        else this.#byId.set(id, row);
      });
      await this.#count(keys.filter((_, index) => rows[index] === undefined));
      return [...this.#byId.values()];
    });
  }

  async #count(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const set of await this.#library.trophySets.bulkGet([...ids])) {
      const counted = set === undefined ? null : earningsIn(set, this.#now(), false);
      if (counted !== null) this.#byId.set(counted.npCommunicationId, counted);
    }
  }
}
