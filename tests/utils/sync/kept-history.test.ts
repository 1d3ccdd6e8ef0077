/** @module-tag slow */

import { beforeEach, expect, test } from 'vitest';
import { PRUNED_AT_ONCE, RETENTION } from '@/utils/domain/history/retention';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

let scene: SyncScene;

beforeEach(async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  scene.now += 10 * DAY;
});

test('more than is kept is deleted by the next sync, the oldest first and some at once', async () => {
  const surplus = PRUNED_AT_ONCE + 20;
  const runs = Array.from({ length: RETENTION.syncRuns + surplus }, (_, n) =>
    aNewRun(n, 'daily', false),
  );
  await scene.database.syncRuns.bulkPut(runs);
  await scene.syncByHand();
  const count = () => scene.database.syncRuns.count();
  const left = await count();
  expect((await scene.database.syncRuns.toCollection().first())?.startedAt).toBe(PRUNED_AT_ONCE);

  scene.now += DAY;
  await scene.syncByHand();
  expect([left, await count()]).toStrictEqual([RETENTION.syncRuns + 22, RETENTION.syncRuns]);
});

test('no sync keeps more than is kept, be it one that never ends', async () => {
  const { trophyEvents } = scene.database;
  const event = { ...{ trophyId: null, earnedAt: null, trophies: 1 }, npCommunicationId: 'A' };
  const kind = 'taken-back' as const;
  await trophyEvents.bulkAdd(
    Array.from({ length: RETENTION.trophyEvents }, (_, n) => ({ ...event, kind, seenAt: 1, n })),
  );
  scene.earn(1, 1);
  await scene.syncAndStopAt('played 0');

  expect(await trophyEvents.count()).toBe(RETENTION.trophyEvents);
  expect((await trophyEvents.orderBy('[seenAt+n]').first())?.n).toBe(1);
  expect((await trophyEvents.orderBy('[seenAt+n]').last())?.kind).toBe('completed');
});
