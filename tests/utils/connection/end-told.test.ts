import { beforeEach, expect, test } from 'vitest';
import { isWorking } from '@/utils/domain/connection/recovery';
import type { Failure } from '@/utils/domain/failure';
import { HOUR } from '@/utils/domain/time-units';
import { MortalWorker } from '../../support/mortal-worker';
import { TokenScene } from '../../support/token-scene';

/** Another browser of the account has replaced the token: Sony refuses it. */

const REFUSED: Failure = { cause: 'token-refused', during: 'refresh', status: 400 };
let scene: TokenScene;

beforeEach(async () => {
  scene = await new TokenScene().begin();
  scene.sony.failures = { refresh: [REFUSED] };
  scene.record.history.length = 0;
});

const told = () =>
  scene.record.history.filter((each) => 'failure' in each && each.failure !== null).length;

test('what the sign-in gives back at once is told as no end', async () => {
  expect(await scene.ask()).toBe('token');

  expect(told()).toBe(0);
  expect(isWorking(scene.connection)).toBe(true);
});

test.each([true, false])('it is told where that gives nothing (renewal: %s)', async (renewal) => {
  scene.renewal = renewal;
  scene.sony.session = { state: 'signed-out' };
  await scene.ask();

  expect(scene.connection.failure).toStrictEqual(REFUSED);
});

test('one look that finds nobody beside a token that is over is believed with it', async () => {
  scene.sony.now += 11 * 24 * HOUR;
  scene.sony.session = { state: 'signed-out' };
  await scene.ask();

  expect(scene.connection.failure).toMatchObject({ cause: 'connection-expired' });
  expect(scene.connection.tokenLife.session.state).toBe('signed-out');
});

test.each([true, false])(
  'and so it is by whoever comes after a worker that died in between (renewal: %s)',
  async (renewal) => {
    for (let calls = 0; calls < 14; calls++) {
      scene = await new TokenScene().begin();
      scene.renewal = renewal;
      scene.sony.failures = { refresh: [REFUSED, REFUSED] };
      scene.sony.session = { state: 'signed-out' };
      const life = new MortalWorker(calls);
      await Promise.race([scene.ask(scene.worker(life)), life.death]);
      for (let hours = 0; hours < 3; hours++) {
        scene.sony.now += HOUR;
        await scene.worker().restoring.carryOn();
      }
      // Dead before its first write, nothing has been asked for yet.
      if (scene.sony.sent.length === 0) continue;

      expect(scene.connection.failure, String(calls)).not.toBeNull();
    }
  },
);
