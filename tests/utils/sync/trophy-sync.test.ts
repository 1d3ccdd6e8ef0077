/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import { LATEST } from '@/utils/domain/sync/latest-requests';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { MortalWorker } from '../../support/mortal-worker';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';
import { testEvery } from '../../support/test-every';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

async function setOf(id: string): Promise<TrophySet | null> {
  const row = await scene.database.trophySets.get(id);
  return row === undefined ? null : unpacked(row);
}

function requests(kind: string): string[] {
  return scene.psn.asked.filter((asked) => asked.startsWith(kind));
}

describe('a first sync', () => {
  test('fetches the trophies of games of the last months, last played first', async () => {
    aRecentLibrary(scene, 3);
    scene.addTitle({ n: 9, daysAgo: 200 });
    scene.addLatest();

    await scene.syncByHand();

    expect(requests('earned').slice(LATEST)).toStrictEqual(
      [1, 2, 3].map((n) => `earned ${scene.id(n)}`),
    );
    expect(await setOf(scene.id(9))).toBeNull();
    expect((await setOf(scene.id(1)))?.trophies).toMatchObject([
      { trophyId: 0, name: 'Trophy 0', earned: true, rates: [{ rate: 46 }] },
      { trophyId: 1, name: 'Trophy 1', earned: false },
    ]);
  });

  test('asks for group names only where a set has groups', async () => {
    scene.addTitle({ n: 1, daysAgo: 1, groupCount: 2 });
    scene.addTitle({ n: 2, daysAgo: 2 });

    await scene.syncByHand();

    expect(requests('groups')).toStrictEqual([`groups ${scene.id(1)}`]);
  });

  /** Has a worker die at every so manieth of its calls. */
  async function survivesDeaths(step: number): Promise<void> {
    const undisturbed = new SyncScene();
    aRecentLibrary(undisturbed, 4);
    const whole = new MortalWorker(Infinity);
    await undisturbed.syncByHand(undisturbed.worker(whole));
    const library = await undisturbed.contents();
    expect(library.sets).toHaveLength(4);

    for (let lives = 0; lives < whole.calls; lives += step) {
      scene = new SyncScene();
      aRecentLibrary(scene, 4);
      const worker = new MortalWorker(lives);
      await Promise.race([scene.syncByHand(scene.worker(worker)), worker.death]);

      await scene.wake();

      expect(await scene.contents()).toStrictEqual(library);
      // What was unfinished: an answer on its way to the disk, and the one that was asked meanwhile.
      expect(scene.psn.asked.length).toBeLessThanOrEqual(undisturbed.psn.asked.length + 2);
      expect(scene.alarm).toBeNull();
      await scene.database.delete();
    }
  }

  testEvery(
    'ends with the same database after the worker was killed at %s call, repeating what was unfinished',
    survivesDeaths,
  );
});

describe('the next sync', () => {
  beforeEach(async () => {
    aRecentLibrary(scene, 6);
    await scene.syncByHand();
    scene.psn.asked.length = 0;
    scene.now += 60_000;
  });

  test('asks for one page of titles and a short played list where nothing has changed', async () => {
    await scene.syncDaily();

    expect(scene.psn.asked).toStrictEqual(['titles 0', 'played 0']);
  });

  test('asks for what was earned, and nothing else, of a game with a new trophy', async () => {
    scene.earn(4, 1);

    await scene.syncDaily();

    expect(scene.psn.asked).toStrictEqual(['titles 0', 'played 0', `earned ${scene.id(4)}`]);
    expect((await setOf(scene.id(4)))?.trophies[1]).toMatchObject({ earned: true });
    expect(await scene.lastRun()).toMatchObject({
      outcome: 'complete',
      isFirst: false,
      requests: 3,
      newTrophies: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
    });
  });

  test('asks for definitions anew where an add-on came out', async () => {
    scene.addOn(2);

    await scene.syncDaily();

    expect(requests('definitions')).toStrictEqual([`definitions ${scene.id(2)}`]);
    expect((await setOf(scene.id(2)))?.trophies).toHaveLength(3);
    expect(await scene.lastRun()).toMatchObject({
      grown: [scene.id(2)],
      lostHundreds: [],
    });
  });

  test('a game is gone when two whole lists agree, and is kept with its trophies', async () => {
    scene.removeTitle(3);

    await scene.syncDaily();
    expect((await scene.title(3))?.absence).toStrictEqual({ missedAt: scene.now, isSure: false });
    expect(await scene.lastRun()).toMatchObject({ gone: [] });

    await scene.syncDaily();
    const missedAt = scene.now - 60_000;
    expect((await scene.title(3))?.absence).toStrictEqual({ missedAt, isSure: true });
    expect(await scene.lastRun()).toMatchObject({ gone: [scene.id(3)] });
    expect(await setOf(scene.id(3))).not.toBeNull();
  });

  test('one empty list takes nothing away', async () => {
    const rows = scene.psn.titleRows;
    scene.psn.titleRows = [];
    await scene.syncDaily();
    scene.psn.titleRows = rows;
    await scene.syncDaily();

    const titles = await scene.database.titles.toArray();
    expect(titles).toHaveLength(6);
    expect(titles.every(({ absence }) => absence === null)).toBe(true);
  });

  test('a game that is new is picked by itself', async () => {
    scene.addTitle({ n: 7, daysAgo: 0 });

    await scene.syncDaily();

    expect(requests('earned')).toStrictEqual([`earned ${scene.id(7)}`]);
    expect(await scene.lastRun()).toMatchObject({ newTitles: [scene.id(7)], newTitleCount: 1 });
  });
});

