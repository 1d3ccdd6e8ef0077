import { beforeEach, describe, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { DexieLibraryStore } from '@/utils/database/library-store';
import type { SyncStatus } from '@/utils/domain/snapshot';
import { LibrarySync } from '@/utils/sync/library-sync';
import { FakeLibrary } from '../../support/fake-library';
import { MortalWorker } from '../../support/mortal-worker';
import { aPlayedGame, aTitle } from '../../support/titles';

let psn: FakeLibrary;
let database: LibraryDatabase;
let now: number;
let reports: SyncStatus[];
let alarm: number | null;
let writing: AbortController;
let isMendable = false;
let accounts = 0;

beforeEach(() => {
  psn = new FakeLibrary();
  database = new LibraryDatabase(`sync-${String(++accounts)}`);
  now = 1_000_000;
  reports = [];
  alarm = null;
  writing = new AbortController();
  isMendable = false;
});

function startWorker(worker = new MortalWorker(Infinity)): LibrarySync {
  return new LibrarySync({
    psn: worker.mortal(psn),
    store: worker.mortal(new DexieLibraryStore(database, () => now, writing.signal)),
    surroundings: worker.mortal({
      now: () => now,
      prepare: () => Promise.resolve(),
      mend: () => Promise.resolve(isMendable),
      report: (status: SyncStatus) => {
        reports.push(status);
        return Promise.resolve();
      },
      wakeAt: (instant: number) => {
        alarm = instant;
        return Promise.resolve();
      },
      stopWaking: () => {
        alarm = null;
        return Promise.resolve();
      },
    }),
  });
}

/** Five titles on three pages; two played games, one of which belongs to the second title; one media app. */
function fillSony(): void {
  psn.titleRows = [1, 2, 3, 4, 5].map((n) =>
    aTitle({ npCommunicationId: `NPWR0000${String(n)}_00`, lastUpdatedAt: 10_000 - n }),
  );
  psn.playedRows = [
    aPlayedGame({ npTitleId: 'PPSA1', lastPlayedAt: 50_000, playSeconds: 7 }),
    aPlayedGame({ npTitleId: 'CUSA9', lastPlayedAt: 40_000 }),
    aPlayedGame({ npTitleId: 'NETFLIX', category: 'ps5_web_based_media_app' }),
  ];
  psn.sets.set('PPSA1', ['NPWR00002_00']);
}

async function libraryNewestFirst(): Promise<string[]> {
  return database.titles.orderBy('lastPlayedAt').reverse().primaryKeys();
}

describe('a first sync', () => {
  beforeEach(fillSony);

  test('stores every title, the summary, and joins the played list by id', async () => {
    await startWorker().start();

    expect(await libraryNewestFirst()).toStrictEqual(
      [2, 1, 3, 4, 5].map((n) => `NPWR0000${String(n)}_00`),
    );
    expect(await database.titles.get('NPWR00002_00')).toMatchObject({
      lastPlayedAt: 50_000,
      lastPlayedSource: 'played-list',
      playSeconds: 7,
    });
    expect(await database.overview.get('library')).toMatchObject({
      summary: { trophyLevel: 7 },
      lastSyncedAt: now,
    });
    expect(await database.cursor.count()).toBe(0);
    expect(reports.at(-1)).toStrictEqual({ state: 'idle' });
    expect(alarm).toBeNull();
  });

  test('asks for the sets of games only, five at a time, once and for ever', async () => {
    await startWorker().start();
    expect(psn.asked.filter((call) => call.startsWith('sets'))).toStrictEqual(['sets PPSA1,CUSA9']);

    psn.asked.length = 0;
    await startWorker().start();
    expect(psn.asked.some((call) => call.startsWith('sets'))).toBe(false);
    expect((await database.titles.get('NPWR00002_00'))?.playSeconds).toBe(7);
  });

  test('ends with the same library after the worker was killed at any call, repeating one request', async () => {
    const whole = new MortalWorker(Infinity);
    await startWorker(whole).start();
    const undisturbed = await database.titles.toArray();
    const requests = psn.asked.length;

    for (let lives = 0; lives < whole.calls; lives++) {
      psn = new FakeLibrary();
      fillSony();
      database = new LibraryDatabase(`sync-${String(++accounts)}`);
      const worker = new MortalWorker(lives);
      await Promise.race([startWorker(worker).start(), worker.death]);

      const reborn = startWorker();
      await reborn.resume();
      // Killed before anything at all was stored: then the connection has no sync yet, and starts one.
      if ((await database.overview.count()) === 0) await reborn.start();

      expect(await database.titles.toArray()).toStrictEqual(undisturbed);
      expect(psn.asked.length).toBeLessThanOrEqual(requests + 1);
      expect(reports.at(-1) ?? { state: 'idle' }).toStrictEqual({ state: 'idle' });
      expect(alarm).toBeNull();
    }
  });
});

test('an empty account is a complete library', async () => {
  await startWorker().start();

  expect(reports.at(-1)).toStrictEqual({ state: 'idle' });
  expect((await database.overview.get('library'))?.lastSyncedAt).toBe(now);
});

describe('when Sony fails', () => {
  beforeEach(fillSony);

  test.each([0, 2, 4])('on the page at %i nothing is lost and it goes on there', async (offset) => {
    psn.failures = {
      titles: [...Array<null>(offset / 2).fill(null), { cause: 'sony-down', status: 500 }],
    };

    await startWorker().start();

    expect(await database.titles.count()).toBe(offset);
    expect(reports.at(-1)).toMatchObject({
      state: 'paused',
      phase: 'titles',
      failure: { cause: 'sony-down' },
      resumesAt: now + 60_000,
    });
    expect(alarm).toBe(now + 60_000);

    psn.asked.length = 0;
    now += 60_000;
    await startWorker().resume();

    expect(psn.asked[0]).toBe(`titles ${String(offset)}`);
    expect(await database.titles.count()).toBe(5);
    expect(reports.at(-1)).toStrictEqual({ state: 'idle' });
  });

  test('a pause is waited out to the instant that Sony named', async () => {
    const until = now + 532_000;
    psn.failures = { titles: [{ cause: 'too-many-requests', until }] };
    await startWorker().start();
    expect(alarm).toBe(until);

    psn.asked.length = 0;
    now = until - 1;
    await startWorker().resume();
    expect(psn.asked).toHaveLength(0);

    now = until;
    await startWorker().resume();
    expect(await database.titles.count()).toBe(5);
  });

  test('waits grow while nothing comes further', async () => {
    psn.failures = { titles: Array.from({ length: 3 }, () => ({ cause: 'no-answer' as const })) };
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      await startWorker().start();
      waits.push((alarm ?? 0) - now);
    }
    expect(waits).toStrictEqual([60_000, 300_000, 900_000]);
  });

  test.each(['summary', 'playedGames', 'setsOf'] as const)(
    'a %s that is not to be had costs nothing else, and is said',
    async (call) => {
      psn.failures = { [call]: [{ cause: 'sony-down' }] };

      await startWorker().start();

      expect(await database.titles.count()).toBe(5);
      expect(reports.at(-1)).toStrictEqual({ state: 'idle' });
      const phase = { summary: 'summary', playedGames: 'played-games', setsOf: 'matching' }[call];
      expect(await database.overview.get('library')).toMatchObject({
        lastSyncedAt: now,
        gaps: [{ phase, failure: { cause: 'sony-down' } }],
      });
    },
  );

  test('a pause stops extras too: it is about everything', async () => {
    psn.failures = { playedGames: [{ cause: 'own-pause', until: now + 1 }] };

    await startWorker().start();

    expect(reports.at(-1)).toMatchObject({ state: 'paused', phase: 'played-games' });
  });

  test('a player who syncs while a later part is stopped gets new games first', async () => {
    psn.failures = { playedGames: [{ cause: 'own-pause', until: now + 1 }] };
    await startWorker().start();
    psn.asked.length = 0;

    await startWorker().start();

    expect(psn.asked[0]).toBe('titles 0');
    expect((await database.overview.get('library'))?.gaps).toStrictEqual([]);
  });
});

