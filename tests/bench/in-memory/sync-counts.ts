import 'fake-indexeddb/auto';
import { aPlayedGame } from '../../support/titles';
import { SyncScene } from '../../support/sync-scene';
import { packed } from '@/utils/database/packed-set';
import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { withDefinitions } from '@/utils/domain/trophies/trophy-set';
import { countRows, type RowCounts } from './counted-rows';

const WEEK = 7 * 24 * 3_600_000;

/** What a sync has asked of Sony, and what went through the database meanwhile. */
export interface SyncCounts extends RowCounts {
  requests: number;
}

/** A library that was read to its end, in a database in memory. */
export interface StoredLibrary {
  /** The next daily sync, after so many picked games have got a trophy, or an add-on. */
  sync(changed: { earned?: number; addOns?: number }): Promise<SyncCounts>;
  /** The daily sync a week later. */
  syncWeekly(): Promise<SyncCounts>;
}

const counts = countRows();

/** @param picked so many games are picked and have their trophies: those that were played last */
export async function storedLibrary(games: number, picked: number): Promise<StoredLibrary> {
  const scene = new SyncScene();
  scene.budget = Infinity;
  for (let n = games; n >= 1; n--) scene.addTitle({ n, daysAgo: 100 + n });
  // Apps belong to no set: what is played as one needs no request of its own, and the list is as long.
  scene.psn.playedRows = scene.psn.playedRows.map((game, index) =>
    index < picked ? game : aPlayedGame({ ...game, category: 'ps5_web_based_media_app' }),
  );
  await scene.syncByHand();
  await storeTrophies(scene, picked);
  const next = async (): Promise<SyncCounts> => {
    const { read, written, bytes } = counts;
    scene.psn.asked.length = 0;
    await scene.syncDaily();
    if (scene.status.state !== 'idle')
      throw new Error(`The sync is ${JSON.stringify(scene.status)}.`);
    return {
      requests: scene.psn.asked.length,
      read: counts.read - read,
      written: counts.written - written,
      bytes: counts.bytes - bytes,
    };
  };
  let changes = 0;
  return {
    sync({ earned = 0, addOns = 0 }) {
      changes += 1;
      for (let n = 1; n <= earned; n++) scene.earn(n, changes % 2);
      for (let n = 1; n <= addOns; n++) scene.addOn(n);
      return next();
    },
    syncWeekly() {
      scene.now += WEEK;
      return next();
    },
  };
}

/** As a sync would have stored them, a request and two transactions each. */
async function storeTrophies(scene: SyncScene, picked: number): Promise<void> {
  const { database, psn, now } = scene;
  const ids = Array.from({ length: picked }, (_, index) => scene.id(index + 1));
  const rows = (await database.titles.bulkGet(ids)).flatMap((title) => title ?? []);
  await database.trophySets.bulkPut(
    rows.map(({ npCommunicationId: id }) => {
      const empty = { npCommunicationId: id, groups: [], trophies: [] };
      const { trophies } = withDefinitions(empty, psn.definitionRows.get(id) ?? [], 2);
      const states = psn.stateRows.get(id) ?? [];
      const known = trophies.map((trophy, index) => ({ ...trophy, ...states[index] }));
      return packed({ ...empty, trophies: known.map((trophy) => ({ ...trophy, rates: [] })) });
    }),
  );
  await database.titles.bulkPut(
    rows.map((title) => ({
      ...title,
      choice: 'picked' as const,
      fetched: {
        ...title.fetched,
        ...{ definitions: definitionsKey(title), earned: earnedKey(title) },
        ...{ at: now, definitionsAt: now, language: psn.readsIn },
      },
    })),
  );
}
