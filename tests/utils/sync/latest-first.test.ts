/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { LATEST } from '@/utils/domain/sync/latest-requests';
import { MortalWorker } from '../../support/mortal-worker';
import { SyncScene } from '../../support/sync-scene';
import { testEvery } from '../../support/test-every';

const DAY = 86_400_000;

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

/** So many games whose trophies were earned long ago, the first of them last: none is picked for a start. */
function fillLongAgo(games: number, library = scene): void {
  for (let n = games; n >= 1; n--) {
    library.addTitle({ n, daysAgo: 400 + n, groupCount: n === 1 ? 2 : 1 });
  }
}

function trophiesOf(...games: number[]): string[] {
  return games.flatMap((n) => [`definitions ${scene.id(n)}`, `earned ${scene.id(n)}`]);
}

/** The same as they are asked for: two games at a time, what there is to earn of both before what is earned. */
function twoByTwo(...games: number[]): string[] {
  return games.flatMap((n, at) => {
    const [one, other] = [trophiesOf(n), trophiesOf(games[at + 1] ?? n)];
    return at % 2 === 1 ? [] : [one[0], other[0], one[1], other[1]].flatMap((each) => each ?? []);
  });
}

async function trophiesAskedDaily(): Promise<string[]> {
  scene.now += DAY;
  scene.psn.asked.length = 0;
  await scene.syncDaily();
  return scene.psn.asked.filter((asked) => !/^(titles|played|summary|profile)/.test(asked));
}

const TEN = Array.from({ length: LATEST }, (_, index) => index + 1);

async function fetchesTheTenFirst(games: number): Promise<void> {
  scene.budget = Infinity;
  fillLongAgo(games);
  scene.addTitle({ n: 0, daysAgo: 1 });
  await scene.syncByHand();

  const { asked } = scene.psn;
  const titles = asked.filter((each) => each.startsWith('titles'));
  expect(titles).toHaveLength(Math.ceil((games + 1) / 800));
  const lists = [...titles, 'summary', 'profile'];
  const first = [...lists, ...twoByTwo(0, ...TEN.slice(0, -1))];
  expect(asked.slice(0, first.length)).toStrictEqual(first);
  expect(asked[first.length]).toBe('played 0');
  // Then what decides what is picked for a start, then the names of add-ons of what is followed, then the rest.
  const rest = asked.slice(first.length).filter((each) => !each.startsWith('played'));
  expect(rest.slice(0, 2)).toStrictEqual(['sets PPSA00000_00', `groups ${scene.id(1)}`]);
  expect(new Set(asked).size).toBe(asked.length);
}

const TEN_FIRST = 'of %i games the ten that Sony’s list has first come before the played list';
test.each([60, 900])(TEN_FIRST, fetchesTheTenFirst);
test.each([300, 1_300, 5_000])(TEN_FIRST, { tags: ['long'], timeout: 60_000 }, fetchesTheTenFirst);

test('while they are fetched it is said how many of them are there', async () => {
  fillLongAgo(12);
  await scene.syncByHand();

  const told = scene.reports.filter((sync) => 'phase' in sync && sync.phase === 'trophies');
  expect(told[0]).toMatchObject({ state: 'running', done: 0, total: LATEST, requestsLeft: null });
});

test('a pause among them goes on where it was, and says how many are there', async () => {
  fillLongAgo(12);
  const until = scene.now + 500_000;
  scene.psn.failures = { earned: [null, null, { cause: 'too-many-requests', until }] };
  await scene.syncByHand();
  expect(scene.status).toMatchObject({ state: 'paused', phase: 'trophies', done: 2, total: 10 });
  scene.psn.asked.length = 0;
  await scene.wakeByAlarm();

  expect(scene.psn.asked.slice(0, 2)).toStrictEqual([
    `earned ${scene.id(3)}`,
    `earned ${scene.id(4)}`,
  ]);
  expect(scene.psn.asked.filter((each) => each === `definitions ${scene.id(3)}`)).toHaveLength(0);
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('that none of them is to be had keeps no list waiting', async () => {
  fillLongAgo(12);
  scene.psn.failsOn = (asked) => (asked.startsWith('definitions') ? { cause: 'no-answer' } : null);
  await scene.syncByHand();

  expect(scene.psn.asked.filter((asked) => asked.startsWith('definitions'))).toHaveLength(3);
  expect(scene.psn.asked.some((asked) => /^(earned|groups)/.test(asked))).toBe(false);
  expect(scene.psn.asked).toContain('played 0');
  expect(scene.snapshot.gaps).toMatchObject([{ phase: 'trophies' }, { phase: 'groups' }]);
});

describe('until the player has picked, the ten', () => {
  beforeEach(async () => {
    fillLongAgo(12);
    await scene.syncByHand();
  });

  test('are kept like picked ones, and others that come among them too', async () => {
    expect(await trophiesAskedDaily()).toStrictEqual([]);
    scene.earn(3, 1);
    expect(await trophiesAskedDaily()).toStrictEqual([`earned ${scene.id(3)}`]);
    scene.earn(12, 1);
    expect(await trophiesAskedDaily()).toStrictEqual(trophiesOf(12));
    expect(await scene.title(12)).toMatchObject({ choice: 'unpicked' });
  });

  test('and after that stay as they are, with what the list tells of them', async () => {
    await scene.worker().requests.chooseGames(new Map([[scene.id(1), 'picked']]));
    scene.now += DAY;
    scene.earn(3, 1);
    expect(await trophiesAskedDaily()).toStrictEqual([]);

    expect((await scene.database.trophyEvents.toArray()).map(({ kind }) => kind)).toStrictEqual([
      'completed',
    ]);
    expect(await scene.lastRun()).toMatchObject({ earnedIn: [{ trophies: 1 }] });
    const worker = scene.worker();
    await worker.requests.openGame(scene.id(3));
    await worker.loop.wake();
    expect(scene.psn.asked).toContain(`earned ${scene.id(3)}`);
  });

  test('are not asked for again where the played list has to be read anew', async () => {
    await scene.worker().requests.chooseGames(new Map([[scene.id(1), 'picked']]));
    await scene.database.titles.update(scene.id(2), { 'fetched.earned': null });
    await scene.database.overview.update('library', { hasPlayedList: false });
    expect(await trophiesAskedDaily()).toStrictEqual([]);
  });
});

/** Has a worker die at every so manieth of its calls. */
async function survivesDeaths(step: number): Promise<void> {
  fillLongAgo(12);
  const whole = new MortalWorker(Infinity);
  await scene.syncByHand(scene.worker(whole));
  const [library, requests] = [await scene.contents(), scene.psn.asked.length];
  expect(library.sets).toHaveLength(LATEST);

  for (let lives = 0; lives < whole.calls; lives += step) {
    scene = new SyncScene();
    fillLongAgo(12);
    const worker = new MortalWorker(lives);
    await Promise.race([scene.syncByHand(scene.worker(worker)), worker.death]);
    await scene.wake();

    expect(await scene.contents()).toStrictEqual(library);
    // What was unfinished: an answer on its way to the disk, and the one that was asked meanwhile.
    expect(scene.psn.asked.length).toBeLessThanOrEqual(requests + 2);
    const order = scene.psn.asked.filter((asked) => /^(earned|played)/.test(asked));
    expect(order.lastIndexOf(`earned ${scene.id(LATEST)}`)).toBeLessThan(order.indexOf('played 0'));
    await scene.database.delete();
  }
}

testEvery(
  'where the worker dies at %s call, the same is there, and two requests more were made at most',
  survivesDeaths,
  'thirteenth',
);
