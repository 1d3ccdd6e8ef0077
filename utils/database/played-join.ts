import { isSameRow } from '../domain/library/same-row';
import { playedFacts, type PlayedFacts, type PlayedGame } from '../domain/library/title';
import type { LibraryDatabase } from './database';

/** One set by its index costs as much as so many games of the whole list: 800 sets of 1,300 games 140 ms, not 40. */
const GAMES_A_SET = 6;

/** The played games that belong to each of these sets, and maybe to others. */
export async function playedBySet(
  { playedGames }: LibraryDatabase,
  ids: readonly string[],
): Promise<Map<string, PlayedGame[]>> {
  const games =
    ids.length * GAMES_A_SET > (await playedGames.count())
      ? await playedGames.toArray()
      : await playedGames.where('npCommunicationIds').anyOf(ids).distinct().toArray();
  const bySet = new Map<string, PlayedGame[]>();
  for (const game of games) {
    for (const id of game.npCommunicationIds) bySet.set(id, [...(bySet.get(id) ?? []), game]);
  }
  return bySet;
}

/** Brings these titles in line with the played list. Those that are in line already are not written. */
export async function rejoin(database: LibraryDatabase, ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return;
  const [played, titles] = await Promise.all([
    playedBySet(database, unique),
    database.titles.bulkGet(unique),
  ]);
  const rejoined = titles.flatMap((title) => {
    if (title === undefined) return [];
    const facts = playedFacts(title, played.get(title.npCommunicationId) ?? []);
    return isSameRow<PlayedFacts>(title, facts) ? [] : [{ ...title, ...facts }];
  });
  await database.titles.bulkPut(rejoined);
}
