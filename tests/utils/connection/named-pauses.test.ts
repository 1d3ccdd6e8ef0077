import { beforeEach, expect, test } from 'vitest';
import { toldFailure } from '@/utils/domain/connection/need';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';

const MINUTE = 60_000;
const WORKING = aConnected();
let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

function told() {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return toldFailure({ connection: record.current, renews: true, sync, asked: null, now });
}

test('after three codes that do not do, the right one waits for our own pause and connects', async () => {
  for (const code of ['a', 'b', 'c']) {
    scene.pasted = new Secret(code.repeat(64));
    await scene.ask('paste');
  }
  scene.pasted = new Secret(scene.sony.npsso);
  await scene.ask('paste');

  expect(told()).toMatchObject({ cause: 'sign-in-pause' });
  expect(scene.pasted).not.toBeNull();
  expect(scene.nextWake).toBe(told()?.until);

  await scene.alarm();
  expect(scene.record.current).toMatchObject({ phase: 'connected', refused: null });
  expect(scene.pasted).toBeNull();
});

test('a code that is over by then is said to be gone', async () => {
  const until = scene.now + 20 * MINUTE;
  scene.sony.failures = { fetchCode: [{ cause: 'too-many-requests', until }] };
  scene.pasted = new Secret(scene.sony.npsso);
  await scene.ask('paste');
  scene.pasted = null;
  await scene.wake();

  expect(told()).toStrictEqual({ cause: 'paste-interrupted' });
});

test.each(['sign-in-pause', 'too-many-requests', 'sony-down'] as const)(
  'connecting waits for the end that %s names, and can be cancelled',
  async (cause) => {
    const until = scene.now + 10 * MINUTE;
    scene.sony.failures = { fetchCode: [{ cause, until }] };
    await scene.ask('connect');
    await scene.wake();
    expect(told()).toMatchObject({ cause, until });
    expect([scene.sony.codesAsked, scene.nextWake]).toStrictEqual([1, until]);

    await scene.alarm();
    expect(scene.record.current.phase).toBe('connected');

    scene.sony.failures = { fetchCode: [{ cause, until: scene.now + 10 * MINUTE }] };
    scene.record.current = WORKING;
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    await scene.ask('cancel');
    expect(scene.record.current).toStrictEqual(WORKING);
  },
);

test.each([{}, { until: 999 * MINUTE }])(
  'what names no end, or one that is far, is said at once (%o)',
  async (named) => {
    scene.sony.failures = { fetchCode: [{ cause: 'no-answer', ...named }] };
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ failure: { cause: 'no-answer' } });
  },
);

test('a pause that ends in another one is waited for ever longer, though Sony names a minute', async () => {
  const begin = scene.now;
  const again = () => [{ cause: 'sony-down' as const, until: scene.now + MINUTE }];
  scene.sony.failures = { fetchCode: again() };
  await scene.ask('connect');
  while (scene.now < begin + 8 * 60 * MINUTE) {
    scene.now = scene.nextWake;
    scene.sony.failures = { fetchCode: again() };
    await scene.alarm();
  }

  expect(scene.sony.codesAsked).toBeLessThan(14);
  expect(scene.nextWake - scene.now).toBe(60 * MINUTE);
});
