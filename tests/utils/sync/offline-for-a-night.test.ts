import { expect, test } from 'vitest';
import { hasSameWaits } from '@/utils/sync/resume-instant';
import { SyncScene } from '../../support/sync-scene';
import { aTitle } from '../../support/titles';

const HOUR = 3_600_000;

/** The device is offline, and the daily sync begins. */
async function offlineScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.psn.titleRows = [aTitle()];
  scene.isOnline = false;
  scene.psn.failsOn = () => ({ cause: 'offline' });
  await scene.syncByHand();
  return scene;
}

test('a device that is offline for a night is woken ever less often, and has nothing prepared', async () => {
  const scene = await offlineScene();
  const from = scene.now;
  let wakes = 0;
  for (; scene.now < from + 10 * HOUR && wakes < 99; wakes++) await scene.wakeByAlarm();

  expect(wakes).toBeLessThan(15);
  expect(scene.preparations).toBe(0);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'offline' } });
});

test('once it is online again the next wake-up goes on, and its waits begin anew', async () => {
  const scene = await offlineScene();
  for (let wakes = 0; wakes < 6; wakes++) await scene.wakeByAlarm();
  scene.isOnline = true;
  scene.psn.failsOn = () => null;
  await scene.wake();

  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(scene.preparations).toBe(1);
  expect(hasSameWaits('offline', 'no-answer')).toBe(false);
  expect(hasSameWaits('sony-down', 'no-answer')).toBe(true);
});
