import { expect, onTestFinished, test } from 'vitest';
import { exclusively } from '@/utils/browser/exclusively';
import { comparedUntil, restSyncs } from '@/utils/database/comparing-lock';
import { isOfRest, NO_PROGRESS } from '@/utils/domain/sync/sync-status';
import { statusAtRest } from '@/utils/sync/at-rest';
import { beginning } from '@/utils/sync/cursor';
import { SyncScene } from '../../support/sync-scene';

/** A library of which a page compares a copy. */
async function compared(
  scene = new SyncScene(),
): Promise<{ scene: SyncScene; end: () => Promise<void> }> {
  for (const n of [1, 2, 3]) scene.addTitle({ n, daysAgo: n });
  await scene.syncByHand();
  scene.reports.length = 0;
  scene.psn.asked.length = 0;
  const letSync = await restSyncs(scene.accountId);
  onTestFinished(letSync);
  const end = async (): Promise<void> => {
    letSync();
    await expect.poll(() => comparedUntil(scene.accountId)).toBeNull();
  };
  return { scene, end };
}

test('who syncs while a copy is compared is told what that waits for, and it goes on by itself', async () => {
  const { scene, end } = await compared();
  const before = await scene.contents();
  await scene.syncByHand();
  const until = await comparedUntil(scene.accountId);
  expect(scene.status).toMatchObject({
    ...{ state: 'paused', failure: { cause: 'library-compared' }, resumesAt: until },
  });
  expect(scene.psn.asked).toEqual([]);
  expect({ ...(await scene.contents()), requests: [] }).toEqual(before);
  // Said once, however often somebody looks.
  await scene.wake();
  expect(scene.reports).toHaveLength(1);

  await end();
  await scene.wake();
  expect(scene.status).toEqual({ state: 'idle' });
  expect(scene.psn.asked).not.toEqual([]);
});

test('who syncs while only the rest of a sync is left is told so too', () => {
  const cursor = { ...beginning(1, 'daily', []), isRest: true };
  const told = { state: 'running', ...NO_PROGRESS, isRest: true } as const;
  const request = {
    number: 1,
    kind: 'sync',
    npCommunicationId: null,
    tries: 0,
    pause: null,
  } as const;
  const rest = { cursor, requests: [], until: 9 };
  expect(isOfRest(statusAtRest(rest, told)!)).toBe(true);
  expect(isOfRest(statusAtRest({ ...rest, requests: [request] }, told)!)).toBe(false);
});

test('nothing is said where nobody waits for a sync', async () => {
  const { scene } = await compared();
  await scene.wake();
  expect(scene.reports).toEqual([]);
});

test('a sync that is stopped while a copy is compared is said to be, and changes no game before that is done', async () => {
  const { scene, end } = await compared();
  const worker = scene.worker();
  await scene.syncByHand(worker);
  await worker.requests.stop();
  await worker.loop.wake();
  expect(scene.status).toEqual({ state: 'idle' });
  await end();
  await scene.wake();
  expect(scene.status).toEqual({ state: 'idle' });
  expect(scene.psn.asked).toEqual([]);
});

test('picks after a stop are waited for while a copy is compared, and no stop is said', async () => {
  const { scene, end } = await compared();
  const worker = scene.worker();
  await worker.requests.stop();
  await worker.loop.wake();
  await worker.requests.chooseGames(new Map([[scene.id(2), 'picked']]));
  await worker.loop.wake();
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'library-compared' } });
  await worker.requests.stop();
  await worker.loop.wake();
  expect(scene.status).toEqual({ state: 'idle' });
  await end();
});

test('one that was under way says how far it was, is stopped at once, and stays stopped', async () => {
  const scene = new SyncScene();
  for (let n = 1; n <= 9; n++) scene.addTitle({ n, daysAgo: n });
  const worker = scene.worker(undefined, exclusively);
  let letSync: (() => void) | undefined;
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const playedGames = scene.psn.playedGames.bind(scene.psn);
  scene.psn.playedGames = async (...args) => {
    asked.resolve();
    await answer.promise;
    return playedGames(...args);
  };
  const syncing = scene.syncByHand(worker);
  await asked.promise;
  const resting = restSyncs(scene.accountId).then((end) => (letSync = end));
  await expect.poll(() => comparedUntil(scene.accountId)).not.toBeNull();
  answer.resolve();
  await Promise.all([syncing, resting]);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'library-compared' } });
  expect(scene.status).toHaveProperty('phase');

  const before = (await scene.contents()).titles;
  await worker.requests.stop();
  await worker.loop.wake();
  expect(scene.status).toMatchObject({ state: 'stopped' });
  expect((await scene.contents()).titles).toEqual(before);
  letSync?.();
  await expect.poll(() => comparedUntil(scene.accountId)).toBeNull();
  await worker.loop.wake();
  expect(scene.status).toMatchObject({ state: 'stopped' });
});

test('what Sony refuses while a copy begins to be compared is no less heeded', async () => {
  const scene = new SyncScene();
  scene.addTitle({ n: 1, daysAgo: 1 });
  const worker = scene.worker(undefined, exclusively);
  const until = scene.now + 600_000;
  let resting: Promise<() => void> | undefined;
  scene.psn.failures = { titles: [{ cause: 'too-many-requests', until }] };
  const titles = scene.psn.titles.bind(scene.psn);
  scene.psn.titles = async (...args) => {
    resting = restSyncs(scene.accountId);
    await expect.poll(() => comparedUntil(scene.accountId)).not.toBeNull();
    return titles(...args);
  };
  await scene.syncByHand(worker);
  const end = await resting;
  const cursor = (await scene.database.table('syncCursor').get('library')) as unknown;
  expect(cursor).toMatchObject({ pause: { failure: { cause: 'too-many-requests' } } });
  end?.();
});
