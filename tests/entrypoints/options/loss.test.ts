import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { FILLING_TITLE } from '@/utils/words/no-library';
import { ACTIONS } from '@/utils/words/needs';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';
import * as app from '@/utils/words/en/app.json';
import * as copies from '@/utils/words/en/copies.json';
import { CONNECT } from '@/utils/words/names';

const FOUND_AT = new Date(2026, 10, 26, 12).getTime();
const TITLE = app.lostTitle;

let accounts = 0;

/** Opens a page of a library that has its games again. */
async function open(hash: string, lostAt: number | null, connection?: Connection) {
  const accountId = `loss-${(accounts += 1)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  await database.overview.put({ ...EMPTY_OVERVIEW, lostAt });
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ player, titleCount: 3, hasChosen: false });
  await publish(aStatus({ connection: connection ?? connected({ accountId }), snapshot }));
  history.replaceState(null, '', hash);
  return { database, ...(await render(App)) };
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

async function isSaidOn(hash: string): Promise<void> {
  const { getByRole } = await open(hash, FOUND_AT);

  await expect.element(getByRole('heading', { name: TITLE })).toBeVisible();
  await expect
    .element(getByRole('main').getByText(/26.*2026.*Any picks, notes and pins in it are lost/))
    .toBeVisible();
  await expect.element(getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible();
}

const SAID = '%s says what was lost, and what may have been';
test.each(['#/library'])(SAID, isSaidOn);
// The same words in the same frame.
test.each(['#/picker', '#/game/NPWR00000_00'])(SAID, { tags: ['long'] }, isSaidOn);

test.each(['#/library', '#/picker', '#/game/NPWR00000_00'])(
  '%s says nothing of a library that was not lost',
  async (hash) => {
    const { getByRole } = await open(hash, null);

    await expect
      .element(
        getByRole('link', { name: /Game 1|Game 2/ })
          .or(getByRole('checkbox', { name: /Game 1/ }))
          .first(),
      )
      .toBeVisible();
    await expect.element(getByRole('heading', { name: TITLE })).not.toBeInTheDocument();
  },
);

test.each([
  ['connected', undefined],
  ['disconnected', DISCONNECTED],
])('%s, it goes when the player knows, and leaves the focus on the page', async (_, connection) => {
  const asked = answerAsBackground();
  const { database, getByRole } = await open('#/library', FOUND_AT, connection);

  await getByRole('button', { name: app.gotIt }).click();
  await expect.poll(() => asked).toContain('acknowledgeLoss');
  await database.overview.update('library', { lostAt: null });
  await expect.element(getByRole('heading', { name: TITLE })).not.toBeInTheDocument();
  await expect.element(getByRole('heading', { level: 1 })).toHaveFocus();
});

test('why it could not be put away is said, and it can be tried again', async () => {
  const asked = answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole } = await open('#/library', FOUND_AT);

  await getByRole('button', { name: app.gotIt }).click();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  const before = asked.filter((name) => name === 'acknowledgeLoss').length;
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect
    .poll(() => asked.filter((name) => name === 'acknowledgeLoss').length)
    .toBeGreaterThan(before);
});

test('a library that is missing is asked for once, as long as somebody is connected', async () => {
  const asked = answerAsBackground();
  const { database, getByRole } = await open('#/library', null);
  await expect.element(getByRole('link', { name: /Game 1/ }).first()).toBeVisible();
  expect(asked).not.toContain('resume');

  await Dexie.delete(database.name);
  await expect.element(getByRole('heading', { name: FILLING_TITLE })).toBeVisible();
  await publish({ snapshot: aSnapshot() });
  await expect.poll(() => asked).toEqual(['resume']);
});

test('nobody is asked for one without a connection, and what may be lost is said', async () => {
  const asked = answerAsBackground();
  const { database, getByRole, getByText } = await open('#/library', null, DISCONNECTED);
  await expect.element(getByRole('link', { name: /Game 1/ }).first()).toBeVisible();

  await Dexie.delete(database.name);
  await expect.element(getByText(/with any picks, notes and pins in it/)).toBeVisible();
  expect(asked).toEqual([]);
});

test('of a library that is gone, without a connection, a copy can be restored beside connecting', async () => {
  const accountId = '7000000000000017';
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ player, titleCount: 3 });
  await publish(aStatus({ connection: DISCONNECTED, snapshot }));
  history.replaceState(null, '', '#/library');
  const { getByRole } = await render(App);
  await expect.element(getByRole('button', { name: CONNECT })).toBeVisible();
  const restore = getByRole('button', { name: copies.restore, exact: true });
  await expect.element(restore).toBeVisible();
  await expectAccessible();

  // It comes by another page.
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  await expect.element(getByRole('link', { name: /Game 1/ }).first()).toBeVisible();
  await expect.element(restore).not.toBeInTheDocument();
  database.close();
  await Dexie.delete(database.name);
});
