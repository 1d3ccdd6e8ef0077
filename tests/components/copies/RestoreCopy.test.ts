import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import '@/components/basics/theme.css';
import CheckCopy from '@/components/copies/CheckCopy.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { CopyJobs } from '@/utils/copy-worker/copy-jobs';
import { LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { eraseStaging, openStaging, planIn } from '@/utils/database/staging';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import * as words from '@/utils/words/en/copies.json';
import { SHOW_PICTURES } from '@/utils/words/settings';
import { SYNC_HOUR } from '@/utils/words/syncing';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aStatus, connected } from '../../support/statuses.ts';

/** The player has set what the copy has too. */
const STATUS = aStatus({
  connection: connected({ accountId: MINE }),
  settings: {
    ...{ ...DEFAULT_SETTINGS, syncHour: 5 },
    versions: { syncHour: { version: 1, device: 'here' } },
  },
});

async function planned() {
  const staging = await openStaging(OTHER_DATABASES.restore);
  if (staging === null) return null;
  const plan = await planIn(staging);
  const rows = (await staging.planned.toArray()).flatMap((some) => some.rows);
  staging.close();
  return { plan, rows: rows.map(({ table, becomes }) => `${table} ${becomes}`) };
}

let asked: string[];

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  asked = answerAsBackground();
});

test('shows what would become of the library, and asks for it only then', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, {
    ...{ status: STATUS, now: NOW },
  });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  // Merged, two games stay that the copy has not.
  await expect.element(getByText(words.same.merge)).toBeVisible();
  const restore = getByRole('button', { name: words.restoreNow, exact: true });
  await expect.element(restore).toHaveAttribute('aria-disabled', 'true');
  // What is said of the table stands apart from it.
  const [above, below] = [getByRole('table'), getByText(words.same.merge)].map((each) =>
    each.element().getBoundingClientRect(),
  );
  expect(below!.top - above!.bottom).toBeGreaterThanOrEqual(8);
  const [table, dialog] = [getByRole('table').element(), getByRole('dialog').element()];
  const place = JSON.stringify(dialog.getBoundingClientRect());
  const places = new Set<string>();
  const observer = new MutationObserver(() => {
    places.add(JSON.stringify(dialog.getBoundingClientRect()));
  });
  observer.observe(dialog, { attributes: true, childList: true, subtree: true });

  await getByText(words.replace, { exact: true }).click();
  await expect.element(getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  // Nothing has moved under the player's hand.
  expect(getByRole('table').element()).toBe(table);
  expect([...places]).toEqual([place]);
  observer.disconnect();
  await expectAccessible();
  await restore.click();
  // What is closed then had a sync rest.
  await expect.poll(() => asked).toEqual(['restoreCopy', 'resume']);
  await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  const { plan, rows } = (await planned())!;
  expect(plan).toMatchObject({ accountId: MINE, step: 'staged', isNew: false });
  expect(rows.filter((row) => row === 'titles nothing')).toHaveLength(2);
});

test('a player who changes their mind at once sees, and asks for, what was chosen last', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText } = await render(RestoreCopy, { status: STATUS, now: NOW });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  const ways = getByRole('radiogroup', { name: words.way });
  await expect.element(ways).toBeVisible();
  const [merge, replace] = ways.element().querySelectorAll('input');
  for (const way of [replace, merge, replace, merge, replace]) way?.click();
  await expect.element(getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  const restore = getByRole('button', { name: words.restoreNow, exact: true });
  await expect.element(restore).toHaveAttribute('aria-disabled', 'false');
  const { rows } = (await planned())!;
  expect(rows.filter((row) => row === 'titles nothing')).toHaveLength(2);
  expect(rows.filter((row) => row === 'overview after')).toHaveLength(1);
});

