import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

/** Sony's clock as we know it lies by a year after the device's was put right, until an answer shows it. */

const YEAR = 365 * 86_400_000;
let scene: SyncScene;

beforeEach(async () => {
  scene = new SyncScene();
  scene.now += YEAR;
  aRecentLibrary(scene, 3);
  await scene.syncByHand();
  scene.psn.asked.length = 0;
});

test('the daily sync is due all the same, and once', async () => {
  scene.now -= YEAR;
  await scene.syncDaily();
  await scene.syncDaily();

  expect(scene.psn.asked.filter((asked) => asked === 'titles 0')).toHaveLength(2);
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test.each<Failure['cause']>(['sony-down', 'too-many-requests', 'edge-block'])(
  'a sync that waits after %s goes on, and not in a year',
  async (cause) => {
    const until = cause === 'too-many-requests' ? { until: scene.now + 60_000 } : {};
    scene.psn.failsOn = () => ({ cause, ...until });
    await scene.syncByHand();
    expect(scene.status.state).toBe('paused');

    scene.psn.failsOn = () => null;
    scene.now -= YEAR;
    await scene.wake();
    expect(scene.status).toStrictEqual({ state: 'idle' });
  },
);
