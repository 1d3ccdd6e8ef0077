import { beforeEach, describe, expect, test } from 'vitest';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { withNobodySeen } from '@/utils/domain/connection/gone-session';
import { needOf } from '@/utils/domain/connection/need';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';
import { MortalWorker } from '../../support/mortal-worker';

/** A code was pasted with the end of its sign-in. */

let scene: ConnectionScene;

const HOUR = 3_600_000;
const phase = () => scene.record.current.phase;
const need = () => {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return needOf({ connection: record.current, renews: true, sync, asked: null, now });
};

beforeEach(() => {
  scene = new ConnectionScene();
  scene.pasted = new Secret(scene.sony.npsso);
  scene.pastedEndsIn = 26 * HOUR;
  scene.sony.session = { state: 'signed-out' };
  scene.sony.grant = scene.now + 26 * HOUR;
});

test('is asked about where that is soon, before Sony is asked for anything', async () => {
  await scene.ask('paste');

  expect(scene.record.current).toMatchObject({
    phase: 'old-session',
    endsAt: 1_000 + 26 * HOUR,
    askedAt: scene.now,
  });
  expect(need()).toStrictEqual({ state: 'old-session', action: 'start-fresh' });
  expect(scene.sony).toMatchObject({ looks: 0, exchanges: 0 });
});

test('connects anyway, and why the connection is short stays known', async () => {
  await scene.ask('paste');
  await scene.ask('connect-anyway');

  expect(scene.record.current).toMatchObject({
    phase: 'connected',
    tokenLife: { session: { state: 'unknown', endsAt: 1_000 + 26 * HOUR, seenAt: 0 } },
  });
  expect(need()?.state).toBe('runs-out');
  expect(scene.pasted).toBeNull();
  expect(scene.hasAlarm).toBe(false);
});

test('is so whenever a worker dies between, and asked about once', async () => {
  for (let calls = 0; calls < 30; calls++) {
    scene.record.current = DISCONNECTED;
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste').catch(() => undefined);
    expect(phase()).toBe('old-session');
    const dying = new MortalWorker(calls);
    await Promise.race([scene.ask('connect-anyway', dying), dying.death]).catch(() => undefined);
    for (let wakes = 0; wakes < 3; wakes++) await scene.wake();
    if (phase() === 'old-session') await scene.ask('connect-anyway');

    expect(phase(), String(calls)).toBe('connected');
  }
});

test('starts fresh here: the code is forgotten, and a sign-in waited for', async () => {
  await scene.ask('paste');
  await scene.ask('start-fresh');

  expect(scene.record.current).toMatchObject({
    phase: 'waiting-for-sign-in',
    way: 'start-fresh',
  });
  expect(scene.pasted).toBeNull();
});

test('takes the place of no connection that works longer before that was asked', async () => {
  const former = aConnected();
  scene.record.current = former;
  await scene.ask('paste');
  expect(scene.record.current).toMatchObject({ phase: 'old-session', former });

  await scene.ask('cancel');
  expect(scene.record.current).toStrictEqual(former);
  expect(scene.pasted).toBeNull();
});

test('the question is over with the code, and by itself', async () => {
  const former = aConnected();
  scene.record.current = former;
  await scene.ask('paste');
  expect(scene.nextWake).toBeGreaterThan(scene.now);
  scene.hostsAllowed = false;
  await scene.alarm();

  const refused = { cause: 'paste-interrupted' } as const;
  expect(scene.record.current).toStrictEqual({ ...former, refused });
  expect(scene.hasAlarm).toBe(false);
});

test('whoever signs in here meanwhile is not connected in its place', async () => {
  await scene.ask('paste');
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  for (const asker of ['sign-in', 'automatic'] as const) await scene.endSignIn(asker);

  expect(scene.record.current.phase).toBe('old-session');
  expect(scene.sony.looks).toBe(0);
});

