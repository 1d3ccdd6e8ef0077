import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readGoals } from '@/utils/database/read-goals';
import type { Goal } from '@/utils/domain/numbers/goal-pace';
import { DAY, HOUR } from '@/utils/domain/time-units';
import { MortalWorker } from '../../support/mortal-worker';
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

/** What is done with this table for goals fails: in the list's own transaction, or in one of theirs. */
function failing(table: string, method: 'getAll' | 'put') {
  const works = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value as (
    ...args: unknown[]
  ) => IDBRequest<unknown[]>;
  const spy = vi.spyOn(IDBObjectStore.prototype, method as 'getAll');
  spy.mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
    const tables = this.transaction.objectStoreNames;
    const isOfList = tables.contains('metRows') || !tables.contains('syncRuns');
    const isOfGoals = isOfList && tables.contains('playerItems') && this.name === table;
    if (isOfGoals) throw new DOMException('too large', 'UnknownError');
    return works.apply(this, args);
  });
  onTestFinished(() => spy.mockRestore());
  return spy;
}

test.each([
  ['the games cannot be read', 'titles', 'getAll'],
  ['the goals cannot be read', 'playerItems', 'getAll'],
  ['an end cannot be written', 'playerItems', 'put'],
] as const)('a list and a sum are stored also where %s', async (_, table, method) => {
  for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  await wants(2);
  const spy = failing(table, method);
  scene.now += 7 * DAY;
  for (const n of [1, 2]) scene.earn(n, 1);
  await scene.syncByHand();
  expect(spy.mock.results.some(({ type }) => type === 'throw')).toBe(true);
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(await scene.title(1)).toMatchObject({ progress: 100 });
  expect((await scene.database.overview.toArray())[0]?.summaryAt).toBe(scene.now);
  spy.mockRestore();
  expect(await end()).toBeNull();
  // By then it can be done.
  await scene.syncByHand();
  expect(await end()).toMatchObject({ state: 'reached' });
});

test.each([1, 2])('an end is noted after a worker that died at it, the %s. time', async (times) => {
  for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  scene.now += 7 * DAY;
  await wants(2, times === 1 ? {} : { kind: 'points', target: 90 });
  for (const n of [1, 2]) scene.earn(n, 1);
  const earned = { bronze: 6, silver: 0, gold: 0, platinum: 0 };
  scene.psn.summary = () => Promise.resolve({ trophyLevel: 1, progress: 1, tier: 1, earned });
  let saidAt = scene.now;
  const life = new MortalWorker(Infinity);
  let left = times;
  scene.beforeStore = (method) => {
    if (method === 'storeSummary') saidAt = scene.now += HOUR;
    if (method === 'storeGoalEnds' && --left === 0) life.die();
  };
  await Promise.race([scene.syncByHand(scene.worker(life)), life.death]);
  expect(await end()).toBeNull();
  scene.beforeStore = () => undefined;
  scene.psn.asked.length = 0;
  scene.now += DAY;
  await scene.wake();
  expect(scene.psn.asked.filter((asked) => asked.startsWith('titles'))).toStrictEqual([]);
  expect(await end()).toMatchObject({ state: 'reached', at: saidAt });
});

test('of a list that a sync has gone on without no end is noted', async () => {
  for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
  scene.earn(1, 1);
  await scene.syncByHand();
  scene.now += 7 * DAY;
  await wants(1);
  scene.psn.failsOn = (asked) => {
    if (asked.startsWith('titles')) return { cause: 'no-answer' };
    return asked === 'summary' ? { cause: 'offline' } : null;
  };
  await scene.syncByHand();
  await scene.wake();
  const [cursor] = await scene.database.syncCursor.toArray();
  expect(cursor).toMatchObject({ phase: 'summary', awaited: { failure: { cause: 'no-answer' } } });
  expect(await end()).toBeNull();
  // By now the list says it.
  scene.psn.failsOn = () => null;
  scene.now += HOUR;
  await scene.syncByHand();
  expect(await end()).toMatchObject({ state: 'reached', at: scene.now });
});
