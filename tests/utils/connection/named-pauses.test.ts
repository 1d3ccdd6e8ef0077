import { beforeEach, describe, expect, test } from 'vitest';
import { needOf, toldFailure } from '@/utils/domain/connection/need';
import { Secret } from '@/utils/domain/connection/secret';
import { failureWords } from '@/utils/words/failures';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';

const MINUTE = 60_000;
const WORKING = aConnected();
let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

function standing() {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return { connection: record.current, renews: true, sync, asked: null, now };
}

const told = () => toldFailure(standing());
const need = () => needOf(standing());

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

test.each([null, WORKING])(
  'a pause that a pasted code does not outlast is said at once, and that it is to be pasted again',
  async (former) => {
    if (former !== null) scene.record.current = former;
    const until = scene.now + 20 * MINUTE;
    scene.sony.failures = { fetchCode: [{ cause: 'too-many-requests', until }] };
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');

    const failure = { cause: 'too-many-requests', until, ofPastedCode: true } as const;
    expect(told()).toStrictEqual(failure);
    expect(need()).toStrictEqual({ state: 'too-many-requests', action: 'paste' });
    expect(failureWords(failure, 'code').sentence).toMatch(/Paste one again/);
    expect(scene.record.current).toMatchObject(
      former === null ? { phase: 'disconnected' } : { ...former, refused: failure },
    );
    expect(scene.pasted).toBeNull();
    expect(scene.hasAlarm).toBe(false);
  },
);

test('so is one that grows past the code’s time', async () => {
  scene.pasted = new Secret(scene.sony.npsso);
  const again = () => [{ cause: 'sony-down' as const, until: scene.now + 4 * MINUTE }];
  scene.sony.failures = { fetchCode: again() };
  await scene.ask('paste');
  for (let pauses = 0; pauses < 3 && scene.hasAlarm; pauses++) {
    scene.now = scene.nextWake;
    scene.sony.failures = { fetchCode: again() };
    await scene.alarm();
  }

  expect(told()).toMatchObject({ cause: 'sony-down', ofPastedCode: true });
});

describe('a pause that names no end', () => {
  const UNSAID = { cause: 'too-many-requests', during: 'exchange', status: 429 } as const;

  test.each([
    ['fetchCode', null],
    ['exchange', null],
    ['exchange', WORKING],
  ] as const)('is waited out with the code that has met it (%s, %o)', async (call, former) => {
    if (former !== null) scene.record.current = former;
    scene.sony.failures = { [call]: [UNSAID] };
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    expect(told()).toStrictEqual({ ...UNSAID, until: scene.now + MINUTE });
    expect(scene.nextWake).toBe(scene.now + MINUTE);
    await scene.startWorker().carryOn('automatic');

    await scene.alarm();
    expect(scene.record.current).toMatchObject({ phase: 'connected', refused: null });
    expect(scene.pasted).toBeNull();
  });

  test('and that grows past the code’s time leads to another code, with its end', async () => {
    scene.sony.failures = { exchange: Array.from({ length: 9 }, () => UNSAID) };
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    while (scene.hasAlarm) await scene.alarm();

    expect(told()).toStrictEqual({ ...UNSAID, until: scene.now + MINUTE, ofPastedCode: true });
    expect(need()).toStrictEqual({ state: 'too-many-requests', action: 'paste' });
  });

  test.each(['connect', 'sign-in', 'start-fresh', 'connect-anyway'] as const)(
    'is waited out by whoever has clicked (%s)',
    async (way) => {
      scene.record.current = aConnected({ failure: { cause: 'token-refused' } });
      scene.sony.failures = { check: [UNSAID], exchange: [UNSAID] };
      await scene.ask(way);
      expect(told()).toStrictEqual({ ...UNSAID, until: scene.now + MINUTE });
      expect(scene.nextWake).toBe(scene.now + MINUTE);
    },
  );

  test('is waited out with more time that was asked for, ever longer, and given up after half an hour', async () => {
    scene.record.current = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: 1 }) });
    const failures = Array.from({ length: 30 }, () => UNSAID);
    scene.sony.failures = { exchange: failures.slice(0, 2) };
    await scene.ask('connect');
    expect(told()).toStrictEqual({ ...UNSAID, until: scene.now + MINUTE });
    await scene.wake();
    await scene.wake();
    await scene.wake();
    expect(scene.record.current).toMatchObject({
      ...{ phase: 'connected', renewal: null, refused: null },
      tokenLife: { session: { state: 'alive' } },
    });
    expect(scene.sony.exchanges).toBe(3);

    scene.record.current = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: 1 }) });
    scene.sony.failures = { exchange: failures };
    const { exchanges } = scene.sony;
    await scene.ask('connect');
    for (let wakes = 0; wakes < 40; wakes++) await scene.wake();
    expect(scene.record.current).toMatchObject({ phase: 'connected', renewal: null });
    expect(scene.sony.exchanges - exchanges).toBeLessThan(8);
  });
});

test('a code that its worker has lost is said to be gone', async () => {
  const until = scene.now + 9 * MINUTE;
  scene.sony.failures = { fetchCode: [{ cause: 'too-many-requests', until }] };
  scene.pasted = new Secret(scene.sony.npsso);
  await scene.ask('paste');
  expect(told()).toMatchObject({ cause: 'too-many-requests' });
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

    scene.sony.failures = { fetchCode: [{ cause, until: scene.now + 9 * MINUTE }] };
    scene.record.current = WORKING;
    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    expect(told()).toMatchObject({ cause });
    expect(scene.pasted).not.toBeNull();
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
