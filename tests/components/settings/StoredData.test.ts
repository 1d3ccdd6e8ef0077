import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import StoredData from '@/components/settings/StoredData.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { eraseLibrary } from '@/utils/database/erase';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { amountUnknown, storedKinds, nothingYet } from '@/utils/words/en/settings.json';
import { COUNTING_DATA } from '@/utils/words/stored-data';
import { expectAccessible } from '../../support/expect-accessible.ts';

const EVENT = { at: 1, kind: 'renewed', cause: null } as const;

beforeEach(() => browser.storage.local.clear());

test('says of each kind how long it stays, and what there is of it', async () => {
  const database = new LibraryDatabase('stored-data');
  await database.syncRuns.put(aNewRun(1, 'daily', false));
  await browser.storage.local.set({ connectionHistory: [EVENT] });
  const { getByText } = await render(StoredData, { accountId: 'stored-data' });

  await expect.element(getByText('1 report, about 1 kB')).toBeVisible();
  await expect.element(getByText('1 event, about 1 kB')).toBeVisible();
  await expect.element(getByText(storedKinds.setVersions)).toBeVisible();
  expect(getByText('The last 20,000').elements()).toHaveLength(2);
  await expectAccessible();
});

test('counts anew what has become another library while the page is open, or none', async () => {
  const accountId = '4000000000000017';
  const database = new LibraryDatabase(accountId);
  await database.syncRuns.put(aNewRun(1, 'daily', false));
  const { getByText } = await render(StoredData, { accountId });
  await expect.element(getByText(/^1 report,/)).toBeVisible();

  await database.syncRuns.put(aNewRun(2, 'daily', false));
  await expect.element(getByText(/^2 reports,/)).toBeVisible();

  database.close();
  await eraseLibrary(accountId);
  await expect.poll(() => getByText(/reports,/).elements(), { timeout: 5_000 }).toEqual([]);
});

test('says that it is unknown what cannot be read, and counts no more', async () => {
  const reading = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('broken'));
  onTestFinished(() => reading.mockRestore());
  const { getByText } = await render(StoredData, { accountId: null });

  await expect.element(getByText(amountUnknown)).toBeVisible();
  expect(getByText(COUNTING_DATA, { exact: true }).elements()).toEqual([]);
});

test('never says less in all than of one kind', async () => {
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 640 });
  const connectionHistory = Array.from({ length: 100 }, () => EVENT);
  await browser.storage.local.set({ connectionHistory });
  const { getByText } = await render(StoredData, { accountId: null });

  await expect.element(getByText('100 events, about 4 kB')).toBeVisible();
  await expect.element(getByText('About 4 kB in all')).toBeVisible();
});

test('without a library there is nothing yet, and none is made', async () => {
  const { getByText } = await render(StoredData, { accountId: null });

  await expect.poll(() => getByText(nothingYet).elements().length).toBe(7);
});
