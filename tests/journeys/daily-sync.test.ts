import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, type Scene, setScene, syncEnds } from './scene.ts';

const DAY = 24 * 3_600_000;

function dailyAlarm({ chromium }: Scene): Promise<chrome.alarms.Alarm | undefined> {
  return chromium.worker.evaluate(() => chrome.alarms.get('daily-sync'));
}

async function connected(): Promise<Scene> {
  const scene = await setScene();
  await clickConnect(scene);
  await (await libraryOpens(scene)).close();
  await syncEnds(scene);
  return scene;
}

test('the next sync is at three in the morning, UTC, a little later in each install', async () => {
  const scene = await connected();

  const alarm = await dailyAlarm(scene);
  expect(alarm?.periodInMinutes).toBe(24 * 60);
  const time = new Date(alarm?.scheduledTime ?? 0);
  expect([time.getUTCHours(), Math.floor(time.getUTCMinutes() / 10)]).toEqual([3, 0]);

  await scene.chromium.worker.kill();
  await scene.chromium.openPopup();
  expect((await dailyAlarm(scene))?.scheduledTime).toBe(alarm?.scheduledTime);
});

test('an alarm that was lost is set again, and a sync that was missed is made up for', async () => {
  const scene = await connected();
  await scene.chromium.worker.evaluate(() => chrome.alarms.clearAll());
  await scene.chromium.worker.kill();
  scene.simulator.control.clearLog();
  // What a day of sleep looks like to the library: its last sync lies a day back.
  scene.simulator.control.advanceClock(DAY);
  await scene.chromium.worker.evaluate(
    (day) => chrome.storage.local.set({ clockOffset: day }),
    DAY,
  );
  await scene.chromium.worker.kill();

  // Whatever wakes the worker.
  await scene.chromium.worker.evaluate(() => 0);

  await expect
    .poll(() => scene.simulator.control.log.some(({ endpoint }) => endpoint === 'trophyTitles'), {
      timeout: 15_000,
    })
    .toBe(true);
  expect(await dailyAlarm(scene)).toBeDefined();
});