// Ten days are what any code gives: the rest of twelve is nobody's question.
test.each([null, 12 * 24 * HOUR, 50 * 24 * HOUR])(
  'is not asked about otherwise (%s)',
  async (endsIn) => {
    scene.pastedEndsIn = endsIn;
    await scene.ask('paste');

    const endsAt = endsIn === null ? null : 1_000 + endsIn;
    const session = { state: 'unknown', endsAt } as const;
    expect(scene.record.current).toMatchObject({ phase: 'connected', tokenLife: { session } });
  },
);

describe('without access', () => {
  beforeEach(() => {
    scene.hostsAllowed = false;
  });

  /** Access is given, and the worker that goes on may die. */
  async function allowAccess(dying?: MortalWorker): Promise<void> {
    scene.hostsAllowed = true;
    scene.now += 5_000;
    const going = scene.startWorker(dying).carryOn('automatic');
    await Promise.race([going, ...(dying === undefined ? [] : [dying.death])]);
    for (let wakes = 0; wakes < 3 && scene.hasAlarm; wakes++) await scene.wake();
  }

  test('it is asked about before access is waited for, and once', async () => {
    for (let calls = 0; calls < 30; calls++) {
      scene.record.current = DISCONNECTED;
      scene.pasted = new Secret(scene.sony.npsso);
      scene.hostsAllowed = false;
      await scene.ask('paste');
      expect(phase()).toBe('old-session');
      await scene.ask('connect-anyway');
      expect(phase()).toBe('waiting-for-access');
      await allowAccess(new MortalWorker(calls));

      expect(phase(), String(calls)).toBe('connected');
    }
  });

  test('and not at all where it lasts', async () => {
    scene.pastedEndsIn = 50 * 24 * HOUR;
    await scene.ask('paste');
    expect(phase()).toBe('waiting-for-access');
    await allowAccess();

    expect(phase()).toBe('connected');
  });

  test('a code that is gone is said to be', async () => {
    scene.pasted = null;
    await scene.ask('paste');

    const failure = { cause: 'paste-interrupted' } as const;
    expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure });
  });
});

describe('a second code', () => {
  const DAY = 24 * HOUR;

  /** Two days after the first one, looked or not for a sign-in in this browser, where nobody is. */
  async function pasteFirst(isLooked: boolean): Promise<void> {
    await scene.ask('paste');
    await scene.ask('connect-anyway');
    scene.now += 2 * DAY;
    if (isLooked) await checkSession();
    scene.pasted = new Secret(scene.sony.npsso);
  }

  async function checkSession(): Promise<void> {
    await scene.record.change((current) => {
      if (current.phase !== 'connected') return current;
      const session = withNobodySeen(current.tokenLife.session, scene.now, false);
      return { ...current, tokenLife: { ...current.tokenLife, session } };
    });
  }

  const session = () => {
    const { current } = scene.record;
    return current.phase === 'connected' ? current.tokenLife.session : null;
  };

  test.each([
    [true, 50 * DAY, 'more-time'],
    [false, 50 * DAY, 'more-time'],
    [true, 30 * HOUR, 'runs-out'],
    [false, 30 * HOUR, 'runs-out'],
    [true, null, 'no-sign-in'],
    [false, null, 'more-time'],
  ])('has its own end, not that of the first (%s, %s): %s', async (isLooked, endsIn, state) => {
    await pasteFirst(isLooked);
    scene.pastedEndsIn = endsIn;
    const at = scene.now;
    scene.sony.grant = at + 10 * DAY;
    await scene.ask('paste');
    if (phase() === 'old-session') await scene.ask('connect-anyway');

    expect(session()?.endsAt).toBe(endsIn === null ? null : at + endsIn);
    expect(need()?.state).toBe(state);
  });

  test('of which only the tokens were stored has its own end too', async () => {
    await pasteFirst(true);
    scene.pastedEndsIn = 50 * DAY;
    const at = scene.now;
    scene.broken = { create: new Error('no room for a library') };
    await scene.ask('paste');

    expect(scene.record.current).toMatchObject({ refused: { cause: 'unexpected' } });
    expect(session()?.endsAt).toBe(at + 50 * DAY);
  });
});
