import { expect, test } from 'vitest';
import type { Injection } from '../psn/simulator.ts';
import { asked, clickConnect, libraryOpens, setScene, showsGames, syncEnds } from './scene.ts';
import { killAtRequest } from './worker-deaths.ts';

/** Each request of the way, held long enough to kill the worker in the middle of it. */
const MOMENTS: Injection['endpoint'][] = [
  'ssocookie',
  'authorize',
  'token',
  'profile',
  'trophyTitles',
  'trophySummary',
  'gamelist',
  'titlesByNpTitleId',
];

test.each(MOMENTS)('a worker killed while it waits for %s loses nothing', async (endpoint) => {
  const scene = await setScene();
  const killed = killAtRequest(scene, { endpoints: [endpoint] });
  const popup = await clickConnect(scene);
  await killed;

  // The popup is still open: it wakes a new worker, which finds where the old one stood.
  const library = await libraryOpens(scene);
  await popup.close();
  await showsGames(library, 42);
  await syncEnds(scene);
  expect(asked(scene, endpoint).length).toBeGreaterThanOrEqual(2);
});

test('a worker killed between two stored steps is resumed by its alarm, with no page open', async () => {
  const scene = await setScene();
  const { control } = scene.simulator;
  control.inject({ endpoint: 'token', fault: { slow: 3_000 } });
  const popup = await clickConnect(scene);
  await expect
    .poll(() => control.log.some(({ endpoint }) => endpoint === 'token'), { timeout: 30_000 })
    .toBe(true);
  await popup.close();
  await scene.chromium.worker.kill();

  const alarms = await scene.chromium.worker.evaluate(() => chrome.alarms.getAll());
  expect(alarms.map(({ name }) => name)).toContain('connection');
  await showsGames(await libraryOpens(scene), 42);
});
