import { Dexie } from 'dexie';
import { isApp, type PlayedGame } from '../domain/library/title';
import type { LibraryDatabase, PlayedGameRow } from './database';
import type { RowsReading } from './followed-rows';

/**
 * What was played and is rather an app, last played first. A game that has trophies is none, and of one that was not
 * matched yet that is not known. Null while none is known and the played list was never read. Matching goes through thousands of games, and only those that it changed are read.
 */
export class AppsReading implements RowsReading<PlayedGame[] | null> {
  readonly #library: LibraryDatabase;
  readonly #apps = new Map<string, PlayedGame>();

  constructor(library: LibraryDatabase) {
    this.#library = library;
  }

  async all(): Promise<PlayedGame[] | null> {
    this.#apps.clear();
    for (const game of await appsIn(this.#library)) this.#apps.set(game.npTitleId, game);
    return this.#known();
  }

  async some(keys: readonly string[]): Promise<PlayedGame[] | null> {
    const games = await this.#library.playedGames.bulkGet([...keys]);
    for (const [at, key] of keys.entries()) {
      const game = games[at];
      if (game !== undefined && isKnownApp(game)) this.#apps.set(key, game);
      else this.#apps.delete(key);
    }
    return this.#known();
  }

  async #known(): Promise<PlayedGame[] | null> {
    if (this.#apps.size > 0) return [...this.#apps.values()].sort(newestFirst);
    const overview = await this.#library.overview.get('library');
    return overview?.hasPlayedList === true ? [] : null;
  }
}

/** By keys: of thousands of games only those without a set are read. */
export function appsIn(database: LibraryDatabase): Promise<PlayedGame[]> {
  const { playedGames } = database;
  return database.transaction('r', playedGames, async () => {
    const withSets = new Set(await playedGames.orderBy('npCommunicationIds').primaryKeys());
    const matched = await playedGames
      .where('[matched+lastPlayedAt]')
      .between([1, Dexie.minKey], [1, Dexie.maxKey])
      .reverse()
      .primaryKeys();
    const games = await playedGames.bulkGet(matched.filter((id) => !withSets.has(id)));
    return games.flatMap((game) => (game !== undefined && isKnownApp(game) ? [game] : []));
  });
}

function isKnownApp(game: PlayedGameRow): boolean {
  return game.matched === 1 && game.npCommunicationIds.length === 0 && isApp(game);
}

/** As the index has it, from its end. */
function newestFirst(one: PlayedGame, other: PlayedGame): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npTitleId < other.npTitleId ? 1 : -1;
}
