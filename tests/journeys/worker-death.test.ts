import { expect, test } from 'vitest';
import { survivesDeathAt } from './death-at-request.ts';
import { clickConnect, libraryOpens, setScene, showsGames } from './scene.ts';

// The other requests are in tests/long.
test('a worker killed while it waits for token loses nothing', () => survivesDeathAt('token'));

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
