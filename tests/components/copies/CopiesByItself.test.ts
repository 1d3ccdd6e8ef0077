import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Dexie } from 'dexie';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import CopiesByItself from '@/components/copies/CopiesByItself.svelte';
import { storeCopiesFolder, readCopiesFolder } from '@/utils/database/copies-folder';
import { eraseDatabases } from '@/utils/database/erase';
import { NO_COPIES, type CopiesRecord } from '@/utils/domain/copies/copies-record';
import type { CopyFigures } from '@/utils/domain/copies/copy-figures';
import { withShape } from '@/utils/status/stored-shape';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aFolderOfTheBrowsers, folderIs, picks } from '../../support/browsers-folder.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, aStatus, connected, DAY } from '../../support/statuses.ts';

const MINE = '4242424242424242';
const NOW = new Date(2026, 10, 29, 12).getTime();
const FIGURES: CopyFigures = { games: 1_300, notes: 40, pins: 3, picks: 12, marks: 5 };
const ACCOUNT = {
  ...{ fileMark: 'm', made: null, sameAt: null },
  ...{ savedAt: null, ownSince: null, anewAt: null, seenSync: null },
};
/** On, with a copy of six days ago. */
const ON: CopiesRecord = {
  ...{ ...NO_COPIES, isOn: true },
  accounts: { [MINE]: { ...ACCOUNT, made: { at: NOW - 6 * DAY, figures: FIGURES, digest: 'a' } } },
};
const WANTED = { mark: 'm', accountId: MINE, reason: 'switch', tries: 1 } as const;

/** Each request with what came with it. */
let asked: [name: string, payload: unknown][];
let answer: boolean;

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  await publish({ connection: connected() });
  asked = [];
  answerAsBackground(undefined, (...request) => asked.push(request));
  answer = true;
  const request = vi.fn(() => Promise.resolve(answer));
  Object.assign(browser, { permissions: { request } });
});

async function open(copies: CopiesRecord) {
  await store(copies);
  const page = await render(CopiesByItself, { accountId: MINE, status: aStatus(), now: NOW });
  return { ...page, wish: page.getByRole('switch', { name: words.byItself }) };
}

function store(copies: CopiesRecord): Promise<void> {
  return browser.storage.local.set({ copies: withShape(copies) });
}

test('off, the switch asks the browser, and moves once the first copy is there', async () => {
  const { getByText, getByRole, wish } = await open(NO_COPIES);
  await expect.element(getByText(words.noCopy)).toBeVisible();
  await expectAccessible();
  await wish.click();
  expect(browser.permissions.request).toHaveBeenCalledWith({ permissions: ['downloads'] });
  await expect.poll(() => asked).toContainEqual(['copies', { wanted: 'switch' }]);
  await expect.element(wish).not.toBeChecked();

  await store({ ...NO_COPIES, wanted: WANTED });
  await expect.element(getByText(words.firstCopy)).toBeVisible();
  await store(ON);
  await expect.element(wish).toBeChecked();
  await expect.element(getByText(words.lastCopy({ ago: '6 days ago' }))).toBeVisible();
  await expectAccessible();

  await getByRole('button', { name: words.copyNow }).click();
  await expect.poll(() => asked).toContainEqual(['copies', { wanted: 'now' }]);
  await wish.click();
  await expect.poll(() => asked).toContainEqual(['copies', { wanted: 'none' }]);
});

test('while one is being made the background is woken: a worker may have died in it', async () => {
  const { getByText } = await open({ ...ON, wanted: { ...WANTED, reason: 'week' } });
  await expect.element(getByText(words.beingMade)).toBeVisible();
  await expect.poll(() => asked).toEqual([['resume', null]]);
});

test('stays off, and says so, where the player tells the browser no', async () => {
  answer = false;
  const { getByText, getByRole, wish } = await open(NO_COPIES);
  await wish.click();
  await expect.element(getByText(words.refused.title)).toBeVisible();
  await expect.element(wish).not.toBeChecked();
  expect(asked).toEqual([]);
  await expectAccessible();
  answer = true;
  await getByRole('button', { name: words.tryAgain }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'switch' }]]);
});

test('says picks and marks together where an earlier build has counted the last copy so', async () => {
  const { getByText } = await open(NO_COPIES);
  const made = { at: NOW, figures: { games: 1_300, notes: 40, pins: 3, picks: 17 }, digest: 'a' };
  const copies = {
    ...{ ...ON, accounts: { [MINE]: { ...ACCOUNT, made } } },
    trouble: { kind: 'smaller', accountId: MINE, found: { ...FIGURES, picks: 3 } },
  };
  await browser.storage.local.set({ copies });
  const fewer = words.fewer({ what: words.picksAndMarks, found: 8, before: 17 }, 'en');
  await expect.element(getByText(fewer)).toBeVisible();
});

