import { expect, test } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import { RANKS } from '@/utils/domain/library/title-rank';
import { state } from '../../support/scene-trophies';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

test('an answer with fewer trophies earned than the list of games counts is asked for again', async () => {
  const scene = new SyncScene();
  aRecentLibrary(scene, 2);
  await scene.syncByHand();
  scene.now += DAY;
  scene.earn(1, 1);
  const id = scene.id(1);
  const [before, now] = [state(0, scene.now - 3 * DAY), state(1, scene.now)];
  scene.psn.stateRows.set(id, [before, state(1, null)]);
  await scene.syncDaily();

  const title = await scene.title(1);
  expect(title?.earned.bronze).toBe(2);
  expect(title && RANKS.trophy(title)).toMatchObject({ certainty: 'at-most' });
  scene.psn.stateRows.set(id, [before, now]);
  scene.psn.asked.length = 0;
  await scene.syncByHand();
  expect(scene.psn.asked.filter((asked) => asked.startsWith('earned'))).toStrictEqual([]);
  scene.now += DAY;
  await scene.syncDaily();

  const row = await scene.database.trophySets.get(id);
  expect(row && unpacked(row).trophies.map(({ earned }) => earned)).toStrictEqual([true, true]);
  const after = await scene.title(1);
  expect(after && RANKS.trophy(after)).toStrictEqual({ value: now.earnedAt, certainty: 'exact' });
  expect(after?.fetched.short).toStrictEqual({});
});

test('an answer with more trophies earned by then than the list of games counts is asked for again', async () => {
  const scene = new SyncScene();
  aRecentLibrary(scene, 2);
  const id = scene.id(1);
  const [earned, other] = [state(0, scene.now - 3 * DAY), state(1, scene.now - 3 * DAY)];
  scene.psn.stateRows.set(id, [earned, other]);
  await scene.syncByHand();
  expect((await scene.title(1))?.fetched.short).toMatchObject({ earned: { tries: 0 } });

  scene.psn.stateRows.set(id, [earned, state(1, null)]);
  scene.now += DAY;
  await scene.syncDaily();
  const row = await scene.database.trophySets.get(id);
  expect(row && unpacked(row).trophies.map((trophy) => trophy.earned)).toStrictEqual([true, false]);
  expect((await scene.title(1))?.fetched.short).toStrictEqual({});
});

test('a trophy that was earned since the list of games was read is no reason to doubt an answer', async () => {
  const scene = new SyncScene();
  aRecentLibrary(scene, 2);
  const [earned, since] = [state(0, scene.now - 3 * DAY), state(1, scene.now)];
  scene.psn.stateRows.set(scene.id(1), [earned, since]);
  await scene.syncByHand();

  expect((await scene.title(1))?.fetched.short).toStrictEqual({});
});
