import { isSameRow } from '../domain/library/same-row';
import type { KnownList } from '../domain/sync/known-list';
import type { ListName } from '../domain/sync/list-reading';
import { EMPTY_OVERVIEW, type LibraryDatabase, type OverviewRow, type TableName } from './database';
import { storable, writtenWithRoom } from './storage-failure';

/** The one row of a table that has one. */
export const KEY = 'library';

/** Writing to one account's library, for as long as it may be written to. */
export class Writes {
  readonly database: LibraryDatabase;
  readonly now: () => number;
  readonly #signal: AbortSignal;

  /** @param signal ends all writing: nothing may come back after a wipe */
  constructor(database: LibraryDatabase, now: () => number, signal: AbortSignal) {
    this.database = database;
    this.now = now;
    this.#signal = signal;
  }

  /** Everything that `work` writes stands or falls together. It touches no other tables than these. */
  async transaction(
    tables: readonly TableName[],
    work: (database: LibraryDatabase) => Promise<unknown>,
  ): Promise<void> {
    const { database } = this;
    this.#signal.throwIfAborted();
    await writtenWithRoom(() =>
      database.transaction('rw', [...tables], async () => {
        this.#signal.throwIfAborted();
        await work(database);
      }),
    );
  }

  /** What `work` reads of these tables is of one moment. */
  read<Value>(
    tables: readonly TableName[],
    work: (database: LibraryDatabase) => Promise<Value>,
  ): Promise<Value> {
    const { database } = this;
    return storable(database.transaction('r', [...tables], () => work(database)));
  }

  /** Inside a transaction. */
  async overview(): Promise<OverviewRow> {
    return { ...EMPTY_OVERVIEW, ...(await this.database.overview.get(KEY)) };
  }

  /** Inside a transaction. */
  async changeOverview(change: Partial<OverviewRow>): Promise<void> {
    const before = await this.database.overview.get(KEY);
    if (before !== undefined && isSameRow<Partial<OverviewRow>>(before, change)) return;
    await this.database.overview.put({ ...EMPTY_OVERVIEW, ...before, ...change });
  }

  /** Inside a transaction. */
  async changeList(list: ListName, change: Partial<KnownList>): Promise<void> {
    const { lists } = await this.overview();
    await this.changeOverview({ lists: { ...lists, [list]: { ...lists[list], ...change } } });
  }
}
