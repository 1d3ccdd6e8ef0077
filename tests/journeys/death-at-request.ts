import { expect } from 'vitest';
import type { Injection } from '../psn/simulator.ts';
import { asked, clickConnect, libraryOpens, setScene, showsGames, syncEnds } from './scene.ts';
import { killAtRequest } from './worker-deaths.ts';

/** A worker that is killed while it waits for this request of a first connection loses nothing. */
export async function survivesDeathAt(endpoint: Injection['endpoint']): Promise<void> {
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
}
