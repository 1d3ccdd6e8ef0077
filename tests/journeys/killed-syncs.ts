import { expect } from 'vitest';
import { ENDPOINTS } from '../psn/endpoints.ts';
import {
  clickConnect,
  connectedScene,
  firstPage,
  type Scene,
  setScene,
  syncEndsInWindows,
} from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { killAtRandom } from './worker-deaths.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

type Library = Awaited<ReturnType<typeof readLibrary>>;

async function synced(scene: Scene): Promise<Library> {
  // What is repeated after a kill takes more than the half of a window that is asked for before anything is picked.
  await syncEndsInWindows(scene, 8);
  return withoutInstants(await readLibrary(scene.chromium));
}

/** When something was asked for is another moment in each of two syncs. */
function withoutInstants(library: Library): Library {
  const isInstant = (field: string) =>
    ['at', 'definitionsAt', 'groupsAt', 'syncStartedAt'].includes(field);
  const text = JSON.stringify(library, (field, value: unknown) =>
    isInstant(field) && typeof value === 'number' ? 'an instant' : value,
  );
  return JSON.parse(text) as Library;
}

/**
 * A first sync whose worker is killed so many times, at moments that the seed chooses, ends with the same library as
 * one that was left alone, and repeats at most what a kill leaves unfinished: two requests, of which an answer may be on
 * its way to the disk.
 */
export async function survivesKills(kills: number, seed: string): Promise<void> {
  const undisturbed = await connectedScene({ account: 'regular', startsAt: NOW });
  const library = await synced(undisturbed);
  expect(library.trophySets.length).toBeGreaterThan(15);

  const scene = await setScene({ account: 'regular', startsAt: NOW });
  const { control } = scene.simulator;
  // So slow that it is not over before the last of them.
  for (const endpoint of ENDPOINTS) {
    control.inject({ endpoint, fault: { slow: 240 }, call: 'every' });
  }
  await (await clickConnect(scene)).close();
  await (await firstPage(scene)).close();
  for (let kill = 0; kill < kills; kill++) {
    // Whatever wakes the worker: it looks after what was left a second later.
    await scene.chromium.worker.evaluate(() => 0);
    await killAtRandom(scene, `${seed} ${String(kill)}`, 2_000);
  }

  expect(await synced(scene)).toStrictEqual(library);
  const asked = control.log
    .filter(({ host }) => host === 'm.np.playstation.com')
    .map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
  const repeated = asked.length - new Set(asked).size;
  expect(repeated).toBeGreaterThan(kills / 5);
  expect(repeated).toBeLessThanOrEqual(2 * kills);
}
