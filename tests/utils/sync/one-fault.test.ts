/** @module-tag slow */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import type { Cause } from '@/utils/domain/failure';
import type { Endpoint } from '@/utils/psn/endpoints';
import { FAILURES } from '@/utils/words/failures';
import { whatIsMissing } from '@/utils/words/what-is-missing';
import { aConnected } from '../../support/connections';
import { FaultScene } from '../../support/fault-scene';
import { shortenWaits } from '../../support/shorten-waits';
import { TINY_FAULTS, type TinyFault } from '../../support/tiny-sony';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scene: FaultScene;

beforeEach(() => {
  shortenWaits();
  scene = new FaultScene();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await scene.database.delete();
});

interface Meaning {
  cause: Cause;
  requests: number;
  isSpell: boolean;
  /** In minutes, where Sony says how long it takes. */
  later?: number;
}

/** What each fault is, and how often it is asked for again at once. */
const MEANINGS: Record<TinyFault, Meaning> = {
  '401': { cause: 'refused-alone', requests: 2, isSpell: true },
  '403-json': { cause: 'not-permitted', requests: 1, isSpell: false },
  // Sony's edge lets the others pass.
  '403-html': { cause: 'refused-alone', requests: 1, isSpell: true },
  '404': { cause: 'not-found', requests: 1, isSpell: false },
  '400': { cause: 'answer-not-understood', requests: 1, isSpell: false },
  '500': { cause: 'sony-down', requests: 2, isSpell: true },
  '503-later': { cause: 'sony-down', requests: 1, isSpell: true, later: 2 },
  silent: { cause: 'no-answer', requests: 1, isSpell: true },
  dropped: { cause: 'no-answer', requests: 2, isSpell: true },
  'cut-off': { cause: 'answer-not-understood', requests: 2, isSpell: true },
  'html-200': { cause: 'answer-not-understood', requests: 2, isSpell: true },
  'empty-200': { cause: 'answer-not-understood', requests: 2, isSpell: true },
  'broken-gzip': { cause: 'no-answer', requests: 2, isSpell: true },
  redirect: { cause: 'answer-not-understood', requests: 2, isSpell: true },
};

/** The whole, a part, and what would be behind that where Sony has said anything at all. */
const IN_PARTS: Partial<Record<TinyFault, number>> = {
  ...{ '400': 3, '500': 3, silent: 2 },
  ...{ 'cut-off': 3, 'html-200': 3, 'empty-200': 3, 'broken-gzip': 3 },
};
/** Where less is asked for in its place: half a page, a set in parts, or each game alone of a call that one may have spoiled. */
const SMALLER: Partial<Record<Endpoint, Partial<Record<TinyFault, number>>>> = {
  titles: { '400': 6, silent: 2 },
  'played-games': { '400': 5, silent: 2 },
  matching: { '400': 4, '404': 4, '403-json': 4 },
  definitions: IN_PARTS,
  earned: IN_PARTS,
};

const ENDPOINTS = [
  'titles',
  'summary',
  'played-games',
  'matching',
  'definitions',
  'groups',
  'earned',
  'profile',
] as const;
type DataEndpoint = (typeof ENDPOINTS)[number];

const LACKS: Record<Exclude<DataEndpoint, 'titles'>, RegExp> = {
  summary: /trophy level is missing/,
  profile: /name and picture may be old/,
  'played-games': /Playtimes are missing/,
  matching: /Some playtimes are missing/,
  definitions: /Trophies of some games/,
  groups: /Names of some add-ons/,
  earned: /Trophies of some games/,
};

/** Which endpoints have answered, by what is stored. */
async function fetched(): Promise<DataEndpoint[]> {
  const { titles, sets, games, overview } = await scene.contents();
  const set = sets.map(unpacked).find((each) => each.npCommunicationId.includes('A'));
  const facts: Record<DataEndpoint, boolean> = {
    titles: titles.length === 3,
    summary: (overview[0]?.summary ?? null) !== null,
    'played-games': games.length === 3,
    matching: games.length === 3 && games.every(({ matched }) => matched === 1),
    definitions: (set?.trophies.length ?? 0) === 2,
    groups: (set?.groups.length ?? 0) === 2,
    earned: set?.trophies.some(({ earned }) => earned) === true,
    profile: (overview[0]?.player ?? null) !== null,
  };
  return ENDPOINTS.filter((endpoint) => facts[endpoint]);
}

