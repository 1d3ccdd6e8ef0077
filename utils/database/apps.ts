import { Dexie } from 'dexie';
import { isApp, type PlayedGame } from '../domain/library/title';
import type { LibraryDatabase } from './database';

/**
 * What was played and is rather an app, last played first. A game that has trophies is none, and of one that was not
 * matched yet that is not known. By keys: of thousands of games only those without a set are read.
 */
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
    return games.flatMap((game) => (game !== undefined && isApp(game) ? [game] : []));
  });
}
