import { Ending } from '@/utils/connection/ending';
import { eraseDatabases } from '@/utils/database/erase';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import type { GridScene } from './grid-scene';
import type { SceneWorker } from './sync-scene';

/** What the player has asked for, carried out as the background does. */
export async function carryOutEnd(
  scene: GridScene,
  { loop, exclusively }: SceneWorker,
): Promise<void> {
  const { record, vault } = scene;
  const ending = new Ending({
    ...{ record, exclusively },
    endRequests: scene.ends.now,
    library: {
      prove: () => Promise.resolve(),
      create: () => Promise.resolve(),
      fill: () => undefined,
      interrupt: () => loop.interrupt(),
    },
    leftovers: {
      wipeTokens: () => vault.forgetOthers(null),
      deleteDatabases: eraseDatabases,
      deleteLibrary: () => Promise.resolve(),
      showIdle: () => {
        scene.snapshot = { ...scene.snapshot, sync: { state: 'idle' } };
        return Promise.resolve();
      },
      clearBrowserState: () => {
        scene.alarm = null;
        return Promise.resolve();
      },
      giveBackPermissions: () => Promise.resolve(),
      clearStorage: () => {
        scene.snapshot = EMPTY_SNAPSHOT;
        record.current = DISCONNECTED;
        return Promise.resolve();
      },
      count: () => Promise.reject(new Error('not asked for')),
    },
  });
  await ending.carryOn();
}

/** What of an account is to be found, but for the rows of its library. */
export async function tracesOf(scene: GridScene) {
  const { vault, record, snapshot, alarm, news, requestedAt } = scene;
  const databases = (await indexedDB.databases()).map(({ name }) => name).sort();
  return structuredClone({
    ...{ databases, alarm, snapshot, news: news.length, connection: record.current },
    ...{ tokens: vault.stored.size, asked: scene.asked, requests: requestedAt.length },
  });
}
