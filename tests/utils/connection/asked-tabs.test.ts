import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { ConnectionRequests } from '@/utils/connection/connection-requests';
import { needOf } from '@/utils/domain/connection/need';
import { buttonOf } from '@/utils/words/needs';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';
import { MortalWorker } from '../../support/mortal-worker';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOBODY = { state: 'signed-out' } as const;
const SOMEBODY = { state: 'signed-in', endsAt: NEW_SESSION } as const;

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

/** A page of ours is opened, in a worker of its own; a few seconds after whatever was before. */
async function openPage(worker?: MortalWorker): Promise<void> {
  scene.now += 5_000;
  const loop = scene.startWorker(worker);
  const nothing = () => Promise.resolve(null);
  const notAsked = () => Promise.reject(new Error('not asked for'));
  const requests = new ConnectionRequests({
    ...{ loop, record: scene.record, exclusively: (_, work) => work() },
    leftovers: { count: notAsked, deleteLibrary: notAsked },
    browser: { hostsAllowed: () => Promise.resolve(scene.hostsAllowed) },
    pasted: { read: nothing },
    transfer: { send: () => Promise.resolve(), receive: nothing },
    readNpsso: notAsked,
    wakeSync: () => Promise.resolve(),
  });
  await requests.carryOnAtOnce();
  await loop.carryOn('automatic');
}

/** The one button that the player is shown. */
function button(): string | null {
  const connection = scene.record.current;
  const { now } = scene;
  const need = needOf({ connection, renews: true, sync: { state: 'idle' }, asked: null, now });
  return need === null ? null : buttonOf(need);
}

describe.each(['terms-to-accept', 'profile-unfinished', 'child-account'] as const)(
  'what came to nothing for %s',
  (cause) => {
    beforeEach(() => {
      scene.record.current = { phase: 'disconnected', failure: { cause, during: 'code' } };
    });

    test('opens no tab where nobody is signed in, however often a page is opened, and says so', async () => {
      scene.sony.session = NOBODY;
      for (let pages = 0; pages < 3; pages++) await openPage();

      expect(scene.seen).toStrictEqual([]);
      expect(scene.record.current).toMatchObject({ failure: { cause: 'not-signed-in' } });
      expect(button()).toBe('Sign in again');
      expect(scene.hasAlarm).toBe(false);

      await scene.ask('sign-in');
      expect(scene.seen).toStrictEqual(['sign-in page']);
    });

    test('goes on by itself once it is done, whether or not nobody was signed in before', async () => {
      for (const session of [NOBODY, SOMEBODY]) {
        scene.sony.session = session;
        await openPage();
      }

      expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
      expect(scene.seen).toStrictEqual(['fill']);
    });

    test('is waited for without a tab where it is not done yet', async () => {
      const wanted = { cause, during: 'code' } as const;
      scene.sony.failures = { fetchCode: Array.from({ length: 99 }, () => wanted) };
      await openPage();
      const end = scene.now + DAY;
      while (scene.nextWake < end) await scene.alarm();
      expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted });

      scene.sony.session = NOBODY;
      await openPage();
      expect(scene.seen).toStrictEqual([]);
    });

    test('is left alone where a check is not to be had', async () => {
      scene.sony.failures = { check: [{ cause: 'offline' }] };
      await openPage();
      expect(scene.record.current).toMatchObject({ phase: 'disconnected', failure: { cause } });
    });

    test.each([NOBODY, SOMEBODY])('opens no tab wherever a worker dies: %j', async (session) => {
      for (let calls = 1; calls < 40; calls++) {
        scene = new ConnectionScene();
        scene.record.current = { phase: 'disconnected', failure: { cause } };
        scene.sony.session = session;
        const worker = new MortalWorker(calls);
        await Promise.race([openPage(worker), worker.death]);
        await openPage();
        await scene.wake();
        expect(button(), String(calls)).toBe(session === NOBODY ? 'Sign in again' : null);
        expect(scene.seen.every((what) => what === 'fill')).toBe(true);
      }
    });
  },
);

describe('a click in the moment in which what was before comes to its end', () => {
  test('opens its tab, wherever it comes in between', async () => {
    for (let turns = 0; turns < 60; turns++) {
      scene = new ConnectionScene();
      scene.sony.session = NOBODY;
      const loop = scene.startWorker();
      const ending = loop.carryOn('automatic');
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await loop.ask('connect');
      await ending;
      await loop.carryOn('player');

      expect(scene.seen, `after ${String(turns)} turns`).toStrictEqual(['sign-in page']);
      expect(scene.hasAlarm).toBe(true);
    }
  });
});

describe('a click that is long past', () => {
  test('opens no tab when access is given at last', async () => {
    scene.hostsAllowed = false;
    scene.sony.session = NOBODY;
    await scene.ask('connect');
    scene.now += DAY;
    scene.hostsAllowed = true;
    await scene.wake();

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
    expect(scene.seen).toStrictEqual([]);
    expect(button()).toBe('Open sign-in page');
    await scene.ask('sign-in');
    expect(scene.seen).toStrictEqual(['sign-in page']);
  });

  test('opens no tab in a browser that was started again', async () => {
    scene.sony.session = NOBODY;
    await scene.startWorker().ask('connect');
    scene.clickedAt = null;
    await scene.wake();

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
    expect(scene.seen).toStrictEqual([]);
  });

  test('opens no library when what Sony wanted is done hours later', async () => {
    scene.sony.failures = { fetchCode: [{ cause: 'terms-to-accept' }] };
    await scene.ask('connect');
    scene.now += 5 * 60 * MINUTE;
    await scene.alarm();

    expect(scene.record.current.phase).toBe('connected');
    expect(scene.seen).toStrictEqual(['sign-in page', 'fill']);
  });

  test('is forgotten once what it was for is over', async () => {
    await scene.ask('connect');
    expect(scene.seen).toContain('library');
    expect(scene.clickedAt).toBeNull();
  });
});

describe('waiting for access', () => {
  beforeEach(() => {
    scene.hostsAllowed = false;
  });

  /** How long after each other the alarms come, in minutes, the first by the click. */
  async function waits(count: number): Promise<number[]> {
    const waited: number[] = [];
    for (let alarms = 0; alarms < count; alarms++) {
      const before = scene.now;
      await scene.alarm();
      waited.push(Math.round((scene.now - before) / MINUTE));
    }
    return waited;
  }

  test('wakes more and more seldom, and never less than once an hour', async () => {
    await scene.ask('connect');
    expect(await waits(7)).toStrictEqual([1, 5, 15, 60, 60, 60, 60]);
    scene.now -= 365 * DAY;
    await scene.wake();
    expect(scene.nextWake - scene.now).toBeLessThanOrEqual(60 * MINUTE);
  });

  test('keeps its alarms where pages wake it as often as they like', async () => {
    await scene.ask('connect');
    await waits(3);
    const next = scene.nextWake;
    for (let wakes = 0; wakes < 10; wakes++) await scene.wake();
    expect(scene.nextWake).toBe(next);
  });

  test('does not have what comes next wait for its alarm', async () => {
    scene.sony.session = NOBODY;
    await scene.ask('connect');
    await waits(4);
    scene.hostsAllowed = true;
    await scene.wake();

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
    expect(scene.nextWake - scene.now).toBeLessThanOrEqual(MINUTE);
  });

  test('wakes every minute for a pasted code, which has its time', async () => {
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    expect(new Set(await waits(10))).toStrictEqual(new Set([1]));
  });
});
