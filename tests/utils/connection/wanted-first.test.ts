import { beforeEach, describe, expect, test } from 'vitest';
import { aConnected } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

describe('what Sony wants of the player first', () => {
  const WANTED = { cause: 'account-attention', during: 'code' } as const;

  test('is waited for, with its cause, and the rest goes on by itself once it is done', async () => {
    scene.sony.failures = { fetchCode: [WANTED, WANTED] };
    await scene.ask('connect');
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted: WANTED });
    expect(scene.seen).toStrictEqual(['sign-in page']);

    await scene.endSignIn();
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted: WANTED });
    for (let wakes = 0; wakes < 6; wakes++) await scene.wake();

    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
  });

  /** The alarms of so many hours, each at the instant that was asked for; how often Sony was asked for a code. */
  async function alarmsOf(hours: number): Promise<number> {
    const [end, before] = [scene.now + hours * HOUR, scene.sony.codesAsked];
    for (let alarms = 0; alarms < 200 && scene.nextWake <= end; alarms++) await scene.alarm();
    scene.now = end;
    return scene.sony.codesAsked - before;
  }

  test('is waited for for as long as it takes, more and more seldom, and then goes on by itself', async () => {
    scene.sony.failures = { fetchCode: Array.from({ length: 999 }, () => WANTED) };
    await scene.ask('connect');
    expect(await alarmsOf(2)).toBeGreaterThanOrEqual(4);
    expect(await alarmsOf(22)).toBeLessThan(10);
    const nextDays = await alarmsOf(72);
    expect(nextDays).toBeGreaterThanOrEqual(11);
    expect(nextDays).toBeLessThanOrEqual(13);
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted: WANTED });
    expect(scene.seen).toStrictEqual(['sign-in page']);

    scene.sony.failures = {};
    await alarmsOf(6);
    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
    expect(scene.hasAlarm).toBe(false);
  });

  test('whoever wakes before its time asks nothing of Sony, and whoever is there asks at once', async () => {
    scene.sony.failures = { fetchCode: Array.from({ length: 99 }, () => WANTED) };
    await scene.ask('connect');
    await alarmsOf(24);
    const { looks, codesAsked } = scene.sony;

    await scene.wake();
    expect(scene.sony).toMatchObject({ looks, codesAsked });

    scene.sony.failures = {};
    await scene.startWorker().carryOn('player');
    expect(scene.record.current.phase).toBe('connected');
  });

  test('is not waited for by a clock that was wrong', async () => {
    scene.sony.failures = { fetchCode: [WANTED] };
    scene.now += 30 * DAY;
    scene.sony.session = { state: 'signed-in', endsAt: scene.now + NEW_SESSION };
    await scene.ask('connect');

    scene.now -= 30 * DAY;
    for (let wakes = 0; wakes < 3; wakes++) await scene.wake();
    expect(scene.record.current.phase).toBe('connected');
  });

  test('counts with the sign-in at hand, where a new one was waited for before', async () => {
    scene.record.current = { phase: 'disconnected', failure: { cause: 'session-half-dead' } };
    await scene.ask('sign-in');
    scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };
    await scene.endSignIn('late-sign-in');
    expect(scene.record.current).toMatchObject({ wanted: { cause: 'terms-to-accept' } });

    await alarmsOf(1);
    expect(scene.record.current.phase).toBe('connected');
  });

  test('does not keep a connection that works from working', async () => {
    const former = aConnected();
    scene.record.current = former;
    scene.sony.failures = { fetchCode: Array.from({ length: 99 }, () => WANTED) };
    scene.now = DAY;
    await scene.ask('start-fresh');
    scene.sony.session = { state: 'signed-out' };
    await scene.wake();
    scene.sony.session = { state: 'signed-in', endsAt: DAY + NEW_SESSION };
    await scene.endSignIn();
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted: WANTED });

    await alarmsOf(1);
    const { tokenLife } = former;
    const session = {
      ...tokenLife.session,
      state: 'signed-out',
      seenAt: expect.any(Number) as number,
    };
    expect(scene.record.current).toStrictEqual({
      ...former,
      tokenLife: { ...tokenLife, session },
      refused: { cause: 'account-attention' },
    });
  });

  test.each([
    ['signed in in our tab, and not known to Sony', { state: 'signed-out' }, 'profile-unfinished'],
    [
      'signed in anew, and sent back to sign in',
      { state: 'signed-in', endsAt: NEW_SESSION },
      'terms-to-accept',
    ],
  ] as const)('is seen by what Sony does: %s', async (_, session, cause) => {
    scene.sony.session = { state: 'signed-out' };
    await scene.ask('connect');
    scene.sony.session = session;
    scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }, { cause: 'not-signed-in' }] };

    await scene.endSignIn();
    expect(scene.record.current).not.toHaveProperty('wanted');
    await scene.endSignIn('late-sign-in');

    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', wanted: { cause } });
  });
});
