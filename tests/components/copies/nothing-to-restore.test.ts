import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { CopyJobs } from '@/utils/copy-worker/copy-jobs';
import { eraseDatabases, eraseLibrary } from '@/utils/database/erase';
import { firstViewItem } from '@/utils/domain/library/view-items';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const chosen: Settings = {
  ...{ ...DEFAULT_SETTINGS, syncHour: 5 },
  versions: { syncHour: { version: 1, device: 'here' } },
};

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

/** What is said of a copy of a library that has two games more by now. */
async function choose(copied: Partial<Settings>, settings: Settings) {
  const file = await libraryAndCopy(3, 2, copied);
  const status = aStatus({ connection: connected({ accountId: MINE }), settings });
  const page = await render(RestoreCopy, { status, now: NOW });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  return page;
}

test('does not say that a library with more in it says the same as the copy', async () => {
  const page = await choose({ syncHour: 7 }, chosen);
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  expect(page.getByText(words.same.replace).elements()).toEqual([]);
});

test('what is so of one way is not said of the other while that is compared', async () => {
  const page = await choose({}, chosen);
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(CopyJobs.prototype, 'plan').mockReturnValue(new Promise(() => undefined));
  await page.getByText(words.replace, { exact: true }).click();
  await expect.element(page.getByText(words.ways.replace)).toBeVisible();
  await expect.element(page.getByText(words.same.replace)).not.toBeVisible();
});

test('there is once another page has erased the library', async () => {
  const page = await choose({}, chosen);
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  await eraseLibrary(MINE);
  const restore = page.getByRole('button', { name: words.restoreNow, exact: true });
  await expect.element(restore).toHaveAttribute('aria-disabled', 'false');
});

test('what was chosen on both sides, and views in another order, are nothing to restore', async () => {
  const savedViews = ['zelda', 'backlog'].map((name) => firstViewItem({ name, query: 'q=a' }));
  const copied = { syncHour: 5, versions: { syncHour: { version: 9, device: 'there' } } };
  const page = await choose(
    { ...copied, savedViews: savedViews.slice(1) },
    { ...chosen, savedViews },
  );
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  const restore = page.getByRole('button', { name: words.restoreNow, exact: true });
  await expect.element(restore).toHaveAttribute('aria-disabled', 'true');
});
