/** @module-tag slow */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FaultScene } from '../../support/fault-scene';
import { shortenWaits } from '../../support/shorten-waits';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scene: FaultScene;

beforeEach(() => {
  shortenWaits();
  scene = new FaultScene();
});

async function firstGame(): Promise<string> {
  return (await scene.database.titles.toCollection().primaryKeys())[0] ?? '';
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await scene.database.delete();
});

describe('another try', () => {
  test('at one list is no sync: the daily one is still due, and what is missing for good is said once', async () => {
    scene.tiny.fault = (asked) => {
      if (asked === 'profile') return '403-json';
      return asked === 'summary' || asked === 'played-games' ? '500' : null;
    };
    await scene.syncByHand();
    const { lastSyncedAt, gaps } = scene.snapshot;
    expect(gaps.map(({ phase }) => phase)).toStrictEqual(['summary', 'profile', 'played-games']);
    scene.tiny.fault = (asked) => (asked === 'summary' ? '500' : null);
    scene.tiny.asked.length = 0;
    await scene.wakeByAlarm();

    expect(scene.tiny.asked).toStrictEqual(['summary', 'summary', 'played-games', 'matching']);
    expect(scene.snapshot.gaps.map(({ phase }) => phase)).toStrictEqual(['profile', 'summary']);
    expect(scene.snapshot.lastSyncedAt).toBe(lastSyncedAt);
    await scene.wakeByAlarm();
    expect(scene.snapshot.gaps.map(({ phase }) => phase)).toStrictEqual(['profile', 'summary']);
  });

  test('is made at games that were picked since, which are missing until then', async () => {
    scene.tiny.fault = (asked) => (asked === 'profile' ? '403-json' : null);
    await scene.syncByHand();
    await scene.database.titles
      .toCollection()
      .modify({ choice: 'unpicked', fetched: NOTHING_FETCHED });
    scene.tiny.fault = (asked) => (asked === 'definitions' ? '500' : null);
    const { requests, loop } = scene.worker();
    await requests.chooseGames(new Map([[await firstGame(), 'picked']]));
    await loop.wake();

    const gaps = scene.snapshot.gaps.map(({ phase }) => phase);
    expect(gaps).toStrictEqual(['profile', 'trophies', 'groups']);
    expect(scene.snapshot.triesAgainAt).toBe(scene.alarm);
    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(scene.snapshot.gaps.map(({ phase }) => phase)).toStrictEqual(['profile']);
  });

  test('is made at a sum that was wanted before its week is over', async () => {
    await scene.syncByHand();
    scene.tiny.games.pop();
    await scene.syncDaily();
    scene.tiny.fault = (asked) => (asked === 'summary' ? '500' : null);
    await scene.syncDaily();
    expect(scene.snapshot.gaps).toMatchObject([{ phase: 'summary' }]);
    scene.tiny.fault = () => null;
    scene.tiny.asked.length = 0;
    await scene.wakeByAlarm();

    expect(scene.tiny.asked).toStrictEqual(['summary']);
    expect(scene.snapshot).toMatchObject({ gaps: [], triesAgainAt: null });
  });

  test('at the titles follows what else was missing, and says it once', async () => {
    await scene.syncByHand();
    scene.now += 7 * 24 * HOUR;
    scene.tiny.fault = (asked) => (asked === 'titles' || asked === 'summary' ? '500' : null);
    await scene.syncByHand();
    scene.tiny.fault = (asked) => (asked === 'summary' ? '500' : null);
    await scene.wakeByAlarm();

    expect(scene.snapshot.gaps.map(({ phase }) => phase)).toStrictEqual(['summary']);
    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(scene.snapshot).toMatchObject({ gaps: [], triesAgainAt: null });
  });

  test('at games of which one fails the whole call is made at each alone: only that one waits', async () => {
    scene.tiny.fault = (asked, _, games) =>
      asked === 'matching' && games.includes('B') ? '500' : null;
    await scene.syncByHand();
    const matched = async () =>
      (await scene.database.playedGames.toArray()).map((game) => game.matched).join('');
    expect(await matched()).toBe('000');
    await scene.wakeByAlarm();
    expect(await matched()).toBe('101');

    for (const minutes of [5, 15, 60]) {
      expect(scene.alarm).toBe(scene.now + minutes * MINUTE);
      scene.tiny.asked.length = 0;
      await scene.wakeByAlarm();
      expect(scene.tiny.asked).toStrictEqual(['matching']);
    }
    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(await matched()).toBe('111');
  });

  test('at what never comes is made ever less often, with three requests each, and weekly in the end', async () => {
    scene.tiny.fault = (asked, game) => (asked === 'earned' && game === 'A' ? '500' : null);
    await scene.syncByHand();
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      waits.push(((scene.alarm ?? 0) - scene.now) / MINUTE);
      scene.tiny.asked.length = 0;
      await scene.wakeByAlarm();
      // The whole set, a part of it, and what would be behind that.
      expect(scene.tiny.asked).toStrictEqual(['earned A', 'earned A', 'earned A']);
    }

    expect(waits).toStrictEqual([1, 5, 15, 60, 180, 360, 720]);
    scene.tiny.asked.length = 0;
    for (let day = 0; day < 6; day++) {
      scene.now += 24 * HOUR;
      await scene.syncDaily();
    }
    expect(scene.tiny.asked).not.toContain('earned A');
    expect(scene.snapshot).toMatchObject({ unreadCount: 1, triesAgainAt: null });
    scene.now += 24 * HOUR;
    await scene.syncDaily();
    expect(scene.tiny.asked.filter((asked) => asked === 'earned A')).toHaveLength(3);
  });
});
