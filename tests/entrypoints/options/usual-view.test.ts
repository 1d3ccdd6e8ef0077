import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { CLOSE } from '@/utils/words/keyboard';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openLibrary as open } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status.ts';
import * as said from '@/utils/words/en/library.json';

const kept: unknown[] = [];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  kept.length = 0;
  answerAsBackground(undefined, (name, payload) => {
    if (name !== 'changeSettings') return;
    kept.push(payload);
    void usually((payload as { usualView: string }).usualView);
  });
});

const usually = (usualView: string): Promise<void> =>
  publish({ settings: { ...DEFAULT_SETTINGS, usualView } });

test('how the library is looked at is kept, and what is looked for is not', async () => {
  const { getByRole } = await open();
  await getByRole('radio', { name: said.layouts.list }).click();
  await expect.element(getByRole('table', { name: 'Library' })).toBeVisible();
  await getByRole('button', { name: said.columns }).click();
  await getByRole('checkbox', { name: said.columnNames.platform }).click();
  await getByRole('dialog').getByRole('button', { name: CLOSE }).click();
  await getByRole('searchbox').fill('bloom');

  const columns = 'progress%2Ctrophies%2Crarest%2Ctrophy%2Cplayed%2Cplaytime%2Ccompleted';
  await expect
    .poll(() => kept)
    .toEqual([{ usualView: 'view=list' }, { usualView: `view=list&columns=${columns}` }]);
});

test('it is looked at so the next time, unless the address says something else', async () => {
  await usually('view=list&columns=rarest');
  const { getByRole, unmount } = await open();
  const table = getByRole('table', { name: 'Library' });
  await expect.element(table).toBeVisible();
  await expect.element(getByRole('columnheader', { name: said.columnNames.rarest })).toBeVisible();
  expect(getByRole('columnheader', { name: 'Trophies' }).elements()).toEqual([]);
  await unmount();

  await open('?view=grid');
  await expect.element(page.getByRole('list', { name: 'Library' })).toBeVisible();
  // Also when something else is asked for, which is not theirs to keep.
  await page.getByRole('button', { name: said.sorts.played.directions[0] }).click();
  await expect.poll(() => location.hash).toBe('#/library?order=reversed&view=grid&columns=rarest');
  await expect.element(page.getByRole('list', { name: 'Library' })).toBeVisible();
  expect(kept).toEqual([]);
});

test.each([
  ['?view=list&columns=rarest&platform=PS5', said.clearAll],
  ['?view=list&columns=rarest&platform=PS5&q=nothing', said.clearFilters],
])('what is narrowed is widened again, and is kept as nobody’s taste: %s', async (query, name) => {
  const { getByRole } = await open(query);
  await getByRole('button', { name }).first().click();
  await expect.poll(() => location.hash).not.toContain('platform');
  expect(location.hash).toContain('columns=rarest');
  expect(kept).toEqual([]);
});

test('where it cannot be kept, that is said on the page', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole } = await open();
  await getByRole('radio', { name: said.layouts.list }).click();
  await expect.element(getByRole('alert')).toHaveTextContent(said.usualNotSaved);
});
