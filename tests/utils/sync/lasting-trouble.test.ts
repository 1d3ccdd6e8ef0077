/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

async function trophiesOf(n: number): Promise<Trophy[]> {
  const row = await scene.database.trophySets.get(scene.id(n));
  return row === undefined ? [] : unpacked(row).trophies;
}

function requests(kind: string): string[] {
  return scene.psn.asked.filter((asked) => asked.startsWith(kind));
}

describe('a trophy that cannot be read', () => {
  beforeEach(async () => {
    aRecentLibrary(scene, 2);
    scene.psn.unreadTrophies.set(scene.id(1), [0]);
    await scene.syncByHand();
  });

  test('costs one request a sync, and the sync ends', async () => {
    expect(requests('definitions')).toStrictEqual([1, 2].map((n) => `definitions ${scene.id(n)}`));
    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });

    scene.psn.asked.length = 0;
    await scene.syncByHand();
    expect(requests('definitions')).toStrictEqual([`definitions ${scene.id(1)}`]);
  });

  test('is said, although the rest of its set could be read', async () => {
    expect(await trophiesOf(1)).toMatchObject([{ trophyId: 1, rates: [{ rate: 46 }] }]);
    expect(await scene.database.unreadRows.toArray()).toMatchObject([
      { npCommunicationId: scene.id(1), fields: ['trophyType'], cause: null },
    ]);
    expect((await scene.lastRun())?.unread).toBe(1);
  });

  test('is there with what the player has of it once it can be read', async () => {
    scene.psn.unreadTrophies.clear();

    await scene.syncByHand();

    expect(await trophiesOf(1)).toMatchObject([{ earned: true }, { earned: false }]);
    expect(await scene.database.unreadRows.count()).toBe(0);
  });
});

test('what was known of a trophy outlives definitions that cannot be read', async () => {
  aRecentLibrary(scene, 1);
  await scene.syncByHand();
  scene.addOn(1);
  scene.psn.unreadTrophies.set(scene.id(1), [0]);
  await scene.syncByHand();

  const kept = (await trophiesOf(1)).find(({ trophyId }) => trophyId === 0);
  expect(kept).toMatchObject({ earned: true, rates: [{ rate: 46 }] });
});

test('waits grow while nothing comes further, also where games fail one by one', async () => {
  aRecentLibrary(scene, 9);
  scene.psn.failsOn = (asked) => (asked.startsWith('definitions') ? { cause: 'sony-down' } : null);
  await scene.syncByHand();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    waits.push(((scene.alarm ?? 0) - scene.now) / 60_000);
    await scene.wakeByAlarm();
  }

  expect(waits).toStrictEqual([1, 5, 15, 60, 180]);
  // Each try bears with one more.
  expect(requests('definitions')).toHaveLength(3 + 4 + 5 + 6 + 7 + 8);
});

describe('games that Sony always fails on', () => {
  /** Syncs, and tries again as the alarm says, at most so many times. */
  async function syncWithout(games: number[], tries: number): Promise<void> {
    aRecentLibrary(scene, 9);
    const failing = games.map((n) => `definitions ${scene.id(n)}`);
    scene.psn.failsOn = (asked) => (failing.includes(asked) ? { cause: 'sony-down' } : null);
    await scene.syncByHand();
    for (let each = 0; each < tries; each++) {
      expect(requests('earned').length).toBeLessThan(9 - games.length);
      await scene.wakeByAlarm();
    }
  }

  test.each([
    ['with others between them cost themselves', [1, 3, 5, 7], 0],
    ['at the head of all others do not keep those waiting', [1, 2, 3], 1],
    ['at the head and more of them, neither', [1, 2, 3, 4, 5], 1],
  ])('%s', async (_, games, tries) => {
    await syncWithout(games, tries);

    expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
    expect(requests('earned')).toHaveLength(9 - games.length);
    expect(await scene.database.unreadRows.count()).toBe(games.length);
    expect(scene.snapshot.gaps).toMatchObject([
      { phase: 'trophies', failure: { cause: 'sony-down' } },
    ]);
  });
});
