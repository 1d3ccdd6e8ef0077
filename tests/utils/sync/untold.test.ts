import { afterEach, expect, test } from 'vitest';
import { FailureError } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

afterEach(() => scene.database.delete());

test('a sync goes on and ends where what pages are told of the library cannot be read', async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 3);
  scene.beforeStore = (method) => {
    if (method === 'excerpt') throw new FailureError({ cause: 'storage-damaged' });
  };
  await scene.syncByHand();
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(await scene.database.trophySets.count()).toBe(3);
  expect(await scene.lastRun()).toMatchObject({ outcome: 'complete' });
  // The next that can be read says what is there.
  scene.beforeStore = () => undefined;
  await scene.wake();
  expect(scene.snapshot).toMatchObject({ titleCount: 3, gaps: [] });
});
