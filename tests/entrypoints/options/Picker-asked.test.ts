import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { asking } from '@/utils/words/en/sync.json';
import { STOP_SYNC_NAME } from '@/utils/words/sync';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { allFetched } from '../../support/library-titles.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

/* What the library says at once of what was just imported, before the background does. */

const NOW = Date.now();
let accounts = 0;

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  location.hash = '#/picker';
});

/** The picker with one game ticked. */
async function open(isHere: boolean) {
  const accountId = `asked-${String((accounts += 1))}`;
  const titles = manyLibraryTitles(3).map((title) => ({
    ...title,
    choice: 'unpicked' as const,
    fetched: NOTHING_FETCHED,
  }));
  await new LibraryDatabase(accountId).titles.bulkPut(
    isHere ? titles.map((title) => allFetched(title, NOW)) : titles,
  );
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ player, lastSyncedAt: NOW - 1_000, hasChosen: true });
  await publish({ connection: connected({ accountId }), snapshot });
  const shown = await render(App);
  await shown.getByRole('checkbox').first().click();
  await shown.getByRole('button', { name: 'Import 1 game' }).click();
  await expect.element(shown.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
  return { ...shown, snapshot };
}

test('what is to be fetched is said to be asked for, until the background says how far it is', async () => {
  const { getByRole, getByText, snapshot } = await open(false);
  const bar = getByRole('progressbar', { name: 'Sync' });
  await expect.element(bar).toMatchTextContent(asking.trophies);
  await expect.element(getByRole('button', { name: STOP_SYNC_NAME })).toBeVisible();
  await expect.element(getByText(/^Synced/)).not.toBeInTheDocument();

  await publish({ snapshot: { ...snapshot, lastSyncedAt: NOW } });
  await expect.element(getByText(/^Synced/)).toBeVisible();
  await expect.element(bar).not.toBeInTheDocument();
});

test('where the background has nothing to say of it, it is not said for ever', async () => {
  const { getByRole, getByText } = await open(false);
  await expect.element(getByRole('progressbar', { name: 'Sync' })).toBeVisible();
  await expect.element(getByText(/^Synced/), { timeout: 8_000 }).toBeVisible();
});

test('nothing is said to be asked for where all of it is here', async () => {
  const { getByRole, getByText } = await open(true);
  await expect.element(getByText(/^Synced/)).toBeVisible();
  await expect.element(getByRole('progressbar', { name: 'Sync' })).not.toBeInTheDocument();
});
