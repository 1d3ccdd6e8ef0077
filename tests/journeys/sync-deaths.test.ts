import { expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium.ts';
import { ENDPOINTS } from '../psn/endpoints.ts';
import { clickConnect, libraryOpens, type Scene, setScene, syncEnds } from './scene.ts';
import { readLibrary } from './stores.ts';

const KILLS = 50;
const NOW = Date.parse('2026-11-20T12:00:00Z');

async function synced(scene: Scene): Promise<Awaited<ReturnType<typeof readLibrary>>> {
  await syncEnds(scene, 80_000);
  return readLibrary(scene.chromium);
}

/** Wakes the worker as an alarm would, and ends it again after a while. */
async function killSoon({ worker }: Chromium, milliseconds: number): Promise<void> {
  await worker.evaluate(() => 0);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await worker.kill();
}

test(
  'a first sync whose worker is killed 50 times ends with the same library, and repeats a request a kill at most',
  { timeout: 240_000 },
  async () => {
    const undisturbed = await setScene({ account: 'regular', startsAt: NOW });
    await clickConnect(undisturbed);
    await (await libraryOpens(undisturbed)).close();
    const library = await synced(undisturbed);
    expect(library.trophySets.length).toBeGreaterThan(15);

    const scene = await setScene({ account: 'regular', startsAt: NOW });
    const { control } = scene.simulator;
    await clickConnect(scene);
    await (await libraryOpens(scene)).close();
    for (const endpoint of ENDPOINTS) {
      control.inject({ endpoint, fault: { slow: 120 }, call: 'every' });
    }
    for (let kill = 0; kill < KILLS; kill++) {
      await killSoon(scene.chromium, 100 + ((kill * 73) % 300));
    }

    expect(await synced(scene)).toStrictEqual(library);
    const asked = control.log
      .filter(({ host }) => host === 'm.np.playstation.com')
      .map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    const repeated = asked.length - new Set(asked).size;
    expect(repeated).toBeGreaterThan(KILLS / 5);
    expect(repeated).toBeLessThanOrEqual(KILLS);
  },
);
