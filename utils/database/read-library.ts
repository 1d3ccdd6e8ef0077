import { liveQuery } from 'dexie';
import { FailureError } from '../domain/failure';
import { databaseName } from './library-name';
import { EARLIER_VERSION, findForPage, type FoundLibrary } from './open-library';
import type { LibraryDatabase } from './database';
import { FollowedRows, type RowsReading } from './followed-rows';
import { QueryAttempt, type Follower, type Patience, type Query } from './followed-query';
import { isUpgrading } from './upgrading';

const IN_PRIVATE = new FailureError({ cause: 'private-window' });

/** What can be followed. */
export interface Source<Value> {
  subscribe(follower: Follower<Value>): { unsubscribe: () => void };
  /** Whether who follows is told at once, from inside the call. */
  isAtHand?: () => boolean;
}

/** One account's library, for reading. It is opened where it exists, again where it comes later, and never created. */
export class LibraryReader {
  readonly #accountId: string;
  readonly #isPrivate: boolean;
  readonly #patience: Patience;
  readonly #starts = new Set<() => void>();
  #opening: Promise<FoundLibrary> | null = null;
  #isClosed = false;

  /** @param isPrivate in a private window, which sees nothing of what the others have */
  constructor(accountId: string, isPrivate: boolean, patience: Patience) {
    this.#accountId = accountId;
    this.#isPrivate = isPrivate;
    this.#patience = patience;
  }

  /** What a query finds, and finds again whenever any page or the background has changed it. */
  follow<Value>(find: (library: LibraryDatabase) => Promise<Value>): Source<Value> {
    return this.#followed((library, observer) => {
      // Asynchronous, so that a table that is not there is a failure of the query too.
      const live = liveQuery(async () => await find(library)).subscribe(observer);
      return () => live.unsubscribe();
    });
  }

  /** The same of a table of thousands of rows, of which only those that changed are read again. */
  followRows<Value>(
    table: 'titles' | 'playedGames' | 'earnings',
    readingOf: (library: LibraryDatabase) => RowsReading<Value>,
  ): Source<Value> {
    return this.#followed((library, observer) => {
      const { rest } = this.#patience;
      const rows = new FollowedRows(library[table], readingOf(library), rest, observer);
      return () => rows.stop();
    });
  }

  #followed<Value>(query: Query<Value>): Source<Value> {
    return {
      subscribe: (follower) => {
        let attempt: QueryAttempt<Value> | undefined;
        const start = (): void => {
          attempt?.end();
          if (this.#isClosed) return;
          const isUpgradingHere = () => isUpgrading(databaseName(this.#accountId));
          attempt = new QueryAttempt(query, follower, this.#patience, {
            ...{ again: start, isUpgrading: isUpgradingHere },
          });
          void attempt.begin(this.#open());
        };
        this.#starts.add(start);
        start();
        return {
          unsubscribe: () => {
            this.#starts.delete(start);
            attempt?.end();
          },
        };
      },
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#startAll();
    void this.#opening?.then(
      (found) => {
        if (typeof found === 'object') found?.close();
      },
      () => undefined,
    );
  }

  /** One opening for all who follow; what came to nothing is tried anew. */
  #open(): Promise<FoundLibrary> {
    this.#opening ??= this.#opened();
    return this.#opening;
  }

  async #opened(): Promise<FoundLibrary> {
    const database = await findForPage(this.#accountId).catch((thrown: unknown) => {
      this.#opening = null;
      throw this.#isPrivate ? IN_PRIVATE : thrown;
    });
    if (database === null || database === EARLIER_VERSION) {
      this.#opening = null;
      if (this.#isPrivate) throw IN_PRIVATE;
      return database;
    }
    // Closed by a deletion, by a later version or by the browser: whatever comes after is another database.
    database.once('close', () => {
      this.#opening = null;
      this.#startAll();
    });
    return database;
  }

  #startAll(): void {
    for (const start of this.#starts) start();
  }
}