test('says that it is what cannot be read where a skipped copy has no fewer of what is counted', async () => {
  const trouble = { kind: 'smaller', accountId: MINE, found: FIGURES } as const;
  const { getByText } = await open({ ...ON, trouble });
  await expect.element(getByText(words.fewerRead)).toBeVisible();
});

test('says what a skipped copy would have lost, and makes it where that is right', async () => {
  const found = { ...FIGURES, notes: 2 };
  const { getByText, getByRole, wish } = await open({
    ...ON,
    trouble: { kind: 'smaller', accountId: MINE, found },
  });
  const fewer = words.fewer({ what: words.figures.notes, found: 2, before: 40 }, 'en');
  await expect.element(getByText(fewer)).toBeVisible();
  await expect.element(getByText(words.figures.pins, { exact: false })).not.toBeInTheDocument();
  await expect.element(wish).toBeChecked();
  await expectAccessible();
  await getByRole('button', { name: words.makeSmaller }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'smaller' }]]);
});

test.each([
  ['asks', words.tryAgain, words.troubles.asks.text({ setting: words.settingsOf.chromium })],
  ['permission', words.allowAgain, words.troubles.permission.text],
  ['interrupted', words.tryAgain, words.troubles.interrupted.text],
] as const)('off by “%s”, they can be switched on again', async (kind, way, text) => {
  const record = { ...ON, isOn: false, trouble: { kind, accountId: MINE, found: null } };
  const { getByText, getByRole, wish } = await open(record);
  await expect.element(getByText(text)).toBeVisible();
  await expect.element(getByText(words.triedLater, { exact: false })).not.toBeInTheDocument();
  await expect.element(wish).not.toBeChecked();
  await expectAccessible();
  await getByRole('button', { name: way }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'switch' }]]);
});

test('says that one that was broken off is tried again where they are on', async () => {
  const { getByText } = await open({
    ...ON,
    trouble: { kind: 'interrupted', accountId: MINE, found: null },
  });
  await expect.element(getByText(words.triedLater, { exact: false })).toBeVisible();
});

test('a folder of the player’s choice is kept, gets the first copy, and is given up again', async () => {
  const folder = await aFolderOfTheBrowsers();
  const asks = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')));
  picks(asks);
  const { getByText, getByRole } = await open(NO_COPIES);
  const choose = getByRole('button', { name: words.chooseFolder });
  await choose.click();
  // Who chooses none is told nothing.
  await expect.poll(() => asks.mock.calls).toHaveLength(1);
  expect(await readCopiesFolder()).toBeNull();
  await expect.element(getByText(words.folderRefused.title)).not.toBeInTheDocument();
  await expect.element(getByText(words.refused.title)).not.toBeInTheDocument();

  picks(() => Promise.resolve(folder));
  await choose.click();
  await expect.element(getByText(words.inFolderHint({ folder: 'Backup' }))).toBeVisible();
  const once = words.onlyThisVisit({ folder: 'Backup', button: words.allowFolder });
  await expect.element(getByText(once)).toBeVisible();
  expect(await (await readCopiesFolder())?.isSameEntry(folder)).toBe(true);
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'switch' }]]);
  expect(browser.permissions.request).not.toHaveBeenCalled();
  await expectAccessible();

  await store(ON);
  await getByRole('button', { name: words.copyNow }).click();
  await expect.poll(() => asked).toHaveLength(2);
  expect(browser.permissions.request).not.toHaveBeenCalled();
  await getByRole('button', { name: words.toDownloads }).click();
  await expect.element(getByText(words.byItselfHint)).toBeVisible();
  await expect.element(getByText(once)).not.toBeInTheDocument();
  expect(browser.permissions.request).toHaveBeenCalledOnce();
  expect(await readCopiesFolder()).toBeNull();
  await expect.poll(() => asked).toHaveLength(3);
});

test('says that the browser wants the player to be asked again for the folder, with one click', async () => {
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  folderIs({ state: 'prompt', answer: 'granted' });
  const { getByText, getByRole, wish } = await open(ON);
  await expect
    .element(getByText(words.folderTroubles.asks.title({ folder: 'Backup' })))
    .toBeVisible();
  await expect.element(wish).toBeChecked();
  await expectAccessible();
  await getByRole('button', { name: words.allowFolder }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'now' }]]);
  await expect
    .element(getByText(words.folderTroubles.asks.title({ folder: 'Backup' })))
    .not.toBeInTheDocument();
});

