/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { MortalWorker } from '../../support/mortal-worker';
import { SyncScene } from '../../support/sync-scene';
import { aPlayedGame, aTitle } from '../../support/titles';
import { testEvery } from '../../support/test-every';

let scene: SyncScene;

beforeEach(() => {
  scene = smallPages();
});

/** Sony with pages of two rows, long after everything was played: the trophies of the latest only are fetched. */
function smallPages(): SyncScene {
  const small = new SyncScene();
  small.psn.pageSize = 2;
  small.psn.playedPageSize = 2;
  return small;
}

/** Five titles on three pages; two played games, one of which belongs to the second title; one media app. */
function fillSony(): void {
  scene.psn.titleRows = [1, 2, 3, 4, 5].map((n) =>
    aTitle({ npCommunicationId: `NPWR0000${String(n)}_00`, lastUpdatedAt: 10_000 - n }),
  );
  scene.psn.playedRows = [
    aPlayedGame({ npTitleId: 'PPSA1', lastPlayedAt: 50_000, playSeconds: 7 }),
    aPlayedGame({ npTitleId: 'CUSA9', lastPlayedAt: 40_000 }),
    aPlayedGame({ npTitleId: 'NETFLIX', category: 'ps5_web_based_media_app' }),
  ];
  scene.psn.sets.set('PPSA1', ['NPWR00002_00']);
}

async function libraryNewestFirst(): Promise<string[]> {
  return scene.database.titles.orderBy('lastPlayedAt').reverse().primaryKeys();
}

/** The second time for a page of half the size. */
const twice = (failure: Failure): Failure[] => [failure, failure];

describe('a first sync', () => {
  beforeEach(fillSony);

  test('stores every title, the summary, and joins the played list by id', async () => {
    await scene.syncByHand();

    expect(await libraryNewestFirst()).toStrictEqual(
      [2, 1, 3, 4, 5].map((n) => `NPWR0000${String(n)}_00`),
    );
    expect(await scene.database.titles.get('NPWR00002_00')).toMatchObject({
      lastPlayedAt: 50_000,
      lastPlayedSource: 'played-list',
      playSeconds: 7,
    });
    expect(await scene.database.overview.get('library')).toMatchObject({
      summary: { trophyLevel: 7 },
      lastSyncedAt: scene.now,
    });
    expect(await scene.database.syncCursor.count()).toBe(0);
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
    expect(scene.alarm).toBeNull();
  });

  test('asks for the sets of games only, five at a time, once and for ever', async () => {
    await scene.syncByHand();
    expect(scene.psn.asked.filter((call) => call.startsWith('sets'))).toStrictEqual([
      'sets PPSA1,CUSA9',
    ]);

    scene.psn.asked.length = 0;
    await scene.syncByHand();
    expect(scene.psn.asked.some((call) => call.startsWith('sets'))).toBe(false);
    expect((await scene.database.titles.get('NPWR00002_00'))?.playSeconds).toBe(7);
  });

  testEvery(
    'ends with the same library after the worker was killed at %s call, repeating what was unfinished',
    async (step) => {
      const whole = new MortalWorker(Infinity);
      await scene.syncByHand(scene.worker(whole));
      const undisturbed = await scene.database.titles.toArray();
      const requests = scene.psn.asked.length;

      for (let lives = 0; lives < whole.calls; lives += step) {
        scene = smallPages();
        fillSony();
        const worker = new MortalWorker(lives);
        await Promise.race([scene.syncByHand(scene.worker(worker)), worker.death]);

        await scene.wake();

        expect(await scene.database.titles.toArray()).toStrictEqual(undisturbed);
        expect(scene.psn.asked.length).toBeLessThanOrEqual(requests + 2);
        expect(scene.reports.at(-1) ?? { state: 'idle' }).toStrictEqual({ state: 'idle' });
        expect(scene.alarm).toBeNull();
        await scene.database.delete();
      }
    },
    'thirteenth',
  );
});

test('an empty account is a complete library', async () => {
  await scene.syncByHand();

  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  expect((await scene.database.overview.get('library'))?.lastSyncedAt).toBe(scene.now);
});

