import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import {
  HOW_IT_WORKS,
  INTRODUCTION,
  PICK_PROGRESS,
  PICK_PROGRESS_NAMES,
  SELECT_VISIBLE,
} from '@/utils/words/picker';
import { FILTERS } from '@/utils/words/library-view';
import { PICKS_NEW_GAMES } from '@/utils/words/syncing';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

let accounts = 0;

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

/** The page of somebody whose picks are still to be fetched, in a window of this size. */
async function open(width: number, height: number) {
  await page.viewport(width, height);
  location.hash = '#/picker';
  const accountId = `first-screen-${(accounts += 1)}`;
  const database = new LibraryDatabase(accountId);
  const titles = manyLibraryTitles(1_300).map((title, at) => ({
    ...title,
    choice: at < 110 ? ('picked' as const) : ('unpicked' as const),
    fetched: NOTHING_FETCHED,
  }));
  await database.titles.bulkPut(titles);
  const player = { ...aSnapshot().player!, accountId };
  await publish({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) });
  const shown = await render(App);
  await expect.element(shown.getByRole('button', { name: 'Import 110 games' })).toBeVisible();
  return shown;
}

/** How many games are seen whole above the bar that imports them. */
function gamesInSight(button: Element): number {
  const bar = button.closest('.bar')!.getBoundingClientRect();
  return [...document.querySelectorAll('[role=row]')].filter(
    (row) => row.getBoundingClientRect().bottom <= bar.top,
  ).length;
}

test.each([
  [360, 640, 3],
  [400, 800, 6],
  [1280, 800, 8],
])('at %i × %i the first screen has %i games', async (width, height, games) => {
  const { getByRole } = await open(width, height);

  const button = getByRole('button', { name: 'Import 110 games' }).element();
  await expect.poll(() => gamesInSight(button)).toBeGreaterThanOrEqual(games);
});

test.each([1280, 2560])('the rules stand next to the games: %i px', async (width) => {
  const { getByRole } = await open(width, 1_000);
  const rule = getByRole('switch', { name: PICKS_NEW_GAMES });
  await expect.element(rule).toBeVisible();
  const rules = rule.element().closest('aside')!.getBoundingClientRect();
  const games = getByRole('grid').element().getBoundingClientRect();

  expect(rules.left - games.right).toBeLessThan(64);
  expect(rules.left).toBeGreaterThan(games.right);
});

test('on a phone the rules and the filters are a click away', async () => {
  const { getByRole, getByText } = await open(360, 640);
  const rule = getByRole('switch', { name: PICKS_NEW_GAMES });
  const visible = getByRole('button', { name: SELECT_VISIBLE });
  expect([...rule.elements(), ...visible.elements()]).toEqual([]);

  await getByText(HOW_IT_WORKS).click();
  await getByRole('button', { name: FILTERS }).click();

  await expect.element(getByText(INTRODUCTION)).toBeVisible();
  await expect.element(rule).toBeVisible();
  await expect.element(visible).toBeVisible();
  await expectAccessible();
  expect(document.documentElement.scrollWidth).toBe(360);

  const progress = getByRole('combobox', { name: PICK_PROGRESS });
  await progress.selectOptions(
    progress.getByRole('option', { name: new RegExp(`^${PICK_PROGRESS_NAMES['under-way']}`) }),
  );
  // What was chosen is seen once they are closed again.
  const filters = getByRole('button', { name: `${FILTERS} 1` });
  await filters.click();
  await expect.element(filters).toHaveAttribute('aria-expanded', 'false');
  expect(visible.elements()).toEqual([]);
});
