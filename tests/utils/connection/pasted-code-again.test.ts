import { beforeEach, expect, test } from 'vitest';
import type { Connected } from '@/utils/domain/connection/connection';
import { needOf, toldFailure } from '@/utils/domain/connection/need';
import { Secret } from '@/utils/domain/connection/secret';
import { failureWords } from '@/utils/words/failures';
import { aConnected } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';

const MINUTE = 60_000;
const FORMERS = [null, aConnected(), aConnected({ failure: { cause: 'token-refused' } })];
const PASSING = ['offline', 'no-answer', 'sony-down'] as const;
const CALLS = ['fetchCode', 'exchange'] as const;
let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
  scene.pasted = new Secret(scene.sony.npsso);
});

function standing() {
  const { record, now } = scene;
  const sync = { state: 'idle' } as const;
  return { connection: record.current, renews: true, sync, asked: null, now };
}

/** What gets a connection back that does not work is what there is of a sign-in. */
const actionWith = (former: Connected | null) =>
  former !== null && former.failure !== null ? 'connect' : 'paste';

const told = () => toldFailure(standing());
const need = () => needOf(standing());

test.each(PASSING.flatMap((cause) => CALLS.map((call) => [cause, call] as const)))(
  'what passes at an end that nobody knows is waited out with the code (%s at %s)',
  async (cause, call) => {
    for (const former of FORMERS) {
      scene = new ConnectionScene();
      scene.pasted = new Secret(scene.sony.npsso);
      if (former !== null) scene.record.current = former;
      scene.sony.failures = { [call]: [{ cause }] };
      await scene.ask('paste');

      expect(told()).toStrictEqual({ cause });
      expect(need()).toStrictEqual({ state: cause, action: 'connect' });
      expect(scene.nextWake).toBe(scene.now + MINUTE);
      await scene.alarm();
      expect(scene.record.current).toMatchObject({ phase: 'connected', refused: null });
      expect(scene.pasted).toBeNull();
    }
  },
);

test.each(PASSING)('trying it again takes the code that is there (%s)', async (cause) => {
  scene.sony.failures = { fetchCode: [{ cause }] };
  await scene.ask('paste');
  scene.sony.session = { state: 'signed-out' };
  await scene.ask('connect');

  expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
  expect(scene.sony.looks).toBe(0);
});

test.each(PASSING)(
  'what lasts for longer than a code is kept leads to another one (%s)',
  async (cause) => {
    for (const former of FORMERS) {
      scene = new ConnectionScene();
      if (former !== null) scene.record.current = former;
      scene.sony.failures = { fetchCode: Array.from({ length: 9 }, () => ({ cause })) };
      scene.pasted = new Secret(scene.sony.npsso);
      await scene.ask('paste');
      const begin = scene.now;
      while (scene.hasAlarm) await scene.alarm();

      // Until shortly before the code is gone.
      expect(scene.now - begin).toBeLessThanOrEqual(10 * MINUTE);
      expect(scene.now - begin).toBeGreaterThan(9 * MINUTE);
      expect(scene.pasted).toBeNull();
      expect(told()).toStrictEqual({ cause, ofPastedCode: true });
      expect(need()).toStrictEqual({ state: cause, action: actionWith(former) });
    }
  },
);

test.each([
  'edge-block',
  'code-refused',
  'answer-not-understood',
  'not-found',
  'unexpected',
] as const)(
  'what no waiting helps against leads to another code at once, and says so (%s)',
  async (cause) => {
    for (const former of FORMERS) {
      scene = new ConnectionScene();
      if (former !== null) scene.record.current = former;
      scene.sony.failures = { fetchCode: [{ cause }], exchange: [{ cause }] };
      scene.pasted = new Secret(scene.sony.npsso);
      await scene.ask('paste');

      expect(scene.pasted).toBeNull();
      const failure = { cause, ofPastedCode: true } as const;
      expect(told()).toStrictEqual(failure);
      expect(need()).toStrictEqual({ state: cause, action: actionWith(former) });
      expect(failureWords(failure, 'code').sentence).toMatch(/Paste one again/);
    }
  },
);

test('offline it goes on as soon as the browser is online again, and not before', async () => {
  scene.sony.failures = { fetchCode: [{ cause: 'offline' }] };
  await scene.ask('paste');
  const carryOn = () => scene.startWorker().carryOn('automatic');
  await carryOn();
  expect(told()).toStrictEqual({ cause: 'offline' });

  scene.isOnline = true;
  scene.now += 5_000;
  await carryOn();
  expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
});