test('a row that cannot be read is set aside, and the rest is kept', async () => {
  fillSony();
  psn.unreadRows = [{ id: 'NPWR66666_00', fields: ['progress'] }];

  await startWorker().start();

  expect(await database.titles.count()).toBe(5);
  expect(await database.setAside.toArray()).toStrictEqual([
    { id: 'titles/NPWR66666_00', list: 'titles', fields: ['progress'], seenAt: now },
  ]);

  psn.unreadRows = [];
  psn.titleRows.push(aTitle({ npCommunicationId: 'NPWR66666_00' }));
  await startWorker().start();
  expect(await database.setAside.count()).toBe(0);
});

test('a title that jumps to the top while pages are read is found by a second look', async () => {
  fillSony();
  const jumped = aTitle({ npCommunicationId: 'NPWR00005_00', lastUpdatedAt: 99_000 });
  psn.afterTitles = (offset) => {
    if (offset === 0) psn.titleRows = [jumped, ...psn.titleRows.slice(0, 4)];
  };

  await startWorker().start();

  expect(await database.titles.count()).toBe(5);
  expect((await database.titles.get('NPWR00005_00'))?.lastUpdatedAt).toBe(99_000);
});

test('pages that lead nowhere are not followed for ever', async () => {
  fillSony();
  psn.titles = () => Promise.resolve({ rows: [], unread: [], nextOffset: 0, total: 5 });

  await startWorker().start();

  expect(reports.at(-1)).toMatchObject({
    state: 'paused',
    failure: { cause: 'answer-not-understood', fields: ['nextOffset'] },
  });
});

test('a connection that Sony ended and a renewal got back interrupts nothing', async () => {
  fillSony();
  isMendable = true;
  psn.failures = { titles: [null, { cause: 'token-refused' }] };

  await startWorker().start();

  expect(reports.at(-1)).toStrictEqual({ state: 'idle' });
  expect(psn.asked.filter((call) => call === 'titles 0')).toHaveLength(1);
});

test('one that cannot be got back stops the sync, once', async () => {
  fillSony();
  isMendable = true;
  psn.failures = { titles: Array.from({ length: 9 }, () => ({ cause: 'token-refused' as const })) };

  await startWorker().start();

  expect(reports.at(-1)).toMatchObject({ state: 'paused', failure: { cause: 'token-refused' } });
  expect(psn.asked).toHaveLength(2);
});

test('nothing is written any more once everything was erased', async () => {
  fillSony();
  psn.afterTitles = (offset) => {
    if (offset === 2) writing.abort();
  };

  await expect(startWorker().start()).rejects.toThrow('aborted');

  expect(await database.titles.count()).toBe(2);
});
