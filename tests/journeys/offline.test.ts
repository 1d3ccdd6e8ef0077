import { expect, test } from 'vitest';
import { withoutNetwork } from '../browser/chromium-network.ts';
import { clickConnect, libraryOpens, setScene, showsCause, showsGames, syncEnds } from './scene.ts';

test('a sync without a network waits for it, says so, and goes on by itself', async () => {
  const scene = await setScene();
  await clickConnect(scene);
  const library = await libraryOpens(scene);
  await showsGames(library, 42);
  await syncEnds(scene);

  const goOnline = await withoutNetwork(scene.chromium);
  scene.simulator.control.clearLog();
  await library.getByRole('button', { name: 'Sync now' }).click();
  const alert = library.getByRole('alert');
  await alert.waitFor({ timeout: 15_000 });
  await showsCause(alert, 'offline');
  await showsGames(library, 42);
  expect(scene.simulator.control.log).toEqual([]);

  await goOnline();
  await alert.waitFor({ state: 'detached', timeout: 30_000 });
  await syncEnds(scene);
  expect(scene.simulator.control.log.some(({ endpoint }) => endpoint === 'gamelist')).toBe(true);
});