describe('when Sony fails', () => {
  test('a set that is not to be had costs itself, is set aside, and is tried again next time', async () => {
    aRecentLibrary(scene, 3);
    scene.psn.failsOn = (asked) =>
      asked === `earned ${scene.id(2)}` ? { cause: 'answer-not-understood' } : null;

    await scene.syncByHand();

    expect(await scene.database.unreadRows.toArray()).toMatchObject([
      { npCommunicationId: scene.id(2), cause: 'answer-not-understood' },
    ]);
    expect((await setOf(scene.id(3)))?.trophies[0]?.earned).toBe(true);

    scene.psn.failsOn = () => null;
    scene.psn.asked.length = 0;
    await scene.syncByHand();
    expect(requests('earned')).toStrictEqual([`earned ${scene.id(2)}`]);
    expect(await scene.database.unreadRows.count()).toBe(0);
  });

  test('what may pass is tried again a minute later', async () => {
    aRecentLibrary(scene, 3);
    scene.psn.failures = { earned: [{ cause: 'sony-down', status: 503 }] };

    await scene.syncByHand();

    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
    expect(scene.snapshot.triesAgainAt).toBe(scene.now + 60_000);
    await scene.wakeByAlarm();

    expect(requests('earned')).toStrictEqual([1, 2, 3, 1].map((n) => `earned ${scene.id(n)}`));
    expect(scene.snapshot.triesAgainAt).toBeNull();
    expect(scene.alarm).toBeNull();
    expect(await scene.database.unreadRows.count()).toBe(0);
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  });

  test('three failures in a row are not the games: no more of that kind is asked for, and it is tried again', async () => {
    aRecentLibrary(scene, 9);
    scene.psn.failsOn = (asked) =>
      asked.startsWith('definitions') ? { cause: 'sony-down', status: 503 } : null;

    await scene.syncByHand();

    expect(requests('definitions')).toHaveLength(3);
    expect(requests('earned')).toHaveLength(0);
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
    expect(scene.snapshot).toMatchObject({
      gaps: [{ phase: 'trophies', failure: { cause: 'sony-down' } }],
      triesAgainAt: scene.now + 60_000,
    });
  });

  test('a spent budget waits, says until when, and goes on where it was', async () => {
    aRecentLibrary(scene, 4);
    scene.budget = 26;
    scene.everyGame = true;
    await scene.syncByHand();

    expect(scene.reports.at(-1)).toMatchObject({
      state: 'paused',
      phase: 'trophies',
      failure: { cause: 'own-pause' },
      resumesAt: scene.now + 900_000,
    });
    const before = [...scene.psn.asked];

    scene.budget = 300;
    scene.now += 900_000;
    await scene.wake();

    expect((await scene.contents()).sets).toHaveLength(4);
    expect(new Set(scene.psn.asked).size).toBe(scene.psn.asked.length);
    expect(scene.psn.asked.slice(0, before.length)).toStrictEqual(before);
  });

  test('a pause that Sony has named is above the player’s click', async () => {
    aRecentLibrary(scene, 1);
    const until = scene.now + 500_000;
    scene.psn.failures = { titles: [{ cause: 'too-many-requests', until }] };
    await scene.syncByHand();

    await scene.syncByHand();
    const { loop, requests } = scene.worker();
    await requests.chooseGames(new Map([[scene.id(1), 'picked']]));
    await requests.openGame(scene.id(1));
    await loop.wake();

    expect(scene.psn.asked).toStrictEqual(['titles 0']);
    expect(scene.alarm).toBe(until);
  });
});

test('a sync that was cut off goes on as soon as the device is online again', async () => {
  aRecentLibrary(scene, 1);
  scene.isOnline = false;
  scene.psn.failures = { titles: [{ cause: 'offline' }] };
  await scene.syncByHand();
  await scene.wake();
  expect(scene.psn.asked).toHaveLength(1);

  scene.isOnline = true;
  await scene.wake();

  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
});

test('nothing is written any more once the sync was ended for good', async () => {
  aRecentLibrary(scene, 2);
  const worker = scene.worker();
  scene.psn.failsOn = (asked) => {
    if (asked !== `earned ${scene.id(1)}`) return null;
    scene.connected = null;
    worker.loop.interrupt();
    return null;
  };

  await scene.syncByHand(worker);

  // What was answered before may have been on its way to the disk.
  expect((await setOf(scene.id(1)))?.trophies[0]?.earned ?? null).toBeNull();
});
