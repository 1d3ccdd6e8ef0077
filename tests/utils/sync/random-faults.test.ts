/** @module-tag slow */

import { beforeAll, expect, test } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import type { Failure } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const GAMES = 60;
/** What one request in five comes back with. */
const FAULTS: readonly Failure[] = [
  { cause: 'sony-down', status: 503 },
  { cause: 'no-answer' },
  { cause: 'answer-not-understood', fields: ['trophies'] },
  { cause: 'offline' },
  { cause: 'too-many-requests' },
];

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Goes on after each pause, as the alarm does, until the sync is over. */
async function syncToItsEnd(scene: SyncScene): Promise<void> {
  scene.psn.asked.length = 0;
  await scene.syncByHand();
  for (let pauses = 0; scene.reports.at(-1)?.state === 'paused'; pauses++) {
    expect(pauses).toBeLessThan(100);
    expect(scene.alarm).toBeGreaterThanOrEqual(scene.now);
    scene.now = scene.alarm ?? scene.now;
    await scene.wake();
  }
  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
}

async function aSyncedLibrary(failsOn: SyncScene['psn']['failsOn']): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.budget = Infinity;
  aRecentLibrary(scene, GAMES);
  scene.psn.failsOn = failsOn;
  await syncToItsEnd(scene);
  return scene;
}

/** What the player has: without the days on which it was looked at, which faults move. */
async function trophiesIn(scene: SyncScene) {
  const sets = await scene.database.trophySets.toArray();
  return sets.map(unpacked).map(({ npCommunicationId, trophies }) => ({
    npCommunicationId,
    trophies: trophies.map(({ rates, ...trophy }) => ({ ...trophy, rate: rates.at(-1)?.rate })),
  }));
}

let undisturbed: Awaited<ReturnType<typeof trophiesIn>>;

beforeAll(async () => {
  undisturbed = await trophiesIn(await aSyncedLibrary(() => null));
  expect(undisturbed).toHaveLength(GAMES);
});

test.each([1, 2, 3, 4, 5, 6])(
  'with faults on one answer in five (seed %i) every sync ends, and soon all is right',
  async (seed) => {
    const random = randomFrom(seed);
    const scene = await aSyncedLibrary(() =>
      random() < 0.2 ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? null) : null,
    );
    const afterOne = await scene.database.trophySets.count();
    expect(afterOne).toBeGreaterThan(GAMES / 2);

    // What cannot be read costs a game this sync: the next ones fetch it.
    for (let syncs = 0; (await scene.database.unreadRows.count()) > 0; syncs++) {
      expect(syncs).toBeLessThan(5);
      await syncToItsEnd(scene);
    }
    expect(await trophiesIn(scene)).toStrictEqual(undisturbed);
    expect(await scene.lastRun()).toMatchObject({ outcome: 'complete', unread: 0 });
  },
);
