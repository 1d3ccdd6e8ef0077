import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import SaveCopy from '@/components/copies/SaveCopy.svelte';
import { LIBRARY_COPY } from '@/utils/copy/copied-tables';
import { readCopy } from '@/utils/copy/read-copy';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import type { Player } from '@/utils/domain/connection/player';
import type { SavedFile } from '@/utils/domain/copies/copies-record';
import { firstViewItem } from '@/utils/domain/library/view-items';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import {
  handedOver,
  liesOnDisk,
  notInCopy,
  notSaved,
  save,
  saved,
  savedToDisk,
  saving,
  sayThatItLies,
} from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { putRaw } from '../../support/raw-rows.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, aStatus, connected, DAY, manyLibraryTitles } from '../../support/statuses.ts';

/** Of whatever size. */
const MADE = new RegExp(saved({ size: '.+' }));
const ON_DISK = new RegExp(savedToDisk({ size: '.+' }));
const mayLook = vi.fn();
const MINE = '1111111111111111';
const NOW = new Date(2026, 10, 29, 12).getTime();

beforeEach(async () => {
  await eraseDatabases();
  mayLook.mockReset().mockResolvedValue(false);
  Object.assign(browser, {
    permissions: { contains: mayLook },
    runtime: { ...browser.runtime, getManifest: () => ({ version: '0.0.1' }) },
  });
});

async function leaveLibrary(games: number, said: Partial<Player> = {}): Promise<void> {
  const player = { ...aSnapshot().player!, accountId: MINE, ...said };
  const database = new LibraryDatabase(player.accountId);
  await database.overview.put({ ...EMPTY_OVERVIEW, player });
  await database.titles.bulkPut(manyLibraryTitles(games));
  database.close();
}

/** What the browser was given to save, under the name that it got. */
function downloads(): [name: string, file: Promise<Blob>][] {
  const saved: [string, Promise<Blob>][] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push([this.download, fetch(this.href).then((answer) => answer.blob())]);
  });
  return saved;
}

test('saves a copy of the library, by a worker, under the player’s name and day', async () => {
  await leaveLibrary(1_300);
  const files = downloads();
  const status = aStatus({ settings: { ...DEFAULT_SETTINGS, renewal: true } });
  const { getByRole, getByText } = await render(SaveCopy, { accountId: MINE, status, now: NOW });
  await getByRole('button', { name: save }).click();
  await expect.element(getByText(MADE)).toBeVisible();

  const [[name, file] = []] = files;
  expect(name).toMatch(/^Trophy Shelf \S+ \d{4}-\d\d-\d\d\.json\.gz$/);
  const rows: unknown[] = [];
  const report = await readCopy(LIBRARY_COPY, (await file!).stream(), (some) => {
    rows.push(...some.rows);
  });
  expect(report.head).toMatchObject({ accountId: MINE });
  expect(report.read).toMatchObject({ titles: 1_300, overview: 1, settings: 1 });
  expect(JSON.stringify(rows)).not.toContain('renewal');
  await expectAccessible();
});

test('says how much of the library cannot be read, and so is not in it', async () => {
  await leaveLibrary(2);
  await putRaw(new LibraryDatabase(MINE), 'playDays', { npTitleId: 'X', month: 1, days: 'no' });
  downloads();
  const { getByText, getByRole } = await render(SaveCopy, {
    ...{ accountId: MINE, status: aStatus(), now: NOW },
  });
  await getByRole('button', { name: save }).click();
  await expect.element(getByText(MADE)).toMatchTextContent(notInCopy({ rows: 1 }, 'en'));
});

test('counts once the player says that it lies there, where nobody can look', async () => {
  await leaveLibrary(3);
  downloads();
  const asked = answerAsBackground();
  const status = aStatus({ connection: connected({ accountId: MINE }) });
  const { getByRole, getByText } = await render(SaveCopy, { accountId: MINE, status, now: NOW });
  await getByRole('button', { name: save }).click();
  await expect.element(getByText(MADE)).toMatchTextContent(sayThatItLies);
  expect(asked).toEqual([]);
  await getByRole('button', { name: liesOnDisk }).click();
  await expect.element(getByText(ON_DISK)).toBeVisible();
  await expect.poll(() => asked).toEqual(['copies']);
});

