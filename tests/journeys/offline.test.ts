import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, setScene, showsCause, showsGames, syncEnds } from './scene.ts';

const LIMITS = { timeout: 300_000 };

test('a sync without a network waits for it, says so, and goes on by itself', LIMITS, async () => {
  const scene = await setScene();
  await clickConnect(scene);
  const library = await libraryOpens(scene);
  await showsGames(library, 42);
  await syncEnds(scene);

  await scene.chromium.context.setOffline(true);
  scene.simulator.control.clearLog();
  await library.getByRole('button', { name: 'Sync now' }).click();
  const alert = library.getByRole('alert');
  await alert.waitFor({ timeout: 15_000 });
  await showsCause(alert, 'offline');
  await showsGames(library, 42);
  expect(scene.simulator.control.log).toEqual([]);

  await scene.chromium.context.setOffline(false);
  // The browser lets go of its requests one after the other: one that is held still has no answer, and a minute to wait.
  await alert.waitFor({ state: 'detached', timeout: 90_000 });
  await syncEnds(scene, 150_000);
  expect(scene.simulator.control.log.some(({ endpoint }) => endpoint === 'gamelist')).toBe(true);
});
