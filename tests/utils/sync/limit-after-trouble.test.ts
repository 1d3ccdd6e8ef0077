import { expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { SyncScene } from '../../support/sync-scene';
import { aTitle } from '../../support/titles';

const MINUTE = 60_000;

test('the end that a limit names is believed, however often something else had stopped the sync', async () => {
  const scene = new SyncScene();
  scene.psn.titleRows = [aTitle()];
  let failure: Failure = { cause: 'sony-down' };
  scene.psn.failsOn = () => failure;
  await scene.syncByHand();
  for (let stops = 0; stops < 3; stops++) await scene.wakeByAlarm();

  const limit = (): Failure => ({ cause: 'too-many-requests', until: scene.now + 2 * MINUTE });
  failure = limit();
  await scene.syncByHand();
  expect(scene.status).toMatchObject({ state: 'paused', resumesAt: failure.until });

  // One that has not kept its word is asked less often.
  failure = { cause: 'too-many-requests', until: scene.now + 3 * MINUTE };
  await scene.wakeByAlarm();
  expect(scene.status).toMatchObject({ state: 'paused' });
  const { resumesAt } = scene.status as { resumesAt: number };
  expect(resumesAt - scene.now).toBeGreaterThan(10 * MINUTE);
});