test.each([
  ['complete', [{ state: 'complete' }], ON_DISK, ['copies']],
  ['interrupted', [{ state: 'interrupted' }], notSaved, []],
  ['unknown where it is not in the list any more', [], MADE, []],
] as const)(
  'a browser that lets us look says whether it lies there: %s',
  async (_how, listed, said, told) => {
    await leaveLibrary(3);
    const asked = answerAsBackground();
    mayLook.mockResolvedValue(true);
    const search = vi
      .fn()
      .mockResolvedValueOnce([{ state: 'in_progress' }])
      .mockResolvedValue(listed);
    const onChanged = { addListener: () => undefined, removeListener: () => undefined };
    const download = () => Promise.resolve(7);
    Object.assign(browser, { downloads: { download, search, onChanged } });
    const status = aStatus({ connection: connected({ accountId: MINE }) });
    const { getByRole, getByText } = await render(SaveCopy, { accountId: MINE, status, now: NOW });
    await getByRole('button', { name: save }).click();
    await expect.element(getByText(said)).toBeVisible();
    expect(asked).toEqual(told);
  },
);

test('says that it waits for the browser, and counts by what comes of it, whoever looks', async () => {
  await leaveLibrary(3);
  const asked: unknown[] = [];
  answerAsBackground({ ok: true, value: null }, (_, payload) => asked.push(payload));
  mayLook.mockResolvedValue(true);
  const answered = Promise.withResolvers<number>();
  Object.assign(browser, {
    downloads: {
      download: () => answered.promise,
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
      search: () => Promise.resolve([{ state: 'complete' }]),
    },
  });
  const status = aStatus({ connection: connected({ accountId: MINE }), clockOffset: DAY });
  const { getByRole, getByText, unmount } = await render(SaveCopy, {
    ...{ accountId: MINE, status, now: NOW },
  });
  const before = Date.now();
  await getByRole('button', { name: save }).click();
  const clicked = Date.now();
  await expect.element(getByText(handedOver)).toBeVisible();
  await expect.element(getByText(saving({ part: '100%' }))).not.toBeInTheDocument();
  // The dialog around it is closed, and then the player says where it is to lie.
  await unmount();
  answered.resolve(7);
  await expect.poll(() => asked).toHaveLength(1);
  const [{ saved: noted }] = asked as [{ saved: SavedFile }];
  expect(noted.accountId).toBe(MINE);
  // Of the click, and not of when the page last looked at its clock.
  expect(noted.madeAt - DAY).toBeGreaterThanOrEqual(before);
  expect(noted.madeAt - DAY).toBeLessThanOrEqual(clicked);
});

test('says why there is none, and makes it at the next try', async () => {
  const files = downloads();
  const { getByRole, getByText } = await render(SaveCopy, {
    ...{ accountId: MINE, status: aStatus(), now: NOW },
  });
  await getByRole('button', { name: save }).click();
  await expect.element(getByRole('alert')).toBeVisible();
  await leaveLibrary(3);
  await getByRole('button', { name: save }).click();
  await expect.element(getByText(MADE)).toBeVisible();
  expect(files).toHaveLength(1);
});

test('of another account’s library the copy says whose it is, and nothing of who is connected', async () => {
  await leaveLibrary(3, { accountId: '2222222222222222', onlineId: 'Somebody' });
  const files = downloads();
  const savedViews = [firstViewItem({ name: 'Long ones', query: 'q=mine' })];
  const status = aStatus({
    connection: connected({ accountId: MINE }),
    settings: { ...DEFAULT_SETTINGS, zone: 'Asia/Tokyo', syncHour: 5, savedViews },
  });
  const { getByRole, getByText } = await render(SaveCopy, {
    ...{ accountId: '2222222222222222', status, now: NOW },
  });
  await getByRole('button', { name: save }).click();
  await expect.element(getByText(MADE)).toBeVisible();
  const [[name, file] = []] = files;
  expect(name).toContain('Somebody');
  const settings: unknown[] = [];
  const { head } = await readCopy(LIBRARY_COPY, (await file!).stream(), ({ table, rows }) => {
    if (table === 'settings') settings.push(...rows);
  });
  expect(head).toMatchObject({ accountId: '2222222222222222', onlineId: 'Somebody' });
  expect(settings).toEqual([{}]);
});
