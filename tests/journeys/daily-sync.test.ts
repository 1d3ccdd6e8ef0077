import { expect, test } from 'vitest';
import { connectedScene } from './scene.ts';
import { dailyAlarm, moveClock } from './stores.ts';

const DAY = 24 * 3_600_000;

test('the next sync is at three in the morning, UTC, a little later in each install', async () => {
  const scene = await connectedScene();

  const alarm = await dailyAlarm(scene.chromium);
  expect(alarm?.periodInMinutes).toBe(24 * 60);
  const time = new Date(alarm?.scheduledTime ?? 0);
  expect([time.getUTCHours(), Math.floor(time.getUTCMinutes() / 10)]).toEqual([3, 0]);

  await scene.chromium.worker.kill();
  await scene.chromium.openPopup();
  expect((await dailyAlarm(scene.chromium))?.scheduledTime).toBe(alarm?.scheduledTime);
});

test('an alarm that was lost is set again, and a sync that was missed is made up for', async () => {
  const scene = await connectedScene();
  await scene.chromium.worker.evaluate(() => chrome.alarms.clearAll());
  await scene.chromium.worker.kill();
  scene.simulator.control.clearLog();
  // What a day of sleep looks like to the library: its last sync lies a day back.
  scene.simulator.control.advanceClock(DAY);
  await moveClock(scene.chromium, DAY);
  await scene.chromium.worker.kill();

  // Whatever wakes the worker.
  await scene.chromium.worker.evaluate(() => 0);

  await expect
    .poll(() => scene.simulator.control.log.some(({ endpoint }) => endpoint === 'trophyTitles'), {
      timeout: 15_000,
    })
    .toBe(true);
  expect(await dailyAlarm(scene.chromium)).toBeDefined();
});
