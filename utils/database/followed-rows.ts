import type { Table } from 'dexie';
import { ChangedKeys, keysOf } from './changed-keys';
import type { Observer } from './followed-query';

/** Reads a table: all of it at first, and then the rows that changed. It remembers what it has read. */
export interface RowsReading<Value> {
  all: () => Promise<Value>;
  some: (keys: readonly string[]) => Promise<Value>;
}

/** The same list as before, where it has the same in it: whoever made something of that has it still. */
export function sameList<Row>(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const isSame = before.length === now.length && now.every((row, at) => row === before[at]);
  return isSame ? before : now;
}

/** Dexie closes and aborts of itself: whoever follows begins anew then. */
const OF_ITSELF = ['DatabaseClosedError', 'AbortError'];

/**
 * Follows a table of thousands of rows. A live query of Dexie's notes the key of every row at every reading, and
 * begins another one at each write: a sync makes a dozen of them in a second, and here they become one.
 */
export class FollowedRows<Value> {
  readonly #reading: RowsReading<Value>;
  readonly #rest: number;
  readonly #observer: Observer<Value>;
  readonly #changed: ChangedKeys;
  #hasAll = false;
  #isReading = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  /** @param rest how long, in milliseconds, it reads nothing after each reading */
  constructor(
    table: Pick<Table, 'db' | 'name'>,
    reading: RowsReading<Value>,
    rest: number,
    observer: Observer<Value>,
  ) {
    this.#reading = reading;
    this.#rest = rest;
    this.#observer = observer;
    this.#changed = new ChangedKeys(table.db.name, table.name, () => this.#heed());
    void this.#read();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#resting);
    this.#changed.stop();
  }

  #heed(): void {
    if (this.#isReading || this.#resting !== undefined || this.#isOver) return;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    // What changes while it is read is read after it.
    const { unread } = this.#changed;
    try {
      const value = await this.#found(unread);
      if (this.#isOver) return;
      this.#hasAll = true;
      this.#changed.wereRead(unread);
      this.#observer.next(value);
    } catch (thrown) {
      if (!this.#isOver && !isOfItself(thrown)) this.#observer.error(thrown);
    }
    this.#takeRest();
  }

  #found(unread: ChangedKeys['unread']): Promise<Value> {
    const keys = this.#hasAll ? keysOf(unread) : null;
    return keys === null ? this.#reading.all() : this.#reading.some(keys);
  }

  #takeRest(): void {
    this.#isReading = false;
    if (this.#isOver) return;
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (this.#changed.unread.size > 0) this.#heed();
    }, this.#rest);
  }
}

function isOfItself(thrown: unknown): boolean {
  return OF_ITSELF.includes((thrown as { name?: string } | null)?.name ?? '');
}
