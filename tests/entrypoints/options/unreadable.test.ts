import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import TitleList from '@/components/library/TitleList.svelte';
import { topOfLibrary } from '@/components/library/library-position';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { NOT_DRAWN } from '@/utils/words/not-drawn';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';
import { unreadableGames } from '@/utils/words/unreadable';
import { FAILURES } from '@/utils/words/failures';

let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

test.each(['#/library', '#/picker'])(
  '%s draws the games that can be read, and says how many cannot',
  async (hash) => {
    const accountId = `unreadable-${String((accounts += 1))}`;
    const [first, second, third] = manyLibraryTitles(3);
    const nulls = { name: null, earned: null, lastPlayedAt: null };
    await new LibraryDatabase(accountId)
      .table('titles')
      .bulkPut([first, { ...second, ...nulls }, { ...third, earned: null }]);
    const player = { ...aSnapshot().player!, accountId };
    await publish(
      aStatus({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) }),
    );
    history.replaceState(null, '', hash);
    const { getByText } = await render(App);

    await expect.element(getByText('Game 1', { exact: true }).first()).toBeVisible();
    await expect.element(getByText(/^2 games cannot be read here/)).toBeVisible();
    expect(document.querySelectorAll('[data-item]')).toHaveLength(1);
  },
);

test.each(['#/log', '#/next'])('%s says how many games cannot be read', async (hash) => {
  const accountId = `unreadable-${String((accounts += 1))}`;
  const [first, second] = manyLibraryTitles(2);
  await new LibraryDatabase(accountId)
    .table('titles')
    .bulkPut([first, { ...second, earned: null }]);
  const player = { ...aSnapshot().player!, accountId };
  await publish(aStatus({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) }));
  history.replaceState(null, '', hash);
  const { getByText } = await render(App);
  await expect.element(getByText(unreadableGames(1, 'en-US'))).toBeVisible();
});

test('a row that cannot be drawn costs itself only', async () => {
  const [first, second, third] = manyLibraryTitles(3).map((title) => ({ title, others: [] }));
  const broken = { ...second!, title: { ...second!.title, earned: null as never } };
  const { getByRole, getByText } = await render(TitleList, {
    stacks: [first!, broken, third!],
    ...{ layout: 'list', position: topOfLibrary(), now: Date.now() },
  });

  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
  await expect.element(getByRole('link', { name: 'Game 3' })).toBeVisible();
  await expect.element(getByText(NOT_DRAWN)).toBeVisible();
});

test('a page that is open while a later build brings the library up to date says: reload', async () => {
  const accountId = `unreadable-${String((accounts += 1))}`;
  const { name, verno, titles } = new LibraryDatabase(accountId);
  await titles.bulkPut(manyLibraryTitles(3));
  const player = { ...aSnapshot().player!, accountId };
  await publish(aStatus({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) }));
  history.replaceState(null, '', '#/library');
  const { getByRole } = await render(App);
  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();

  await new Promise<void>((resolve) => {
    const later = indexedDB.open(name, (verno + 1) * 10);
    later.onsuccess = () => {
      later.result.close();
      resolve();
    };
  });

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'storage-newer');
  await expect.element(alert).toMatchTextContent(FAILURES['storage-newer'].sentence);
});
