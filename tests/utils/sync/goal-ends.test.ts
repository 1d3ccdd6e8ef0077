import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
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

describe('a goal in points', () => {
  let bronze: number;

  beforeEach(async () => {
    bronze = 5;
    scene.psn.summary = () => {
      const earned = { bronze, silver: 0, gold: 0, platinum: 0 };
      return Promise.resolve({ trophyLevel: 1, progress: 75, tier: 1, earned });
    };
    for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
    await scene.syncByHand();
    await wants(90, { kind: 'points' });
    scene.now += DAY;
    // It was hidden at Sony: its trophies were in the sum all the time.
    scene.addTitle({ n: 3, daysAgo: 100 });
  });

  test('is not reached by a sum that nobody is sure of', async () => {
    await scene.syncByHand();
    expect(await end()).toBeNull();
    bronze = 6;
    scene.earn(1, 1);
    await scene.syncByHand();
    expect(await end()).toMatchObject({ state: 'reached', at: scene.now, value: 90 });
  });

  test('is reached once Sony says the sum, also by the sync that was not sure of it', async () => {
    bronze = 6;
    await scene.syncByHand();
    expect(await end()).toMatchObject({ state: 'reached', at: scene.now, value: 90 });
  });

  test('is missed by a sum that is sure', async () => {
    scene.now += 32 * DAY;
    await scene.syncByHand();
    expect(await end()).toMatchObject({ state: 'missed', value: 75 });
  });
});

test('a list is stored also where its games cannot be read for a goal', async () => {
  for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  await wants(2);
  const getAll = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAll')?.value as (
    ...args: unknown[]
  ) => IDBRequest<unknown[]>;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  failing.mockImplementation(function (this: IDBObjectStore, ...args) {
    const isList = this.transaction.objectStoreNames.contains('metRows');
    const isRead = this.transaction.mode === 'readwrite' && isList && this.name === 'titles';
    if (isRead) throw new DOMException('too large', 'UnknownError');
    return getAll.apply(this, args);
  });
  onTestFinished(() => failing.mockRestore());
  scene.now += DAY;
  for (const n of [1, 2]) scene.earn(n, 1);
  await scene.syncByHand();
  expect(failing.mock.results.some(({ type }) => type === 'throw')).toBe(true);
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(await end()).toBeNull();
  // By then it can be read.
  failing.mockRestore();
  await scene.syncByHand();
  expect(await end()).toMatchObject({ state: 'reached' });
});
