import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { requestPortsOf } from '@/entrypoints/background/sync-environment';
import { eraseDatabases } from '@/utils/database/erase';
import { copiesOf, lastCopyAt } from '@/utils/domain/copies/copies-record';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { storedCopies } from '@/utils/status/copies';
import { parsedStatus } from '@/utils/status/parse';
import { LibraryRequests } from '@/utils/sync/library-requests';
import { COPY_FACTS } from '../../support/copies';
import { savedByHand } from '../../support/copies-here';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import {
  aBackground,
  aNewScene,
  planned,
  SEEN,
  staged,
  stagedOfNone,
} from '../../support/staged-copy';
import { aProgress, aSnapshot, connected } from '../../support/statuses';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

async function lastCopy(accountId: string): Promise<number | null> {
  return lastCopyAt(copiesOf(await storedCopies.read(), accountId));
}

test('also without a connection pages are told what the library is after a copy, and after its way back', async () => {
  const { scene } = await staged();
  const player = { ...aSnapshot().player!, accountId: scene.accountId };
  const snapshot = { ...scene.snapshot, player, titleCount: 99, lastSyncedAt: 7 };
  await publish({ connection: DISCONNECTED, snapshot });
  const { background } = aBackground();
  const loop = { wake: () => Promise.resolve(), interrupt: () => undefined };
  const clock = { now: () => scene.now } as Parameters<typeof requestPortsOf>[1];
  const library = new LibraryRequests(requestPortsOf(loop, clock));
  await restoreCopy({ ...background, library }, SEEN);
  const counted = async (): Promise<unknown> => (await parsedStatus()).snapshot;
  const { lastSyncedAt } = (await scene.database.overview.get('library'))!;
  expect(await counted()).toMatchObject({ titleCount: 3, lastSyncedAt });
  await undoRestore({ ...background, library });
  expect(await counted()).toMatchObject({ titleCount: 2 });
});

test.each<[SyncStatus, boolean]>([
  [{ state: 'running', ...aProgress() }, true],
  [{ state: 'paused', ...aProgress(), failure: { cause: 'offline' }, resumesAt: 1 }, true],
  [{ state: 'blocked', ...aProgress(), failure: { cause: 'storage-full' } }, true],
  [{ state: 'idle' }, false],
  [{ state: 'stopped', ...aProgress() }, false],
])(
  'a sync that was under way begins anew after a copy, and no other ($state)',
  async (sync, asks) => {
    const { scene } = await staged();
    const { accountId } = scene;
    await publish({ connection: connected({ accountId }), snapshot: aSnapshot({ sync }) });
    const { asked, background } = aBackground();
    await restoreCopy(background, SEEN);
    expect(asked.includes('sync')).toBe(asks);
    expect(asked).toContain('wake');
  },
);

test('the sync of one’s own account goes on where it was after a copy of another, and its way back', async () => {
  const { scene } = await staged();
  const sync: SyncStatus = { state: 'running', ...aProgress() };
  const connection = connected({ accountId: `${scene.accountId}1` });
  await publish({ connection, snapshot: aSnapshot({ sync }) });
  const { asked, background } = aBackground();
  await restoreCopy(background, SEEN);
  await undoRestore(background);
  expect(asked).not.toContain('sync');
  expect(asked.filter((what) => what === 'wake')).toHaveLength(2);
});

test('the file that was restored counts as a copy outside this browser, of the day on which it was made', async () => {
  const { scene } = await staged();
  const { accountId } = scene;
  await publish({ connection: connected({ accountId }), snapshot: aSnapshot() });
  const { background } = aBackground();
  expect(await lastCopy(accountId)).toBeNull();
  await restoreCopy(background, SEEN);
  expect(await lastCopy(accountId)).toBe(COPY_FACTS.madeAt);
  // One that was made since stays the last.
  const since = Date.now();
  await savedByHand(accountId, since);
  await planned(await saved(scene), scene, 'again');
  await restoreCopy(background, 'again');
  expect(await lastCopy(accountId)).toBe(since);
});

test('a file that is merged into what was made here is no copy of it, and counts where nothing was', async () => {
  const scene = aNewScene();
  const { accountId } = scene;
  await fillLibrary(scene);
  const file = await saved(scene);
  const { background } = aBackground();
  const { requests } = scene.worker();
  await requests.annotateTrophy({ npCommunicationId: scene.id(2), trophyId: 0, note: 'Here' });
  await planned(file, scene, 'merged', 'merge');
  await restoreCopy(background, 'merged');
  expect(await lastCopy(accountId)).toBeNull();
  await scene.database.playerItems.clear();
  await planned(file, scene, 'into nothing', 'merge');
  await restoreCopy(background, 'into nothing');
  expect(await lastCopy(accountId)).toBe(COPY_FACTS.madeAt);
});

test.each([null, COPY_FACTS.madeAt - 5])(
  'a file whose restoring is taken back counts no more (%s before)',
  async (before) => {
    const { scene } = await staged();
    const { accountId } = scene;
    const { background } = aBackground();
    await publish({ connection: connected({ accountId }), snapshot: aSnapshot() });
    if (before !== null) await savedByHand(accountId, before);
    await restoreCopy(background, SEEN);
    expect(await lastCopy(accountId)).toBe(COPY_FACTS.madeAt);
    await undoRestore(background);
    expect(await lastCopy(accountId)).toBe(before);
  },
);

test('of a library that is taken back to nothing no copy is told of any more', async () => {
  const { scene } = await stagedOfNone();
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  const accounts = async () => Object.keys((await storedCopies.read()).accounts);
  expect(await accounts()).toEqual([scene.accountId]);
  await undoRestore(background);
  expect(await accounts()).toEqual([]);
});
