import { liveQuery, type Observable } from 'dexie';
import type { LibraryTitle } from '../domain/title';
import { LibraryDatabase } from './database';

/** Reads for pages. Live: Dexie tells every context of a change that any of them made. */
export class LibraryQueries {
  readonly #database: LibraryDatabase;

  constructor(accountId: string) {
    this.#database = new LibraryDatabase(accountId);
  }

  /** Titles, last played first; `limit` for a first screen before the rest. */
  titles(limit?: number): Observable<LibraryTitle[]> {
    return liveQuery(() => {
      const newestFirst = this.#database.titles.orderBy('lastPlayedAt').reverse();
      return (limit === undefined ? newestFirst : newestFirst.limit(limit)).toArray();
    });
  }

  /** One title, or undefined where the library has none of that id. */
  title(npCommunicationId: string): Observable<LibraryTitle | undefined> {
    return liveQuery(() => this.#database.titles.get(npCommunicationId));
  }

  close(): void {
    this.#database.close();
  }
}
