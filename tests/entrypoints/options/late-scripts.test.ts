import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { LazyScript } from '@/components/app/lazy-script.svelte';
import App from '@/entrypoints/options/App.svelte';
import { PAGES } from '@/entrypoints/options/pages';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { LOADING, STATISTICS, SYNC_HISTORY, TROPHY_LOG, WHAT_NEXT } from '@/utils/words/names';
import { NOT_LOADED, NOT_LOADED_TITLE, RELOAD } from '@/utils/words/not-loaded';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aProgress, aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

const PAUSED: Snapshot['sync'] = {
  state: 'paused',
  ...aProgress(),
  failure: { cause: 'offline' },
  resumesAt: Date.now() + 60_000,
};
const GONE = new TypeError('Failed to fetch dynamically imported module');

const AS_SHIPPED = { ...PAGES };

let accounts = 0;

/** Opens the page of a library of three games. */
async function open(hash: string, snapshot: Partial<Snapshot> = {}) {
  const accountId = `late-${(accounts += 1)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: aSnapshot({ titleCount: 3, player, ...snapshot }),
  });
  history.replaceState(null, '', hash);
  return { database, ...(await render(App)) };
}

/** A script that comes when it is let go, or never. */
function lateScript<Name extends 'queries' | 'alert' | 'loss'>(
  name: Name,
  imports: () => Promise<NonNullable<(typeof PAGES)[Name]['exports']>>,
) {
  const letGo = Promise.withResolvers<undefined>();
  letGo.promise.catch(() => undefined);
  PAGES[name] = new LazyScript(() => letGo.promise.then(imports)) as (typeof PAGES)[Name];
  return letGo;
}

const holdQueries = () => lateScript('queries', () => import('@/utils/database/queries'));
const holdAlert = () =>
  lateScript('alert', () => import('@/entrypoints/options/LibraryAlert.svelte'));
const holdLoss = () => lateScript('loss', () => import('@/components/library/LostLibrary.svelte'));

beforeEach(async () => {
  Object.assign(PAGES, AS_SHIPPED);
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

test('the page is drawn before what reads the library is there, and nothing of it moves then', async () => {
  const queries = holdQueries();
  const { getByRole } = await open('#/library');
  const search = getByRole('searchbox', { name: 'Search games' });
  await expect.element(getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect.element(search).toBeVisible();
  const before = search.element().getBoundingClientRect();

  queries.resolve(undefined);
  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();

  expect(search.element().getBoundingClientRect()).toEqual(before);
});

test.each(['#/library', '#/picker', '#/game/NPWR00000_00', '#/syncs'])(
  '%s has the page loaded anew where what reads the library is gone, and the other pages go on',
  async (hash) => {
    const queries = holdQueries();
    const { getByRole } = await open(hash);
    queries.reject(GONE);

    await expect.element(getByRole('heading', { name: NOT_LOADED_TITLE })).toBeVisible();
    await expectAccessible();
    await getByRole('link', { name: 'Guide' }).click();
    await expect.poll(() => document.title).toMatch(/^Guide/);
  },
);

test.each([
  ['#/syncs', SYNC_HISTORY],
  ['#/log', TROPHY_LOG],
  ['#/statistics', STATISTICS],
  ['#/next', WHAT_NEXT],
])('%s is drawn before what reads the library is there', async (hash, name) => {
  const queries = holdQueries();
  const { getByRole } = await open(hash);
  await expect.element(getByRole('heading', { level: 1, name })).toBeVisible();

  queries.resolve(undefined);
  await expect.element(getByRole('heading', { level: 1, name })).toBeVisible();
});

test('the games are drawn together with what there is to say of the connection', async () => {
  const alert = holdAlert();
  const { getByRole, getByText } = await open('#/library', { sync: PAUSED });
  await expect.element(getByText('Night_Cabinet')).toBeVisible();
  expect(getByText(LOADING).elements()).toHaveLength(1);
  expect(getByRole('searchbox').elements()).toEqual([]);

  alert.resolve(undefined);
  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'offline');
});

test('where nothing needs to be said the games wait for no words', async () => {
  holdAlert();
  const { getByRole } = await open('#/library');

  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
});

test('games that are in sight stay there while something comes up, and while it is loaded', async () => {
  const alert = holdAlert();
  const { getByRole } = await open('#/library');
  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
  const row = getByRole('link', { name: 'Game 1' }).element();

  await publish({ snapshot: aSnapshot({ titleCount: 3, sync: PAUSED }) });
  await expect.poll(() => PAGES.alert.exports).toBeUndefined();
  expect(row.isConnected).toBe(true);
  alert.resolve(undefined);
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'offline');

  expect(row.isConnected).toBe(true);
});

test.each([
  ['the connection', holdAlert, { sync: PAUSED }, null],
  ['a loss', holdLoss, {}, Date.now()],
] as const)(
  'the games are shown where what says more of %s is gone',
  async (_, hold, news, lostAt) => {
    const script = hold();
    const { database, getByRole } = await open('#/library', news);
    if (lostAt !== null) await database.overview.put({ ...EMPTY_OVERVIEW, lostAt });
    script.reject(GONE);

    await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
    await expect.element(getByRole('alert')).toHaveTextContent(NOT_LOADED);
    await expect.element(getByRole('button', { name: RELOAD })).toBeVisible();
    expect(document.title).toMatch(/^Library/);
  },
);
