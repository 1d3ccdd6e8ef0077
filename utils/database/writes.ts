import type { LibraryDatabase, OverviewRow } from './database';
import { EMPTY_OVERVIEW } from './database';

/** The one row of a store that has one. */
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

  /** Everything that `work` writes stands or falls together. */
  transaction(work: (database: LibraryDatabase) => Promise<void>): Promise<void> {
    const database = this.database;
    this.#signal.throwIfAborted();
    return database.transaction('rw', database.tables, async () => {
      this.#signal.throwIfAborted();
      await work(database);
    });
  }

  async overview(): Promise<OverviewRow> {
    return (await this.database.overview.get(KEY)) ?? EMPTY_OVERVIEW;
  }

  /** Inside a transaction. */
  async changeOverview(change: Partial<OverviewRow>): Promise<void> {
    await this.database.overview.put({ ...(await this.overview()), ...change });
  }
}
