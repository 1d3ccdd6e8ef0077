import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ExportsSection from '@/components/settings/ExportsSection.svelte';
import type { TitlesSoFar } from '@/components/app/library-titles.svelte';
import type { LiveResult } from '@/components/app/live-query.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { WHOLE_SET } from '@/utils/domain/library/player-item';
import { CLOSE } from '@/utils/words/keyboard';
import { CANCEL } from '@/utils/words/names';
import * as words from '@/utils/words/en/exports.json';
import { putRaw } from '../../support/raw-rows.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aStatus, manyLibraryTitles } from '../../support/statuses.ts';

const ACCOUNT = '5550001112223334445';
const TITLES = manyLibraryTitles(60).map((title, at) => ({ ...title, hidden: at === 0 }));
const READY: LiveResult<TitlesSoFar> = {
  state: 'ready',
  value: { titles: TITLES, unreadable: 0, complete: true },
};

let database: LibraryDatabase;
let saved: { name: string; text: Promise<string> }[];

beforeEach(async () => {
  database = new LibraryDatabase(ACCOUNT);
  await database.titles.bulkPut(TITLES);
  saved = [];
  const blobs = new Map<string, Blob>();
  const addressOf = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    const address = addressOf(object);
    blobs.set(address, object as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, text: blobs.get(this.href)!.text() });
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

/** The first that is made waits until the script of the worker is bundled: on a busy machine for a while. */
function isSaved(): Promise<void> {
  return expect.poll(() => saved.length, { timeout: 40_000 }).toBe(1);
}

function theSection(titles = READY, accountId: string | null = ACCOUNT, clockOffset = 0) {
  const status = aStatus({ clockOffset });
  return render(ExportsSection, { accountId, titles, status, now: Date.UTC(2026, 10, 29, 12) });
}

test('a file of the library is made, and saved', async () => {
  const { getByRole, getByText } = await theSection();
  const button = getByRole('button', { name: words.exportIt, exact: true });
  await button.click();
  await isSaved();
  expect(saved[0]!.name).toBe('trophy-shelf-2026-11-29-games.csv');
  const lines = (await saved[0]!.text).trimEnd().split('\r\n');
  expect(lines).toHaveLength(61);
  expect(lines[0]).toMatch(/^title,platform,/);
  await expect.element(getByText(/trophy-shelf-2026-11-29-games\.csv/)).toBeVisible();
  await getByRole('button', { name: words.saveAgain }).click();
  expect(saved).toHaveLength(2);
  await expectAccessible();
});

test('hidden games are in it unless they are not wanted, and columns as they are chosen', async () => {
  const { getByRole, getByText } = await theSection();
  await getByRole('switch', { name: words.withHidden }).click();
  await expect.element(getByText(words.gamesInFile({ games: 59 }, 'en-US'))).toBeVisible();
  await getByRole('button', { name: /^Columns: / }).click();
  await getByRole('button', { name: words.noColumns }).click();
  await getByRole('checkbox', { name: 'progress' }).click();
  const title = getByRole('checkbox', { name: 'title' });
  (title.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(title).toHaveFocus();
  await getByRole('button', { name: 'Move title forward' }).click();
  const heard = getByRole('dialog').getByRole('status');
  await expect.element(heard).toHaveTextContent('title: 1 of 2');
  await getByRole('button', { name: words.noColumns }).click();
  await expect.element(heard).toMatchTextContent(/^Columns: 0 of \d+$/);
  await getByRole('checkbox', { name: 'progress' }).click();
  await expect.element(heard).toMatchTextContent(/^$/);
  await title.click();
  await getByRole('button', { name: 'Move title forward' }).click();
  await expect.element(heard).toHaveTextContent('title: 1 of 2');
  await expectAccessible();
  await getByRole('dialog').getByRole('button', { name: CLOSE }).click();
  await getByRole('button', { name: words.exportIt, exact: true }).click();
  await isSaved();
  const lines = (await saved[0]!.text).trimEnd().split('\r\n');
  expect(lines[0]).toBe('title,progress');
  expect(lines).toHaveLength(60);
});

test('without a column or a grade nothing is made', async () => {
  const { getByRole, getByText } = await theSection();
  const button = getByRole('button', { name: words.exportIt, exact: true });
  await getByRole('button', { name: /^Columns: / }).click();
  await getByRole('button', { name: words.noColumns }).click();
  await getByRole('dialog').getByRole('button', { name: CLOSE }).click();
  await expect.element(getByText(words.chooseColumn)).toBeVisible();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await getByRole('combobox', { name: words.exportAs }).selectOptions(words.targets.calendar);
  await expect.element(button).toHaveAttribute('aria-disabled', 'false');
  for (const box of getByRole('checkbox').elements()) (box as HTMLElement).click();
  await expect.element(getByText(words.chooseGrade)).toBeVisible();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
});

test('each target has a sentence, its own choices and no others', async () => {
  const { getByRole, getByText } = await theSection();
  const box = getByRole('combobox', { name: words.exportAs });
  for (const [target, name] of Object.entries(words.targets)) {
    await box.selectOptions(name);
    await expect
      .element(getByText(words.purposes[target as keyof typeof words.purposes]))
      .toBeVisible();
    const isSheet = target === 'games' || target === 'trophies';
    const excel = getByRole('switch', { name: words.byteOrderMark });
    expect(excel.elements()).toHaveLength(isSheet ? 1 : 0);
    // At Backloggd once there are reviews; the archive covers them by itself, and calendars have earned ones.
    const hasSecrets = !['backloggd', 'archive', 'calendar'].includes(target);
    const secrets = getByRole('switch', { name: words.withSecrets });
    expect(secrets.elements()).toHaveLength(hasSecrets ? 1 : 0);
  }
  await box.selectOptions(words.targets.yamtrack);
  await getByRole('radio', { name: words.yamtrackVariants['by-title'] }).click();
  await expect.element(getByText(words.yamtrackHints['by-title'])).toBeVisible();
  await expectAccessible();
});

test('it can be cancelled, and is not saved then', async () => {
  // Whoever reads it waits until nothing is being deleted: for as long as this takes.
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const deleting = navigator.locks.request('databases', () => (held.resolve(), released.promise));
  await held.promise;
  const { getByRole, getByText } = await theSection();
  await getByRole('button', { name: words.exportIt, exact: true }).click();
  await expect.element(getByRole('progressbar', { name: words.exporting })).toBeVisible();
  await expectAccessible();
  await getByRole('button', { name: CANCEL }).click();
  await expect.element(getByText(words.exportCancelled)).toBeVisible();
  released.resolve();
  await deleting;
  // Another one is made as if nothing had been.
  await getByRole('button', { name: words.exportIt, exact: true }).click();
  await isSaved();
});

test('says why it could not be read, and tries again', async () => {
  await database.delete();
  const request = indexedDB.open(database.name, 9_999);
  await new Promise((resolve) => (request.onsuccess = resolve));
  request.result.close();
  const { getByRole } = await theSection();
  await getByRole('button', { name: words.exportIt, exact: true }).click();
  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'storage-newer');
  expect(saved).toEqual([]);
});

test('a library without games says so, and one that is read waits for that', async () => {
  const { getByText, getByRole, rerender } = await theSection({ state: 'missing' });
  await expect.element(getByText(words.nothingToExport)).toBeVisible();
  expect(getByRole('combobox').elements()).toEqual([]);
  const soFar = { titles: TITLES.slice(0, 5), unreadable: 0, complete: false };
  await rerender({ titles: { state: 'ready', value: soFar } });
  expect(getByRole('combobox').elements()).toEqual([]);
  const unread = { titles: TITLES, unreadable: 2, complete: true };
  await rerender({ titles: { state: 'ready', value: unread } });
  await expect.element(getByText(words.unreadableOf({ games: 2 }, 'en-US'))).toBeVisible();
});

test('what lies here and cannot be read is said where the file is made', async () => {
  const [{ npCommunicationId } = TITLES[0]!] = TITLES;
  await putRaw(database, 'trophySets', { npCommunicationId, trophies: 7 });
  await putRaw(database, 'playedGames', { npTitleId: 'X', name: 7 });
  const { getByRole, getByText } = await theSection();
  const make = getByRole('button', { name: words.exportIt, exact: true });
  await make.click();
  await isSaved();
  const said = getByText(/^trophy-shelf-.* is made/);
  await expect.element(said).toMatchTextContent(words.unreadDatesOf({ games: 1 }, 'en-US'));
  await expect.element(said).toMatchTextContent(words.unreadPlayed({ games: 1 }, 'en-US'));
  const archive = words.targets.archive;
  await getByRole('combobox', { name: words.exportAs }).selectOptions(archive);
  await make.click();
  await expect.element(said).toMatchTextContent(words.unreadTrophiesOf({ games: 1 }, 'en-US'));
  expect((await saved[1]!.text).split(words.unreadInFile)).toHaveLength(2);
});

test('has all dates on a device whose clock is slow', async () => {
  const lastUpdatedAt = Date.UTC(2026, 10, 28, 12);
  await database.titles.bulkPut(TITLES.map((title) => ({ ...title, lastUpdatedAt })));
  const { getByRole } = await theSection(READY, ACCOUNT, 30 * DAY);
  await getByRole('button', { name: words.exportIt, exact: true }).click();
  await isSaved();
  expect(saved[0]!.name).toBe('trophy-shelf-2026-11-29-games.csv');
  expect((await saved[0]!.text).match(/2026-11-28/g)?.length ?? 0).toBeGreaterThanOrEqual(60);
});

test.each(['games', 'trophies', 'vault', 'archive', 'yamtrack'] as const)(
  'what was noted of a game that is not in the list goes into a file that knows games by id: %s',
  async (target) => {
    const [id, hidden] = ['NPWR88888_00', 'NPWR88887_00'];
    const made = { version: 1, device: 'here' };
    await database.playerItems.bulkPut([
      { ...made, kind: 'note', npCommunicationId: id, trophyId: 3, value: 'Under the stairs' },
      { ...made, kind: 'tags', npCommunicationId: id, trophyId: WHOLE_SET, value: ['cosy'] },
      { ...made, kind: 'hide', npCommunicationId: hidden, trophyId: WHOLE_SET, value: true },
    ]);
    const { getByRole, getByText } = await theSection();
    const chosen = words.targets[target];
    await getByRole('combobox', { name: words.exportAs }).selectOptions(chosen);
    await getByRole('button', { name: words.exportIt, exact: true }).click();
    await isSaved();
    const isIn = target !== 'yamtrack';
    const told = words.unlistedInFile({ games: 1 }, 'en-US');
    await expect.element(getByText(/^trophy-shelf-.* is made/)).toBeVisible();
    expect(getByText(told, { exact: false }).elements()).toHaveLength(Number(isIn));
    const text = await saved[0]!.text;
    if (target !== 'vault') expect(text.includes(id)).toBe(isIn);
    expect(text).not.toContain(hidden);
    if (target === 'trophies') expect(text).toContain('Under the stairs');
  },
);