test('says so where the player tells the browser no for the folder', async () => {
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  folderIs({ state: 'prompt', answer: 'denied' });
  const { getByText, getByRole } = await open(ON);
  await getByRole('button', { name: words.allowFolder }).click();
  await expect.element(getByText(words.folderRefused.title)).toBeVisible();
  expect(asked).toEqual([]);
});

test('says that the folder is gone, and has another one chosen', async () => {
  const folder = await aFolderOfTheBrowsers();
  await storeCopiesFolder(folder);
  await (await navigator.storage.getDirectory()).removeEntry(folder.name, { recursive: true });
  const { getByText, getByRole } = await open(ON);
  await expect
    .element(getByText(words.folderTroubles.gone.title({ folder: 'Backup' })))
    .toBeVisible();
  await expectAccessible();
  const other = await aFolderOfTheBrowsers('Other');
  picks(() => Promise.resolve(other));
  await getByRole('button', { name: words.chooseFolder }).click();
  await expect.element(getByText(words.inFolderHint({ folder: 'Other' }))).toBeVisible();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'now' }]]);
});

test.each([
  ['interrupted', words.folderTroubles.full.title({ folder: 'Backup' }), words.tryAgain],
  ['permission', words.folderTroubles.asks.title({ folder: 'Backup' }), words.allowFolder],
] as const)('with a folder “%s” is said of it', async (kind, title, way) => {
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  const trouble = { kind, accountId: MINE, found: null };
  const { getByText, getByRole, wish } = await open({ ...ON, trouble });
  await expect.element(getByText(title)).toBeVisible();
  await expect.element(wish).toBeChecked();
  await getByRole('button', { name: way }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'now' }]]);
});

test('a folder that cannot be chosen or kept is told as that, and is chosen again', async () => {
  picks(() => Promise.reject(new DOMException('', 'SecurityError')));
  const { getByText, getByRole } = await open(NO_COPIES);
  await getByRole('button', { name: words.chooseFolder }).click();
  await expect.element(getByText(words.folderNotTaken.title)).toBeVisible();
  await expectAccessible();
  await expect.element(getByRole('button', { name: words.tryAgain })).not.toBeInTheDocument();
  const folder = await aFolderOfTheBrowsers();
  picks(() => Promise.resolve(folder));
  await getByRole('button', { name: words.chooseFolder }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'switch' }]]);
  await expect.element(getByText(words.folderNotTaken.title)).not.toBeInTheDocument();
  expect(browser.permissions.request).not.toHaveBeenCalled();
});

test('a folder that is chosen while all is erased is not kept', async () => {
  const folder = await aFolderOfTheBrowsers();
  const { getByRole } = await open(NO_COPIES);
  const { promise, resolve } = Promise.withResolvers<FileSystemDirectoryHandle>();
  const asks = vi.fn(() => promise);
  picks(asks);
  await getByRole('button', { name: words.chooseFolder }).click();
  await expect.poll(() => asks.mock.calls).toHaveLength(1);
  await publish({ connection: { phase: 'erasing', since: NOW }, snapshot: aSnapshot() });
  const reads = vi.spyOn(browser.storage.local, 'get');
  onTestFinished(() => reads.mockRestore());
  resolve(folder);
  await expect.poll(() => reads.mock.calls.flat(2)).toContain('connection');
  await navigator.locks.request('databases', () => undefined);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
  expect(asked).toEqual([]);
});

test('what was wrong with a folder that is given up is not told of the folder for downloads', async () => {
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  const trouble = { kind: 'interrupted', accountId: MINE, found: null } as const;
  const { getByRole } = await open({ ...ON, isOn: false, trouble });
  await getByRole('button', { name: words.toDownloads }).click();
  await expect.poll(() => asked).toEqual([['copies', { wanted: 'none' }]]);
  expect(browser.permissions.request).not.toHaveBeenCalled();
});

test('while copies are off a folder is given up without asking anybody for anything', async () => {
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  const { getByText, getByRole, wish } = await open({ ...ON, isOn: false });
  const erasing = vi.spyOn(Dexie, 'delete').mockRejectedValueOnce(new Error('Not now'));
  onTestFinished(() => erasing.mockRestore());
  await getByRole('button', { name: words.toDownloads }).click();
  await expect.element(getByText(words.folderNotGivenUp.title)).toBeVisible();
  await expectAccessible();
  await getByRole('button', { name: words.tryAgain }).click();
  await expect.element(getByText(words.byItselfHint)).toBeVisible();
  await expect.element(getByText(words.folderNotGivenUp.title)).not.toBeInTheDocument();
  await expect.element(wish).not.toBeChecked();
  expect(await readCopiesFolder()).toBeNull();
  expect(asked).toEqual([]);
  expect(browser.permissions.request).not.toHaveBeenCalled();
});
