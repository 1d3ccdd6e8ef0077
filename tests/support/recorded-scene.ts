import { aRecentLibrary, SyncScene } from './sync-scene';

const DAY = 86_400_000;

/** Two games of now and one of more than a year ago, as a first sync has found them ten days before. */
export async function recordedScene(): Promise<SyncScene> {
  const scene = new SyncScene();
  aRecentLibrary(scene, 2);
  scene.addTitle({ n: 9, daysAgo: 400 });
  await scene.syncByHand();
  scene.now += 10 * DAY;
  return scene;
}

/** The player opens a game, and what it asks for is fetched. */
export async function openInScene(scene: SyncScene, n: number): Promise<void> {
  const worker = scene.worker();
  await worker.requests.openGame(scene.id(n));
  await worker.loop.wake();
}

/** Trophies of one grade only, so many. */
export function inBronze(count: number) {
  return { bronze: count, silver: 0, gold: 0, platinum: 0 };
}
