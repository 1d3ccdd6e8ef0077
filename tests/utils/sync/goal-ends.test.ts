import { afterEach, beforeEach, expect, test } from 'vitest';
import { readGoals } from '@/utils/database/read-goals';
import type { Goal } from '@/utils/domain/numbers/goal-pace';
import { DAY } from '@/utils/domain/time-units';
import { SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

afterEach(() => scene.database.delete());

const ID = 1_700_000_000_000;
const today = (): number => Math.floor(scene.now / DAY);

async function end(): Promise<unknown> {
  return (await readGoals(scene.database))[0]?.end ?? null;
}

async function wants(target: number, said: Partial<Goal> = {}): Promise<void> {
  const goal = { kind: 'hundreds', start: 0, startDay: today(), target, by: today() + 30 } as const;
  await scene.worker().requests.setGoal(ID, { ...goal, ...said });
}

test('a goal that was reached stays so, also where the figures fall again', async () => {
  for (const n of [1, 2, 3]) scene.addTitle({ n, daysAgo: n });
  scene.earn(1, 1);
  await scene.syncByHand();
  await wants(2);
  await scene.syncByHand();
  expect(await end()).toBeNull();
  scene.now += DAY;
  scene.earn(2, 1);
  await scene.syncByHand();
  const reached = await end();
  expect(reached).toMatchObject({ state: 'reached', at: scene.now, value: 2 });

  // An add-on made one game fewer; then the day of the goal was over.
  scene.now += DAY;
  scene.addOn(2);
  await scene.syncByHand();
  scene.now += 60 * DAY;
  scene.removeTitle(1);
  await scene.syncByHand();
  expect(await end()).toEqual(reached);

  // Changed by the player it goes on; given up, nothing of it is left.
  await wants(3, { by: today() + 30 });
  expect(await end()).toBeNull();
  await scene.worker().requests.setGoal(ID, null);
  const kinds = (await scene.database.playerItems.toArray()).map(({ kind }) => kind);
  expect(kinds).not.toContain('goal-end');
});

test('a goal that was missed stays so, also where it is reached later', async () => {
  for (const n of [1, 2, 3]) scene.addTitle({ n, daysAgo: n });
  scene.earn(1, 1);
  await scene.syncByHand();
  await wants(2);
  scene.now += 30 * DAY;
  await scene.syncByHand();
  expect(await end()).toBeNull();
  scene.now += 2 * DAY;
  await scene.syncByHand();
  const missed = await end();
  expect(missed).toMatchObject({ state: 'missed', value: 1 });
  scene.now += DAY;
  for (const n of [2, 3]) scene.earn(n, 1);
  await scene.syncByHand();
  expect(await end()).toEqual(missed);
});
