import { MADE_UP } from '../domain/library/shown-library';
import { earningsOf } from '../domain/numbers/earnings';
import type { MadeUpLibrary, MadeUpPlay } from '../made-up/made-up-library';
import { EMPTY_OVERVIEW, type PlayedGameRow } from './database';
import { databaseNames } from './database-names';
import { whileNoneIsDeleted } from './deleting-lock';
import { eraseLibrary } from './erase';
import { createFilled } from './open-library';
import { OTHER_DATABASES } from './our-databases';
import { packed } from './packed-set';
import { KEY } from './writes';

/** The library that is made up, in a database of its own: it is there whole, or not at all. */
export async function storeMadeUp(make: () => MadeUpLibrary): Promise<void> {
  await whileNoneIsDeleted(async () => {
    const database = await createFilled(MADE_UP, (making) => {
      const { player, summary, titles, sets, playedGames, run } = make();
      return Promise.all([
        making.table('titles').bulkAdd(titles),
        making.table('trophySets').bulkAdd(sets.map(packed)),
        making.table('earnings').bulkAdd(sets.map((set) => earningsOf(set, run.startedAt, true))),
        making.table('playedGames').bulkAdd(playedGames.map(playedRow)),
        making.table('syncRuns').add(run),
        making.table('overview').add({
          ...EMPTY_OVERVIEW,
          ...{
            id: KEY,
            player,
            summary,
            lastSyncedAt: run.finishedAt,
            titlesReadAt: run.startedAt,
          },
          ...{ hasPlayedList: true, hasPicks: true, hasChosen: true },
        }),
      ]);
    });
    database.close();
  });
}

/** Does nothing where there is none. */
export async function eraseMadeUp(): Promise<void> {
  // Asked first: to delete takes a lock for which whoever opens a library waits.
  if ((await databaseNames()).includes(OTHER_DATABASES.madeUp)) await eraseLibrary(MADE_UP);
}

function playedRow({ game, npCommunicationId }: MadeUpPlay): PlayedGameRow {
  const npCommunicationIds = npCommunicationId === null ? [] : [npCommunicationId];
  return { ...game, npCommunicationIds, matched: 1, refusal: null };
}
