/** @module-tag slow */

import { describe, expect, test } from 'vitest';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { KEY, Writes } from '@/utils/database/writes';
import type { Choice } from '@/utils/domain/library/title';
import { countRows } from '../../bench/in-memory/counted-rows';
import { copiesOf } from '../../support/copy-scene';
import { MortalWorker } from '../../support/mortal-worker';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';
import { testEvery } from '../../support/test-every';

const DAY = 24 * 3_600_000;
const rows = countRows();

/** A library of which nothing is missing, three games picked and one not. */
async function aQuietScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.addTitle({ n: 9, daysAgo: 300 });
  aRecentLibrary(scene, 3);
  scene.addLatest();
  await scene.syncByHand();
  expect(await trophiesAskedDaily(scene)).toStrictEqual([]);
  expect((await overviewOf(scene))?.nothingMissing).not.toBeNull();
  return scene;
}

function overviewOf({ database }: SyncScene) {
  return database.overview.get(KEY);
}

/** What of the trophies is asked for by the daily sync so many days later. */
async function trophiesAskedDaily(scene: SyncScene, days = 1): Promise<string[]> {
  scene.now += days * DAY;
  scene.psn.asked.length = 0;
  await scene.syncDaily();
  expect(scene.status).toStrictEqual({ state: 'idle' });
  return trophiesAsked(scene);
}

function trophiesAsked({ psn }: SyncScene): string[] {
  return psn.asked.filter((asked) => /^(definitions|groups|earned)/.test(asked));
}

function definedAndEarned(scene: SyncScene, n: number): string[] {
  return [`definitions ${scene.id(n)}`, `earned ${scene.id(n)}`];
}

/** As pages have it stored, by a worker that dies before its loop hears of it. */
function playerOf({ database, now }: SyncScene): DexiePlayerWrites {
  return new DexiePlayerWrites(
    new Writes(database, () => now, new AbortController().signal),
    'this',
  );
}

function choose(scene: SyncScene, choice: Choice): Promise<void> {
  return playerOf(scene).choose(new Map([[scene.id(9), choice]]));
}

/** What was had of a game is lost, in no way that a sync could know. */
async function lose(scene: SyncScene, n: number): Promise<void> {
  await scene.database.titles.update(scene.id(n), { 'fetched.earned': null });
}

describe('rows that are read', () => {
  /** By a daily sync of so many games, the first of them picked, which may have a trophy more. Pages are of two. */
  async function readOf(games: number, hasEarned: boolean): Promise<number> {
    const scene = new SyncScene();
    for (let n = games; n > 1; n--) scene.addTitle({ n, daysAgo: 100 + n });
    scene.addTitle({ n: 1, daysAgo: 1 });
    await scene.syncByHand();
    Object.assign(scene.psn, { pageSize: 2, playedPageSize: 2 });
    if (hasEarned) scene.earn(1, 1);
    const before = rows.read;
    await scene.syncDaily();
    expect(scene.status).toStrictEqual({ state: 'idle' });
    return rows.read - before;
  }

  test('are no more of a larger library where nothing has changed', async () => {
    expect(await readOf(30, false)).toBe(await readOf(20, false));
  });

  test('are each title for the plan, and for the glance at the end, where a game has changed', async () => {
    expect((await readOf(30, true)) - (await readOf(20, true))).toBe(2 * 10);
  });
});

describe('nothing is missing, and no title is read to know it', () => {
  test('for a week, but where the player doubts it', async () => {
    const scene = await aQuietScene();
    await lose(scene, 2);
    expect(await trophiesAskedDaily(scene)).toStrictEqual([]);
    expect(await trophiesAskedDaily(scene, 6)).toStrictEqual([`earned ${scene.id(2)}`]);

    await lose(scene, 2);
    scene.psn.asked.length = 0;
    await scene.syncByHand();
    expect(trophiesAsked(scene)).toStrictEqual([`earned ${scene.id(2)}`]);
  });

  test('by no clock that was put back', async () => {
    const scene = await aQuietScene();
    await lose(scene, 2);
    scene.now -= 3 * DAY;
    await scene.database.overview.update(KEY, { lastSyncedAt: scene.now - DAY });
    expect(await trophiesAskedDaily(scene)).toStrictEqual([`earned ${scene.id(2)}`]);
  });

  test('by no row of a build that did not say it', async () => {
    const scene = await aQuietScene();
    await lose(scene, 2);
    const { nothingMissing, ...row } = (await overviewOf(scene))!;
    expect(nothingMissing).not.toBeNull();
    await scene.database.overview.put(row as never);
    expect(await trophiesAskedDaily(scene)).toStrictEqual([`earned ${scene.id(2)}`]);
  });
});