/** What cannot be there without the other. */
function dependentOn(endpoint: DataEndpoint): DataEndpoint[] {
  if (endpoint === 'titles') return ['matching', 'definitions', 'groups', 'earned'];
  if (endpoint === 'definitions') return ['groups', 'earned'];
  return endpoint === 'played-games' ? ['matching'] : [];
}

/** One set, one list or one decoration: the other games are as they should be. */
function failing(endpoint: Endpoint, fault: TinyFault): void {
  scene.tiny.fault = (asked, game) =>
    asked === endpoint && (game === '' || game === 'A') ? fault : null;
}

const EVERY = ENDPOINTS.flatMap((endpoint) =>
  TINY_FAULTS.map((fault) => [endpoint, fault] as const),
);

/** Every fourth: each fault at two of the endpoints, and each endpoint with three or four of the faults. */
const SAMPLED = new Set(EVERY.filter((_, at) => at % 4 === 0));

describe('a fault costs what it is about, and is over when Sony is well again', () => {
  async function costsItself([endpoint, fault]: (typeof EVERY)[number]): Promise<void> {
    const { cause, requests, isSpell, later = 1 } = MEANINGS[fault];
    failing(endpoint, fault);
    await scene.syncByHand();

    const missing = [endpoint, ...dependentOn(endpoint)];
    expect(await fetched()).toStrictEqual(ENDPOINTS.filter((each) => !missing.includes(each)));
    const ofOthers = endpoint === 'definitions' || endpoint === 'earned' ? 2 : 0;
    expect(scene.tiny.countOf(endpoint)).toBe((SMALLER[endpoint]?.[fault] ?? requests) + ofOthers);
    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
    if (endpoint === 'titles') {
      const isBlocked = cause === 'not-permitted';
      expect(scene.status).toMatchObject({
        state: isBlocked ? 'blocked' : 'paused',
        failure: { cause },
      });
      expect(scene.alarm).toBe(scene.now + later * MINUTE);
    } else {
      expect(scene.status).toStrictEqual({ state: 'idle' });
      expect(whatIsMissing(scene.snapshot, scene.now, 'en')).toMatch(LACKS[endpoint]);
      const at = isSpell ? scene.now + later * MINUTE : null;
      expect(scene.snapshot.triesAgainAt).toBe(at);
      expect(scene.alarm).toBe(at);
    }

    scene.tiny.fault = () => null;
    scene.tiny.asked.length = 0;
    await scene.goOnByItself();
    if (isSpell && endpoint !== 'titles') {
      const anew = scene.tiny.asked.map((asked) => asked.split(' ')[0]);
      expect(missing).toStrictEqual(expect.arrayContaining(anew));
    }
    if (!isSpell) await scene.syncDaily();
    expect(await fetched()).toStrictEqual(ENDPOINTS);
    expect(scene.snapshot).toMatchObject({ sync: { state: 'idle' }, gaps: [], triesAgainAt: null });
    expect(whatIsMissing(scene.snapshot, scene.now, 'en')).toBeNull();
  }

  test.each([...SAMPLED])('%s: %s', (...of) => costsItself(of));

  test.each(EVERY.filter((of) => !SAMPLED.has(of)))('%s: %s', { tags: ['long'] }, (...of) =>
    costsItself(of),
  );

  test.each(ENDPOINTS)('%s: a single 500 is not even noticed', async (endpoint) => {
    let isOver = false;
    scene.tiny.fault = (asked) => {
      if (asked !== endpoint || isOver) return null;
      isOver = true;
      return '500';
    };
    await scene.syncByHand();

    expect(await fetched()).toStrictEqual(ENDPOINTS);
    expect(scene.snapshot).toMatchObject({ sync: { state: 'idle' }, gaps: [], triesAgainAt: null });
  });

  test('where Sony’s edge turns everything away everything waits, after one more request', async () => {
    scene.tiny.fault = () => '403-html';
    await scene.syncByHand();
    const waits: number[] = [];
    for (let pause = 0; pause < 4; pause++) {
      expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'edge-block' } });
      expect(scene.tiny.asked.length).toBeLessThan(2 * (2 + pause));
      waits.push(((scene.alarm ?? 0) - scene.now) / HOUR);
      await scene.wakeByAlarm();
    }

    expect(waits).toStrictEqual([1, 6, 24, 24]);
    expect(FAILURES['edge-block'].title).toMatch(/network turned us away/);
    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(await fetched()).toStrictEqual(ENDPOINTS);
  });
});

