import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { Status } from '@/utils/status/status';
import { LEAVE_ANYWAY } from '@/utils/words/picker';
import { LOADING } from '@/utils/words/names';
import { ACTIONS } from '@/utils/words/needs';
import { NO_RUNS_TITLE } from '@/utils/words/sync-runs';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';

const GAME = '#/game/NPWR00000_00';
/** Each is made of what was earned. */
const STORIES = ['#/log', '#/statistics', '#/next', '#/year/2026'] as const;
/** Of the pages, one of the list, one of a game and one of the stories: the others read as these do. */
const USUAL = ['#/library', GAME, '#/statistics'];
const PAGES: readonly string[] = ['#/library', '#/picker', GAME, '#/syncs', ...STORIES];

/** On each of the pages: `npm test` takes the usual ones of them. */
function onEach(pages: readonly string[], name: string, holds: (hash: string) => Promise<void>) {
  test.each(pages.filter((hash) => USUAL.includes(hash)))(name, holds);
  test.each(pages.filter((hash) => !USUAL.includes(hash)))(name, { tags: ['long'] }, holds);
}

const DISCONNECTED = { phase: 'disconnected', failure: null } as const;

let accounts = 0;
let accountId: string;

async function open(hash: string, said: Partial<Status> = {}) {
  history.replaceState(null, '', hash);
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ player });
  await publish(aStatus({ connection: connected({ accountId }), snapshot, ...said }));
  return render(App);
}

/** A library that is there and cannot be opened. */
async function breakLibrary(name: string): Promise<void> {
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  database.close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', name);
  });
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
  accountId = `reading-${(accounts += 1)}`;
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(browser, 'extension');
});

onEach(PAGES, '%s says within seconds why the library cannot be read', async (hash) => {
  await breakLibrary('InvalidStateError');
  const { getByRole } = await open(hash);

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-unavailable');
  await expectAccessible();

  // What comes later is shown all the same.
  vi.restoreAllMocks();
  await expect.poll(() => getByRole('alert').elements().length, { timeout: 4_000 }).toBe(0);
});

onEach(PAGES, '%s says that there is nothing to read in a private window', async (hash) => {
  Object.assign(browser, { extension: { inIncognitoContext: true } });
  const { getByRole } = await open(hash);

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'private-window');
});

test('says that the browser does not answer', { timeout: 10_000 }, async () => {
  vi.spyOn(indexedDB, 'databases').mockReturnValue(new Promise(() => undefined));
  const { getByRole } = await open('#/library');

  await expect
    .element(getByRole('alert'), { timeout: 7_000 })
    .toHaveAttribute('data-cause', 'storage-silent');
});

test.each([
  ['#/library', /on their way/],
  ['#/picker', /on their way/],
  ['#/syncs', NO_RUNS_TITLE],
] as const)(
  '%s waits for a library that is not there yet, and creates none',
  async (hash, name) => {
    const { getByRole, getByText } = await open(hash);

    await expect.element(getByRole('heading', { name })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const names = (await indexedDB.databases()).map((each) => each.name);
    expect(names).not.toContain(new LibraryDatabase(accountId).name);
    await expectAccessible();

    if (hash === '#/syncs') return;
    await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
    await expect.element(getByText('Game 2').first(), { timeout: 4_000 }).toBeVisible();
  },
);

onEach(STORIES, '%s waits for a library that is not there yet, too', async (hash) => {
  const { getByRole } = await open(hash);
  const isWaiting = getByRole('heading', { name: /on their way/ });
  await expect.element(isWaiting).toBeVisible();
  await expectAccessible();

  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
  await expect.poll(() => isWaiting.elements().length, { timeout: 4_000 }).toBe(0);
  expect(getByRole('alert').elements()).toEqual([]);
});

test('the page of a game waits for a library that is not there yet', async () => {
  const { getByRole, getByText } = await open(GAME);
  await expect.element(getByText(LOADING)).toBeInTheDocument();

  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
  await expect
    .element(getByRole('heading', { level: 1 }), { timeout: 4_000 })
    .toHaveTextContent('Game 1');
});

const NEEDING = PAGES.filter((hash) => hash !== '#/syncs');

onEach(NEEDING, '%s says so where the browser has lost the library', async (hash) => {
  const { getByRole } = await open(hash, { connection: DISCONNECTED });

  await expect
    .element(getByRole('heading', { name: /not in this browser any more/ }))
    .toBeVisible();
});

test('the library is known by the connection where the snapshot is lost', async () => {
  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
  const { getByTestId } = await open('#/library', { snapshot: aSnapshot({ player: null }) });

  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);
});

test('a choice that finds no room stays ticked, and so does why, on the way to another page and back', async () => {
  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(3));
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole } = await open('#/picker');
  await getByRole('checkbox', { name: 'Game 2' }).click();
  await getByRole('button', { name: 'Remove 1 game' }).click();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  expect(location.hash).toBe('#/picker');

  await getByRole('link', { name: 'Library' }).click();
  await getByRole('button', { name: LEAVE_ANYWAY }).click();
  await expect.element(getByRole('link', { name: 'Game 2' })).toBeVisible();
  await getByRole('link', { name: 'Pick games' }).click();
  await expect.element(getByRole('checkbox', { name: 'Game 2' })).not.toBeChecked();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');

  const asked: unknown[] = [];
  answerAsBackground(undefined, (name, payload) => asked.push([name, payload]));
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.poll(() => location.hash).toBe('#/library');
  expect(asked).toEqual([['chooseGames', { choices: [['NPWR00001_00', 'unpicked']] }]]);
});