describe('something is missing', () => {
  test.each<[string, Choice[]]>([
    ['a game that is picked', ['picked']],
    ['one that was never to be fetched', ['never', 'picked']],
  ])('once the player wants it: %s', async (_, choices) => {
    const scene = await aQuietScene();
    for (const choice of choices.slice(0, -1)) {
      await choose(scene, choice);
      expect(await trophiesAskedDaily(scene)).toStrictEqual([]);
    }
    await choose(scene, choices.at(-1)!);
    expect(await trophiesAskedDaily(scene)).toStrictEqual(definedAndEarned(scene, 9));
  });

  testEvery(
    'where a game is picked as a sync ends, and the worker dies at %s call',
    async (step) => {
      const copy = await copiesOf(await aQuietScene());
      const pickAtTheEnd = async (life: MortalWorker): Promise<SyncScene> => {
        const scene = await copy();
        let isPicked = false;
        scene.announce = async () => {
          if (!isPicked) await choose(scene, 'picked');
          isPicked = true;
        };
        scene.now += DAY;
        await Promise.race([scene.syncDaily(scene.worker(life)), life.death]);
        if (!isPicked) await choose(scene, 'picked');
        await scene.wake();
        return scene;
      };
      const whole = new MortalWorker(Infinity);
      await pickAtTheEnd(whole);
      for (let lives = Math.floor(whole.calls / 2); lives < whole.calls; lives += step) {
        const scene = await pickAtTheEnd(new MortalWorker(lives));
        expect((await scene.title(9))?.fetched.earned, String(lives)).not.toBeNull();
      }
    },
  );

  test('once every game is wanted, also while it is planned', async () => {
    const scene = await aQuietScene();
    scene.earn(1, 1);
    scene.beforeStore = (method) => {
      if (method === 'planFacts') scene.everyGame = true;
    };
    expect(await trophiesAskedDaily(scene)).toStrictEqual([`earned ${scene.id(1)}`]);
    expect(await trophiesAskedDaily(scene)).toStrictEqual(definedAndEarned(scene, 9));
  });

  test('where a row of a title cannot be read', async () => {
    const scene = await aQuietScene();
    await scene.database.titles.update(scene.id(2), { name: 5 as never });
    expect(await trophiesAskedDaily(scene)).toStrictEqual(definedAndEarned(scene, 2));
  });

  test('where an opened game was answered in another language', async () => {
    const scene = await aQuietScene();
    await scene.database.titles.update(scene.id(2), { 'fetched.language': 'de' });
    await playerOf(scene).openGame(scene.id(2));
    expect(await trophiesAskedDaily(scene)).toStrictEqual([`definitions ${scene.id(2)}`]);
  });

  test('where a sync that found a change was given up', async () => {
    const scene = await aQuietScene();
    scene.earn(1, 1);
    scene.psn.failsOn = (asked) => (asked.startsWith('earned') ? { cause: 'offline' } : null);
    scene.now += DAY;
    await scene.syncDaily();
    expect(scene.status.state).toBe('paused');
    scene.psn.failsOn = () => null;
    expect(await trophiesAskedDaily(scene)).toStrictEqual([`earned ${scene.id(1)}`]);
  });

  testEvery('where an answer was short, and the worker died at %s call', async (step) => {
    const quiet = await aQuietScene();
    await quiet.database.titles.update(quiet.id(2), { 'fetched.language': 'de' });
    await playerOf(quiet).openGame(quiet.id(2));
    const copy = await copiesOf(quiet);
    const answerShort = async (life: MortalWorker): Promise<SyncScene> => {
      const scene = await copy();
      scene.psn.shortAt.set(scene.id(2), 1);
      scene.now += DAY;
      await Promise.race([scene.syncDaily(scene.worker(life)), life.death]);
      await scene.wake();
      expect((await scene.title(2))?.fetched.short?.definitions).toBeDefined();
      return scene;
    };
    const whole = new MortalWorker(Infinity);
    await answerShort(whole);
    for (let lives = Math.floor(whole.calls / 2); lives < whole.calls; lives += step) {
      const scene = await answerShort(new MortalWorker(lives));
      scene.psn.shortAt.clear();
      const asked = await trophiesAskedDaily(scene);
      expect(asked, String(lives)).toContain(`definitions ${scene.id(2)}`);
    }
  });

  test('of a game that is back as it was, where it was not to be had before', async () => {
    const scene = await aQuietScene();
    const [row] = scene.psn.titleRows.filter((title) => title.npCommunicationId === scene.id(3));
    scene.earn(3, 1);
    scene.psn.failsOn = (asked) =>
      asked === `earned ${scene.id(3)}` ? { cause: 'not-found' } : null;
    await scene.syncDaily();
    const known = scene.psn.titleRows;
    scene.removeTitle(3);
    await scene.syncDaily();
    await scene.syncDaily();
    expect(await scene.lastRun()).toMatchObject({ gone: [row?.npCommunicationId] });
    await scene.syncDaily();
    scene.psn.failsOn = () => null;
    scene.psn.titleRows = known;
    scene.psn.asked.length = 0;

    await scene.syncDaily();

    expect(trophiesAsked(scene)).toStrictEqual([`earned ${scene.id(3)}`]);
  });

  test.each([
    ['is refused', 9, 15],
    ['is short', 1, 2],
  ])('where something is asked for another day, since it %s', async (kind, days, again) => {
    const scene = await aQuietScene();
    scene.earn(1, 1);
    const { psn } = scene;
    const id = scene.id(1);
    if (kind === 'is short') psn.shortAt.set(id, 1);
    else psn.failsOn = (asked) => (asked === `earned ${id}` ? { cause: 'not-found' } : null);
    for (let day = 1; day <= days; day++) await trophiesAskedDaily(scene);
    psn.failsOn = () => null;
    psn.shortAt.clear();
    let day = days;
    while ((await trophiesAskedDaily(scene)).length === 0) day++;
    expect(day + 1).toBe(again);
  });
});
