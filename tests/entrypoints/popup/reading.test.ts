import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import Popup from '@/entrypoints/popup/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';
import * as app from '@/utils/words/en/app.json';

let accounts = 0;
let accountId: string;

async function openPopupSearch() {
  await publish(aStatus({ connection: connected({ accountId }) }));
  const shown = await render(Popup);
  await shown.getByRole('button', { name: 'Search games' }).click();
  return shown;
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  accountId = `popup-reading-${(accounts += 1)}`;
});

afterEach(() => vi.restoreAllMocks());

test('says why it cannot be searched', async () => {
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  database.close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'UnknownError');
  });
  const { getByRole } = await openPopupSearch();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-damaged');
  await expectAccessible();
});

test('waits for a library that is on its way', async () => {
  const { getByText, getByRole } = await openPopupSearch();
  await expect.element(getByText(app.fillingTitle)).toBeVisible();

  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
  await expect.element(getByRole('link', { name: 'Game 1' }), { timeout: 4_000 }).toBeVisible();
});
