import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOnRestoring } from '@/entrypoints/background/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import { createLibrary } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { databases } from '../../support/carry-over-scene';
import { publish } from '../../support/publish-status';
import { aBackground, stagedOfNone, wish } from '../../support/staged-copy';
import { connected } from '../../support/statuses';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The worker has made the library, and died; there is no room for anything in it by now. */
async function diedAfterMaking() {
  const { scene } = await stagedOfNone();
  await wish('wanted');
  (await createLibrary(scene.accountId)).close();
  const estimate = vi.spyOn(navigator.storage, 'estimate');
  estimate.mockResolvedValue({ usage: 100, quota: 100 });
  return scene;
}

async function carriesOnInVain(): Promise<void> {
  const carriedOn = carryOnRestoring(aBackground().background);
  await expect(carriedOn).rejects.toMatchObject({ failure: { cause: 'storage-full' } });
}

test('what a worker that died has made for a restoring goes where that comes to nothing', async () => {
  await diedAfterMaking();
  await carriesOnInVain();
  expect(await databases()).toEqual([OTHER_DATABASES.restore]);
});

test('the library of an account that is connected by then stays', async () => {
  const { accountId, database } = await diedAfterMaking();
  await publish({ connection: connected({ accountId }) });
  await carriesOnInVain();
  expect(await databases()).toContain(database.name);
});

test('so does one in which something is', async () => {
  const { accountId, database } = await diedAfterMaking();
  const library = await createLibrary(accountId);
  await library.syncRequests.put({ id: 'one' } as never);
  library.close();
  await carriesOnInVain();
  expect(await databases()).toContain(database.name);
});