test('where the library has changed, it is compared again, and the file is not read once more', async () => {
  const file = await libraryAndCopy(3, 2);
  const page = await render(RestoreCopy, { status: STATUS, now: NOW });
  const failure = { cause: 'unexpected', during: 'changed-meanwhile' } as const;
  answerAsBackground({ ok: false, failure });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  await page.getByText(words.replace, { exact: true }).click();
  await expect.element(page.getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  const [read, plan] = [vi.spyOn(CopyJobs.prototype, 'read'), vi.spyOn(CopyJobs.prototype, 'plan')];
  onTestFinished(() => [read, plan].forEach((spy) => spy.mockRestore()));
  await page.getByRole('button', { name: words.restoreNow, exact: true }).click();
  await expect.element(page.getByText(words.changedMeanwhile)).toBeVisible();
  await expect.poll(() => plan.mock.calls.length).toBe(1);
  expect(plan.mock.calls[0]?.[0]).toMatchObject({ way: 'replace' });
  await expect.element(page.getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  expect(read).not.toHaveBeenCalled();
});

test('where the background has another plan, the copy is read and shown again', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, {
    ...{ status: STATUS, now: NOW },
  });
  const failure = { cause: 'unexpected', during: 'changed-meanwhile' } as const;
  answerAsBackground({ ok: false, failure });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await getByText(words.replace, { exact: true }).click();
  const restore = getByRole('button', { name: words.restoreNow, exact: true });
  await expect.element(restore).toHaveAttribute('aria-disabled', 'false');
  // Another page has read one, and let it go.
  await eraseStaging(OTHER_DATABASES.restore);
  await restore.click();
  await expect.element(getByText(words.changedMeanwhile)).toBeVisible();
  await expect.element(getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
  expect((await planned())?.rows).not.toEqual([]);
});

test('what becomes of a restoring is said also where its dialog was closed meanwhile', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, {
    ...{ status: STATUS, now: NOW },
  });
  const outcome = Promise.withResolvers<{ ok: false; failure: { cause: 'storage-full' } }>();
  answerAsBackground(outcome.promise);
  const opens = getByRole('button', { name: words.restore, exact: true });
  await opens.click();
  await getByLabelText(words.copyFile).upload(file);
  await getByText(words.replace, { exact: true }).click();
  await expect.element(getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  await getByRole('button', { name: words.restoreNow, exact: true }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(getByText(words.restoring)).toBeVisible();
  await expect.element(opens).toHaveAttribute('aria-disabled', 'true');

  outcome.resolve({ ok: false, failure: { cause: 'storage-full' } });
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  await expect.element(getByRole('alert')).toMatchTextContent(words.nothingChanged);
  await expectAccessible();
  await opens.click();
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
});

test('where there was no library the plan has the settings of the copy', async () => {
  const file = await libraryAndCopy(3, 0);
  await eraseDatabases();
  const status = aStatus({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, { status, now: NOW });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByText(words.noAccount)).toBeVisible();
  await expect.element(getByRole('row', { name: /3 0 0 0/ })).toBeVisible();
  await expect
    .element(getByText(words.settingsCome({ settings: 1, names: SYNC_HOUR }, 'en')))
    .toBeVisible();
  expect((await planned())?.plan).toMatchObject({ isNew: true, settings: { syncHour: 7 } });
  await getByRole('button', { name: words.restoreNow, exact: true }).click();
  // Setting them is not left to a page that may be closed.
  await expect.poll(() => asked).toEqual(['restoreCopy', 'resume']);
});

test('a copy is planned by the clock that the page goes by, not by the device’s', async () => {
  const [read, plan] = [vi.spyOn(CopyJobs.prototype, 'read'), vi.spyOn(CopyJobs.prototype, 'plan')];
  onTestFinished(() => [read, plan].forEach((spy) => spy.mockRestore()));
  const file = await libraryAndCopy(3, 2);
  const page = await render(RestoreCopy, { status: STATUS, now: NOW });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  await expect.element(page.getByText(words.wouldBe)).toBeVisible();
  expect(read.mock.calls[0]?.[1]).toBe(NOW);
  expect(plan.mock.calls[0]?.[0]).toMatchObject({ now: NOW });
});

test('a way that cannot be compared is said no more once another one is', async () => {
  const file = await libraryAndCopy(3, 2);
  const page = await render(RestoreCopy, { status: STATUS, now: NOW });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  await expect.element(page.getByText(words.wouldBe)).toBeVisible();
  const plan = vi.spyOn(CopyJobs.prototype, 'plan').mockRejectedValueOnce(new Error('no room'));
  onTestFinished(() => plan.mockRestore());
  await page.getByText(words.replace, { exact: true }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await page.getByText(words.merge, { exact: true }).click();
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('refuses a file with its reason, and asks for nothing', async () => {
  const file = new File([new TextEncoder().encode('no copy at all')], 'a.json.gz');
  const { getByRole, getByLabelText } = await render(RestoreCopy, { status: STATUS, now: NOW });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByRole('alert')).toMatchTextContent(words.refusals['not-ours']);
  await expect.element(getByRole('alert')).toMatchTextContent(words.nothingChanged);
  expect(asked).toEqual([]);
  expect(await planned()).toBeNull();
  await expectAccessible();
});

test('a copy that is checked works, and what differs is said', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText, getByText, rerender } = await render(CheckCopy, {
    ...{ settings: { ...DEFAULT_SETTINGS, showsPictures: false }, now: NOW },
  });
  await getByRole('button', { name: words.check }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByText(words.works)).toBeVisible();
  const names = `${SYNC_HOUR}, ${SHOW_PICTURES}`;
  const differing = getByText(words.settingsDiffer({ settings: 2, names }, 'en'));
  await expect.element(differing).toBeVisible();
  await rerender({ settings: { ...DEFAULT_SETTINGS, syncHour: 7, savedViews: [] } });
  await expect.element(differing).not.toBeInTheDocument();
  await expect.element(getByText(words.worksDiffers)).toBeVisible();
  await expect.element(getByRole('row', { name: /0 0 3 2/ })).toBeVisible();
  await expectAccessible();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([
    new LibraryDatabase(MINE).name,
  ]);
});

test('a copy that is checked is read no further once its page is left', async () => {
  const file = await libraryAndCopy(3, 2);
  const end = vi.spyOn(Worker.prototype, 'terminate');
  onTestFinished(() => end.mockRestore());
  const check = vi.spyOn(CopyJobs.prototype, 'check');
  // It is at it for as long as the page is there.
  check.mockReturnValue(new Promise(() => undefined));
  onTestFinished(() => check.mockRestore());
  const { getByRole, getByLabelText } = await render(CheckCopy, {
    ...{ settings: DEFAULT_SETTINGS, now: NOW },
  });
  await getByRole('button', { name: words.check }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.poll(() => check.mock.calls.length).toBe(1);
  expect(end).not.toHaveBeenCalled();
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  await expect.poll(() => end.mock.calls.length).toBe(1);
});

test('a file that was refused can be chosen again under its name, once it is mended', async () => {
  const file = new File([new TextEncoder().encode('no copy at all')], 'a.json.gz');
  const { getByRole, getByLabelText } = await render(RestoreCopy, { status: STATUS, now: NOW });
  await getByRole('button', { name: words.restore }).click();
  const field = getByLabelText(words.copyFile);
  await field.upload(file);
  await expect.element(getByRole('alert')).toBeVisible();
  expect((field.element() as HTMLInputElement).value).not.toBe('');
  // A browser tells of no change where the same one is chosen.
  await field.click();
  expect((field.element() as HTMLInputElement).value).toBe('');
});
