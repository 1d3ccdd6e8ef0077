import { liveQuery, type Observable } from 'dexie';
import { marksIn } from '../domain/player-item';
import type { SyncRun } from '../domain/sync-run';
import type { LibraryTitle } from '../domain/title';
import type { TrophyMark } from '../domain/trophy-mark';
import type { TrophySet } from '../domain/trophy-set';
import { LibraryDatabase, type UnreadEntry } from './database';
import { closeWhenErased } from './open-library';
import { unpacked } from './packed-set';

export type { UnreadEntry } from './database';

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

  /** A title's trophies, or null where none are held. */
  trophySet(npCommunicationId: string): Observable<TrophySet | null> {
    return liveQuery(async () => {
      const row = await this.#database.trophySets.get(npCommunicationId);
      return row === undefined ? null : unpacked(row);
    });
  }

  /** True where a title's trophies could not be read when they were asked for last. */
  isSetAside(npCommunicationId: string): Observable<boolean> {
    return liveQuery(async () => {
      const row = await this.#database.unreadRows.get(`trophies/${npCommunicationId}`);
      return row !== undefined;
    });
  }

  /** What the player noted of a title's trophies. */
  marks(npCommunicationId: string): Observable<TrophyMark[]> {
    return liveQuery(async () => {
      return marksIn(await this.#database.playerItems.where({ npCommunicationId }).toArray());
    });
  }

  /** The reports of the last hundred syncs, the latest first. */
  runs(): Observable<SyncRun[]> {
    return liveQuery(() => this.#database.syncRuns.orderBy('startedAt').reverse().toArray());
  }

  /** What of Sony's answers could not be read, the latest first. */
  setAside(): Observable<UnreadEntry[]> {
    return liveQuery(async () => {
      const rows = await this.#database.unreadRows.toArray();
      return rows.sort((one, other) => other.seenAt - one.seenAt);
    });
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
