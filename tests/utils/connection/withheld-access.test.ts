import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { HOUR } from '@/utils/domain/time-units';
import { TokenScene } from '../../support/token-scene';

const WITHHELD: Failure = { cause: 'permission-missing' };
let scene: TokenScene;

beforeEach(async () => {
  scene = await new TokenScene().begin();
});

test('a check that the player withholds says nothing of the sign-in, and neither does an exchange', async () => {
  const before = scene.connection.tokenLife.session;
  scene.sony.failures = { check: [WITHHELD] };
  await scene.worker().renewing.renewAtOnce('automatic');
  expect(scene.connection.tokenLife.session).toMatchObject({
    state: 'alive',
    endsAt: before.endsAt,
    checkAt: scene.sony.now + HOUR,
  });

  scene.sony.now += HOUR;
  scene.sony.failures = { fetchCode: [WITHHELD] };
  await scene.worker().renewing.renewAtOnce('automatic');
  expect(scene.connection.tokenLife.session.state).toBe('alive');
});

test('a token that was not sent is as it was before', async () => {
  scene.sony.failures = { refresh: [WITHHELD] };

  expect(await scene.ask()).toStrictEqual(WITHHELD);
  expect(scene.connection).toMatchObject({ failure: null, recovery: { token: 'good', tries: 0 } });
  expect(await scene.ask()).toBe('token');
  expect(scene.asked).toStrictEqual({ refreshes: 2, exchanges: 0 });
});