describe('when Sony fails', () => {
  beforeEach(fillSony);

  test.each([0, 2, 4])('on the page at %i nothing is lost and it goes on there', async (offset) => {
    scene.psn.failures = {
      titles: [
        ...Array<null>(offset / 2).fill(null),
        ...twice({ cause: 'sony-down', status: 500 }),
      ],
    };

    await scene.syncByHand();

    expect(await scene.database.titles.count()).toBe(offset);
    expect(scene.reports.at(-1)).toMatchObject({
      state: 'paused',
      phase: 'titles',
      failure: { cause: 'sony-down' },
      resumesAt: scene.now + 60_000,
    });
    expect(scene.alarm).toBe(scene.now + 60_000);

    scene.psn.asked.length = 0;
    scene.now += 60_000;
    await scene.wake();

    expect(scene.psn.asked[0]).toBe(`titles ${String(offset)}`);
    expect(await scene.database.titles.count()).toBe(5);
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  });

  test('a pause is waited out to the instant that Sony named', async () => {
    const until = scene.now + 532_000;
    scene.psn.failures = { titles: [{ cause: 'too-many-requests', until }] };
    await scene.syncByHand();
    expect(scene.alarm).toBe(until);

    scene.psn.asked.length = 0;
    scene.now = until - 1;
    await scene.wake();
    expect(scene.psn.asked).toHaveLength(0);

    scene.now = until;
    await scene.wake();
    expect(await scene.database.titles.count()).toBe(5);
  });

  test('waits grow while nothing comes further', async () => {
    scene.psn.failures = {
      titles: Array.from({ length: 6 }, () => ({ cause: 'no-answer' as const })),
    };
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      await scene.syncByHand();
      waits.push((scene.alarm ?? 0) - scene.now);
    }
    expect(waits).toStrictEqual([60_000, 300_000, 900_000]);
  });

  test.each(['summary', 'playedGames', 'setsOf'] as const)(
    'a %s that is not to be had costs nothing else, and is said',
    async (call) => {
      scene.psn.failures = {
        [call]: Array.from({ length: 9 }, () => ({ cause: 'sony-down' as const })),
      };

      await scene.syncByHand();

      expect(await scene.database.titles.count()).toBe(5);
      expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
      const phase = { summary: 'summary', playedGames: 'played-games', setsOf: 'matching' }[call];
      expect(await scene.database.overview.get('library')).toMatchObject({
        lastSyncedAt: scene.now,
        gaps: [{ phase, failure: { cause: 'sony-down' } }],
      });
    },
  );

  test('a pause stops extras too: it is about everything', async () => {
    scene.psn.failures = { playedGames: [{ cause: 'own-pause', until: scene.now + 1 }] };

    await scene.syncByHand();

    expect(scene.reports.at(-1)).toMatchObject({ state: 'paused', phase: 'played-games' });
  });

  test('a player who syncs while a later part is stopped gets new games first', async () => {
    scene.psn.failures = { playedGames: [{ cause: 'own-pause', until: scene.now + 1 }] };
    await scene.syncByHand();
    scene.psn.asked.length = 0;

    await scene.syncByHand();

    expect(scene.psn.asked[0]).toBe('titles 0');
    expect((await scene.database.overview.get('library'))?.gaps).toStrictEqual([]);
  });
});

test('a row that cannot be read is set aside, and the rest is kept', async () => {
  fillSony();
  scene.psn.unreadRows = [{ id: 'NPWR66666_00', fields: ['progress'] }];

  await scene.syncByHand();

  expect(await scene.database.titles.count()).toBe(5);
  expect(await scene.database.unreadRows.toArray()).toStrictEqual([
    {
      id: 'titles/NPWR66666_00',
      list: 'titles',
      npCommunicationId: 'NPWR66666_00',
      fields: ['progress'],
      cause: null,
      seenAt: scene.now,
    },
  ]);

  scene.psn.unreadRows = [];
  scene.psn.titleRows.push(aTitle({ npCommunicationId: 'NPWR66666_00' }));
  await scene.syncByHand();
  expect(await scene.database.unreadRows.count()).toBe(0);
});

test('a title that jumps to the top while pages are read is found by a second look', async () => {
  fillSony();
  const jumped = aTitle({ npCommunicationId: 'NPWR00005_00', lastUpdatedAt: 99_000 });
  scene.psn.afterTitles = (offset) => {
    if (offset === 0) scene.psn.titleRows = [jumped, ...scene.psn.titleRows.slice(0, 4)];
  };

  await scene.syncByHand();

  expect(await scene.database.titles.count()).toBe(5);
  expect((await scene.database.titles.get('NPWR00005_00'))?.lastUpdatedAt).toBe(99_000);
});

test('pages that bring nothing are not followed for ever', async () => {
  fillSony();
  scene.psn.titles = (offset) =>
    Promise.resolve({ rows: [], unread: [], nextOffset: offset + 2, total: 5 });

  await scene.syncByHand();

  const gap = { phase: 'titles', failure: { cause: 'list-short', during: 'titles' } };
  expect((await scene.lastRun())?.gaps).toContainEqual(gap);
});

test('a connection that Sony ended and a renewal got back interrupts nothing', async () => {
  fillSony();
  scene.canReconnect = true;
  scene.psn.failures = { titles: [null, { cause: 'token-refused' }] };

  await scene.syncByHand();

  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  expect(scene.psn.asked.filter((call) => call === 'titles 0')).toHaveLength(1);
});

test('one that cannot be got back stops the sync, once', async () => {
  fillSony();
  scene.canReconnect = true;
  scene.psn.failures = {
    titles: Array.from({ length: 9 }, () => ({ cause: 'token-refused' as const })),
  };

  await scene.syncByHand();

  expect(scene.reports.at(-1)).toMatchObject({
    state: 'blocked',
    failure: { cause: 'token-refused' },
  });
  expect(scene.psn.asked).toHaveLength(2);
});

test('nothing is written any more once the sync was ended for good', async () => {
  fillSony();
  const worker = scene.worker();
  scene.psn.afterTitles = (offset) => {
    if (offset !== 2) return;
    scene.connected = null;
    worker.loop.interrupt();
  };

  await scene.syncByHand(worker);

  expect(await scene.database.titles.count()).toBe(2);
  expect(scene.psn.asked).toHaveLength(2);
});
