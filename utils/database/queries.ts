import { liveQuery, type Observable } from 'dexie';
import type { LibraryTitle } from '../domain/title';
import { LibraryDatabase } from './database';
import { closeWhenErased } from './open-library';

/** Reads for pages. Live: Dexie tells every context of a change that any of them made. */
export class LibraryQueries {
  readonly #database: LibraryDatabase;

  constructor(accountId: string) {
    this.#database = new LibraryDatabase(accountId);
    closeWhenErased(this.#database);
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

  /** How much there is, to be said before it is erased. */
  async counts(): Promise<{ titles: number; playedGames: number }> {
    const { titles, playedGames } = this.#database;
    return { titles: await titles.count(), playedGames: await playedGames.count() };
  }

  close(): void {
    this.#database.close();
  }
}
