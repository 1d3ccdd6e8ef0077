import { beforeEach, expect, test } from 'vitest';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
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

test.each([null, 50 * 24 * HOUR])('is not asked about otherwise (%s)', async (endsIn) => {
  scene.pastedEndsIn = endsIn;
  await scene.ask('paste');

  const endsAt = endsIn === null ? null : 1_000 + endsIn;
  const session = { state: 'unknown', endsAt } as const;
  expect(scene.record.current).toMatchObject({ phase: 'connected', tokenLife: { session } });
});

test('is asked about too after access was waited for', async () => {
  scene.hostsAllowed = false;
  await scene.ask('paste');
  expect(scene.record.current.phase).toBe('waiting-for-access');
  scene.hostsAllowed = true;
  await scene.wake();

  expect(scene.record.current.phase).toBe('old-session');
});
