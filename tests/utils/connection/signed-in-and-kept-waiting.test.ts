import { beforeEach, expect, test } from 'vitest';
import { needOf, toldFailure } from '@/utils/domain/connection/need';
import { aConnected } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

const MINUTE = 60_000;
const PASSING = ['too-many-requests', 'sony-down', 'no-answer', 'offline'] as const;
const CASES = PASSING.flatMap((cause) =>
  (['fetchCode', 'exchange'] as const).map((call) => [cause, call] as const),
);
const SIGNED_OUT = { state: 'signed-out' } as const;
let scene: ConnectionScene;

beforeEach(async () => {
  scene = new ConnectionScene();
  scene.sony.session = SIGNED_OUT;
  await scene.ask('connect');
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
});

function standing() {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return { connection: record.current, renews: true, sync, asked: null, now };
}

test.each(CASES)(
  'whoever has signed in is told what keeps it, and it goes on after that: %s at %s',
  async (cause, call) => {
    scene.sony.failures = { [call]: [{ cause }] };
    await scene.endSignIn();

    expect(toldFailure(standing())?.cause).toBe(cause);
    expect(needOf(standing())).toStrictEqual({ state: cause, action: 'connect' });
    expect(scene.nextWake).toBe(scene.now + MINUTE);
    await scene.alarm();
    expect(scene.record.current.phase).toBe('connected');
  },
);

test.each(CASES)('so is whoever was to sign out first: %s at %s', async (cause, call) => {
  scene = new ConnectionScene();
  scene.record.current = aConnected();
  await scene.ask('start-fresh');
  scene.sony.session = { state: 'signed-in', endsAt: 2 * NEW_SESSION };
  scene.sony.failures = { [call]: [{ cause }] };
  await scene.endSignIn();

  expect(toldFailure(standing())?.cause).toBe(cause);
  await scene.alarm();
  expect(scene.record.current).toMatchObject({
    phase: 'connected',
    tokenLife: { session: { state: 'alive', endsAt: 2 * NEW_SESSION } },
  });
});

test('trying it again shows no page of Sony’s to sign in at', async () => {
  scene.sony.failures = { exchange: [{ cause: 'sony-down' }] };
  await scene.endSignIn();
  const seen = scene.seen.length;
  scene.now += MINUTE;
  await scene.ask('connect');

  expect(scene.record.current.phase).toBe('connected');
  expect(scene.seen.slice(seen)).not.toContain('sign-in page');
});

test('one sign-in, of which the browser tells more than once, is tried once', async () => {
  const failures = Array.from({ length: 9 }, () => ({ cause: 'sony-down' as const }));
  scene.sony.failures = { exchange: failures };
  await scene.endSignIn();
  for (const asker of ['page', 'sign-in', 'late-sign-in'] as const) await scene.endSignIn(asker);

  expect(scene.sony.exchanges).toBe(1);
});

test('what our own limits have kept from Sony is tried when they are over, however often that was', async () => {
  const failures = Array.from({ length: 5 }, () => ({ cause: 'sony-down' as const }));
  scene.sony.failures = { exchange: failures };
  await scene.endSignIn();
  for (let clicks = 0; clicks < 4; clicks++) await scene.ask('connect');

  const told = toldFailure(standing());
  expect(told?.cause).toBe('sign-in-pause');
  expect(scene.nextWake).toBe(told?.until);
});

test('while nobody can be asked who is signed in, a sign-in is waited for as before', async () => {
  scene.sony.failures = { check: [{ cause: 'offline' }] };
  await scene.endSignIn();

  expect(scene.record.current.phase).toBe('waiting-for-sign-in');
  expect(toldFailure(standing())).toBeNull();
});
