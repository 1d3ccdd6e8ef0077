import { Dexie } from 'dexie';
import type { Failure } from '../domain/failure';
import { isDoubtDue } from '../domain/sync/refusal';
import { GAMES_A_MATCH } from '../domain/sync/sync-plan';
import type { Matches } from '../sync/ports';
import type { LibraryDatabase, PlayedGameRow } from './database';
import { noteMatchingRefusals, type Met } from './refusal-writes';

type Tables = Pick<LibraryDatabase, 'playedGames' | 'titles'>;

/** Sony has named a set that it lists nowhere: it is not believed for ever. */
const UNLISTED: Failure = {
  cause: 'answer-not-understood',
  during: 'matching',
  fields: ['npCommunicationId'],
};

/** Sony has named no set: that is not believed before it is said twice. */
const NAMELESS: Failure = { ...UNLISTED, fields: ['trophyTitles'] };

/** The played games whose trophy sets are not known yet, longest ago first. Inside a transaction. */
export function unmatchedIn({ playedGames }: Pick<LibraryDatabase, 'playedGames'>) {
  return playedGames.where('[matched+lastPlayedAt]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
}

/** Stores which sets belong to these games. Answers the sets of which that is news. Inside a transaction. */
export async function storeMatches(
  database: LibraryDatabase,
  { sets, unsure }: Matches,
  met: Met,
): Promise<string[]> {
  const games = await database.playedGames.bulkGet([...sets.keys()]);
  const before = games.flatMap((game) => game?.npCommunicationIds ?? []);
  const named = [...sets.values()].flat();
  const unlisted = await unlistedAmong(database, named);
  const doubted = new Map<string, Failure>();
  const nameless = new Set(
    games.flatMap((game) => (game !== undefined && isNameless(game) ? game.npTitleId : [])),
  );
  for (const [npTitleId, ids] of sets) {
    const matched = unsure.has(npTitleId) ? (0 as const) : (1 as const);
    await database.playedGames.update(npTitleId, {
      npCommunicationIds: [...ids],
      matched,
      refusal: null,
    });
    if (ids.some((id) => unlisted.has(id))) doubted.set(npTitleId, UNLISTED);
    if (ids.length === 0 && !nameless.has(npTitleId)) doubted.set(npTitleId, NAMELESS);
  }
  await noteMatchingRefusals(database, new Map([...doubted, ...unsure]), met);
  return [...before, ...named];
}

/**
 * So many played games as one request takes, of those whose match names sets that no list has, or has named none once,
 * longest ago first. Read by the keys of indexes: the rows of thousands of games stay where they are.
 */
export async function doubtedGames(
  { playedGames, titles }: Tables,
  now: number,
): Promise<string[]> {
  const named = (await playedGames.orderBy('npCommunicationIds').uniqueKeys()) as string[];
  const known = new Set(await titles.toCollection().primaryKeys());
  const unlisted = named.filter((id) => !known.has(id));
  const games = await playedGames.where('npCommunicationIds').anyOf(unlisted).distinct().toArray();
  return [...games, ...(await namedNoneOnce(playedGames))]
    .filter((game) => game.matched === 1 && isDoubtDue(game, now))
    .sort((one, other) => (one.refusal?.at ?? 0) - (other.refusal?.at ?? 0))
    .slice(0, GAMES_A_MATCH)
    .map(({ npTitleId }) => npTitleId);
}

function isNameless({ matched, npCommunicationIds }: PlayedGameRow): boolean {
  return matched === 1 && npCommunicationIds.length === 0;
}

async function namedNoneOnce(playedGames: Tables['playedGames']): Promise<PlayedGameRow[]> {
  const matched = playedGames.where('[matched+lastPlayedAt]');
  const ids = await matched.between([1, Dexie.minKey], [1, Dexie.maxKey]).primaryKeys();
  const named = new Set(await playedGames.orderBy('npCommunicationIds').primaryKeys());
  const rows = await playedGames.bulkGet(ids.filter((id) => !named.has(id)));
  return rows.filter((row) => row !== undefined && row.refusal !== null) as PlayedGameRow[];
}

async function unlistedAmong({ titles }: Tables, ids: readonly string[]): Promise<Set<string>> {
  const rows = await titles.bulkGet([...ids]);
  return new Set(ids.filter((_, at) => rows[at] === undefined));
}