test('a server that says from when on it answers is not asked before, whoever clicks', async () => {
  scene.tiny.fault = (asked) => (asked === 'titles' ? '503-later' : null);
  await scene.syncByHand();
  scene.now += MINUTE;
  await scene.syncByHand();

  expect(scene.tiny.countOf('titles')).toBe(1);
  expect(scene.status).toMatchObject({ state: 'paused', resumesAt: scene.now + MINUTE });

  scene.tiny.fault = () => null;
  await scene.goOnByItself();
  expect(await fetched()).toStrictEqual(ENDPOINTS);
});

test('where the titles are not to be had, trophies of the games that are known are', async () => {
  scene.tiny.fault = (asked, game) => (asked === 'earned' && game === 'A' ? '500' : null);
  await scene.syncByHand();
  scene.tiny.asked.length = 0;
  scene.tiny.fault = (asked) => (asked === 'titles' ? '500' : null);
  await scene.syncByHand();

  expect(scene.tiny.asked).toStrictEqual(['titles', 'titles', 'played-games', 'earned A']);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'sony-down' } });
  expect(scene.snapshot.lastSyncedAt).toBeLessThan(scene.now + 1);

  scene.tiny.asked.length = 0;
  await scene.wakeByAlarm();
  expect(scene.tiny.asked).toStrictEqual(['titles', 'titles']);
  expect(scene.alarm).toBe(scene.now + 5 * MINUTE);
});

describe('access', () => {
  test('that is refused for one thing is not renewed for the next', async () => {
    scene.tiny.fault = (asked) => (asked === 'earned' || asked === 'played-games' ? '401' : null);
    await scene.syncByHand();

    expect(scene.refreshes).toBe(2);
    // Once more with the renewed access.
    expect(scene.tiny.countOf('earned')).toBe(4);
    expect(scene.tiny.countOf('summary')).toBe(2);
    expect(scene.record.current).toMatchObject({ failure: null });
  });

  test('that is refused everywhere for a while is tried again soon, and nothing has ended', async () => {
    scene.tiny.fault = () => '401';
    await scene.syncByHand();

    expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'access-refused' } });
    expect(scene.alarm).toBe(scene.now + MINUTE);
    expect(scene.record.current).toMatchObject({ failure: null });
    expect(scene.tiny.asked).toStrictEqual(['titles', 'titles', 'summary', 'played-games']);

    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(await fetched()).toStrictEqual(ENDPOINTS);
  });

  test('that stays refused is the connection’s fault, until it is taken again', async () => {
    scene.tiny.fault = () => '401';
    await scene.syncByHand();
    for (let pause = 0; pause < 2; pause++) await scene.wakeByAlarm();

    expect(scene.record.current).toMatchObject({ failure: { cause: 'access-refused' } });
    expect(scene.alarm).toBe(scene.now + 15 * MINUTE);

    scene.tiny.fault = () => null;
    await scene.goOnByItself();
    expect(scene.record.current).toMatchObject({ failure: null });
    expect(await fetched()).toStrictEqual(ENDPOINTS);
  });

  test('that stays refused is asked for as soon as the connection is got back, once', async () => {
    scene.tiny.fault = () => '401';
    await scene.syncByHand();
    for (let pause = 0; pause < 2; pause++) await scene.wakeByAlarm();
    scene.tiny.asked.length = 0;
    await scene.wake();
    expect(scene.tiny.asked).toStrictEqual([]);

    scene.record.current = aConnected({ accountId: scene.accountId });
    for (let wakes = 0; wakes < 3; wakes++) await scene.wake();
    expect(scene.tiny.asked).toStrictEqual(['titles', 'titles', 'summary', 'played-games']);
    expect(scene.record.current).toMatchObject({ failure: { cause: 'access-refused' } });

    scene.record.current = aConnected({ accountId: scene.accountId });
    scene.tiny.fault = () => null;
    await scene.wake();
    expect(await fetched()).toStrictEqual(ENDPOINTS);
  });
});
