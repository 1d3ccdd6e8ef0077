import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { LazyScript } from '@/components/app/lazy-script.svelte';
import App from '@/entrypoints/options/App.svelte';
import { PAGES } from '@/entrypoints/options/pages';
import type { Connection } from '@/utils/domain/connection/connection';
import { LibraryDatabase } from '@/utils/database/database';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { LEAVE_ANYWAY } from '@/utils/words/picker';
import { NOT_LOADED_TITLE } from '@/utils/words/not-loaded';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { AN_ATTEMPT } from '../../support/connections.ts';
import { aProgress, aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';
import * as shared from '@/utils/words/en/app.json';
import * as copies from '@/utils/words/en/copies.json';
import * as game from '@/utils/words/en/game.json';

let accounts = 0;

/** Opens the page of an account of its own: the tests of a file share the browser's databases. */
async function open(titles: LibraryTitle[], snapshot: Snapshot = aSnapshot(), hash = '') {
  const accountId = `options-${(accounts += 1)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  const player = { ...(snapshot.player ?? aSnapshot().player!), accountId };
  await show(connected({ accountId }), { ...snapshot, player });
  location.hash = hash;
  return { database, ...(await render(App)) };
}

async function show(connection: Connection, snapshot: Snapshot): Promise<void> {
  await publish({ connection, snapshot });
}

beforeEach(async () => {
  location.hash = '';
  await browser.storage.local.clear();
  answerAsBackground();
});

test('shows all games, newest played first, and how many they are', async () => {
  const { getByRole, getByTestId } = await open(manyLibraryTitles(1_300).reverse());

  await expect.element(getByTestId('library-count')).toMatchTextContent(/^1,300$/);
  const games = getByRole('list', { name: 'Library' });
  await expect.element(games.getByRole('link').first()).toHaveTextContent('Game 1');
  await expect.element(getByRole('heading', { name: 'Library' })).toBeVisible();
  await expectAccessible();
});

test('fills while the background writes', async () => {
  const { database, getByRole, getByTestId } = await open(
    [],
    aSnapshot({ lastSyncedAt: null, titleCount: 0 }),
  );
  await expect.element(getByRole('heading', { name: /on their way/ })).toBeVisible();

  await database.titles.bulkPut(manyLibraryTitles(3));

  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);
});

test('says what to do where there are no trophies', async () => {
  const { getByRole } = await open([], aSnapshot({ titleCount: 0 }));

  await expect.element(getByRole('heading', { name: shared.emptyTitle })).toBeVisible();
});

test('a narrow header has room for the name beside the countdown', async () => {
  await page.viewport(360, 780);
  const { getByRole, getByTestId } = await open(manyLibraryTitles(3));

  await expect.element(getByTestId('token-life').first()).toBeVisible();
  const name = getByRole('banner').getByText(/Night_Cabinet/);
  const { scrollWidth, clientWidth } = name.element().closest('strong')!;
  expect(scrollWidth).toBe(clientWidth);
});

test('from a tablet up nothing of the header is cut, with the longest name', async () => {
  const player = { ...aSnapshot().player!, onlineId: 'Cabinet_of_Night' };
  const { getByRole } = await open([], aSnapshot({ player }), '#/privacy');
  const banner = getByRole('banner');
  const name = banner.getByText('Cabinet_of_Night');
  await expect.element(name).toBeVisible();
  const parts = [name.element().closest('strong')!, banner.getByRole('navigation').element()];
  const cutAt: number[] = [];
  // At both ends of each way to lay it out, and between them.
  for (const width of [704, 860, 1_000, 1_023, 1_024, 1_100, 1_151, 1_152, 1_300]) {
    await page.viewport(width, 800);
    if (parts.some((part) => part.scrollWidth > part.clientWidth)) cutAt.push(width);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  expect(cutAt).toEqual([]);
});

test('leads to a game and back', async () => {
  const { getByRole, getByTestId } = await open(manyLibraryTitles(3));

  await getByRole('link', { name: 'Game 2' }).click();
  const heading = getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveTextContent('Game 2');
  await expect.element(heading).toHaveFocus();
  await expect.element(getByTestId('grade-bronze')).toHaveTextContent('3 / 10');
  await expect.element(getByRole('link', { name: /Previous game/ })).toMatchTextContent(/Game 1/);
  await expect.element(getByRole('link', { name: /Next game/ })).toMatchTextContent(/Game 3/);
  expect(document.title).toBe('Game 2 · Trophy Shelf');
  await expectAccessible();

  await getByRole('link', { name: game.back }).click();
  await expect.element(getByRole('link', { name: 'Game 2' })).toHaveFocus();
});

test('says so where there is no such game', async () => {
  const { getByRole } = await open(manyLibraryTitles(3), aSnapshot(), '#/game/NPWR99999_00');

  await expect.element(getByRole('heading', { name: /not in the library/ })).toBeVisible();
});

test('connects from here too', async () => {
  const asked = answerAsBackground();
  await show({ phase: 'disconnected', failure: { cause: 'offline' } }, EMPTY_SNAPSHOT);
  const { getByRole } = await render(App);

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'offline');
  await getByRole('button', { name: 'Connect PlayStation' }).click();
  await expect.poll(() => asked).toEqual(['connect']);
});

test('keeps the games in sight while a sync has paused', async () => {
  const { getByRole } = await open(
    manyLibraryTitles(3),
    aSnapshot({
      sync: {
        state: 'paused',
        ...aProgress({ phase: 'matching', done: 1, total: 3 }),
        failure: { cause: 'offline' },
        resumesAt: Date.now() + 60_000,
      },
    }),
  );

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'offline');
  await expect.element(getByRole('link', { name: 'Game 1' })).toBeVisible();
  await expect.element(getByRole('button', { name: 'Sync now' })).toBeVisible();
});

test('the connection is counted down once on the page', async () => {
  const { getByTestId } = await open(manyLibraryTitles(1));

  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'green');
  expect(getByTestId('token-life').elements()).toHaveLength(1);
});

test('what is ticked and not imported outlives a look at another page', async () => {
  const { getByRole } = await open(manyLibraryTitles(3));
  await getByRole('link', { name: 'Pick games' }).click();
  await expect.poll(() => document.title).toBe('Pick games · Trophy Shelf');
  await getByRole('checkbox', { name: 'Game 2' }).click();

  await getByRole('link', { name: 'Library' }).click();
  await getByRole('button', { name: LEAVE_ANYWAY }).click();
  await expect.element(getByRole('link', { name: 'Game 2' })).toBeVisible();
  await getByRole('link', { name: 'Pick games' }).click();

  await expect.element(getByRole('checkbox', { name: 'Game 2' })).not.toBeChecked();
  await getByRole('button', { name: 'Remove 1 game' }).click();
  await expect.poll(() => location.hash).toBe('#/library');
});

/** The guide's script comes when it is let go, or never. */
function holdGuide() {
  const held = Promise.withResolvers<undefined>();
  PAGES.guide = new LazyScript(() =>
    held.promise.then(() => import('@/entrypoints/options/Guide.svelte')),
  );
  return held;
}

test('whoever comes to a page before its script is told of it when it is drawn', async () => {
  const script = holdGuide();
  const { getByRole } = await open(manyLibraryTitles(3));

  await getByRole('link', { name: 'Guide' }).click();
  await expect.poll(() => document.querySelector('main [aria-busy]')).not.toBeNull();
  document.querySelector<HTMLElement>(':focus')?.blur();
  script.resolve(undefined);

  await expect.element(getByRole('heading', { level: 1 })).toHaveFocus();
});

test('opening the page at another one than the library leaves the focus alone', async () => {
  const script = holdGuide();
  location.hash = '#/guide';
  // Else it is told of it, and takes it for an arrival.
  await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  const { getByRole } = await open(manyLibraryTitles(3), aSnapshot(), '#/guide');
  script.resolve(undefined);

  await expect.element(getByRole('heading', { level: 1 })).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test('a page whose script is gone has the window loaded anew, and the others go on', async () => {
  const script = holdGuide();
  const { getByRole, getByTestId } = await open(manyLibraryTitles(3));

  await getByRole('link', { name: 'Guide' }).click();
  script.reject(new TypeError('Failed to fetch dynamically imported module'));
  await expect.element(getByRole('heading', { name: NOT_LOADED_TITLE })).toBeVisible();
  await expectAccessible();

  await getByRole('link', { name: 'Library' }).click();
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);
});

test('what a page is asked for, key by key, has the links to the pages laid out no more', async () => {
  const { getByRole, getByTestId } = await open(manyLibraryTitles(3));
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);
  const links = getByRole('navigation', { name: shared.navigation }).element();
  const asked = vi.spyOn(links, 'getBoundingClientRect');

  await getByRole('searchbox').fill('2');
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^1$/);
  expect(asked).not.toHaveBeenCalled();
});

test('has every page at hand once its own is drawn', async () => {
  PAGES.guide = new LazyScript(() => import('@/entrypoints/options/Guide.svelte'));
  await open(manyLibraryTitles(3));

  await expect.poll(() => PAGES.guide.exports).toBeDefined();
});

test('what else can be done while connecting waits stands apart from its own buttons', async () => {
  const storage = {
    failure: { cause: 'storage-unavailable' },
    since: 0,
    tries: 1,
    nextAt: 1,
  } as const;
  await show({ ...AN_ATTEMPT, phase: 'connecting', step: 'session', storage }, EMPTY_SNAPSHOT);
  const { getByRole } = await render(App);
  const restore = getByRole('button', { name: copies.restore });
  await expect.element(restore).toBeVisible();
  const cancel = getByRole('button', { name: shared.cancel }).element().getBoundingClientRect();
  const gap = restore.element().getBoundingClientRect().top - cancel.bottom;
  expect(gap).toBeGreaterThanOrEqual(8);
});
