import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { STATISTICS, WHAT_NEXT } from '@/utils/words/names';
import { yearBefore } from '@/utils/words/charts';
import * as words from '@/utils/words/en/statistics.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, connected } from '../../support/statuses.ts';

let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

const GAMES = Array.from({ length: 60 }, (_, at) => at);
const COUNTS = { bronze: 100, silver: 0, gold: 0, platinum: 0 };

/** Sixty games, one trophy of each earned, on a day of its own: 12 in 2025, the others in 2026. */
async function openStatistics() {
  const accountId = `back-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(
    GAMES.map((at) =>
      aLibraryTitle({
        ...{ npCommunicationId: setId(at + 1), name: `Game ${String(at)}` },
        ...{ defined: COUNTS, earned: { ...COUNTS, bronze: 1 } },
      }),
    ),
  );
  await database.earnings.bulkPut(
    GAMES.map((at) => earningsIn(at + 1, [earnedAt(Date.UTC(2025, 11, 20 + at, 12))])),
  );
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: GAMES.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', '#/statistics');
  await render(App);
}

const bar = () => page.getByRole('figure', { name: words.years }).getByRole('link').last();
const logCount = () => page.getByTestId('log-count');

/** A player sees where they are before they leave: the page is told of it with the next frame. */
async function scrollTo(top: number): Promise<void> {
  const told = new Promise((tell) => addEventListener('scroll', tell, { once: true }));
  window.scrollTo(0, top);
  await told;
  expect(window.scrollY).toBe(top);
}

test('Back from the log is back at the bar that led there, and Forward in the log where it was', async () => {
  await openStatistics();
  await expect.element(bar()).toBeInTheDocument();
  bar().element().scrollIntoView({ block: 'center' });
  const left = window.scrollY;
  await bar().click();
  expect(left).toBeGreaterThan(300);
  await expect.element(logCount()).toHaveTextContent('48');
  expect(window.scrollY).toBe(0);
  await scrollTo(1_000);

  history.back();
  await expect.element(bar()).toHaveFocus();
  expect(Math.abs(window.scrollY - left)).toBeLessThan(2);
  history.forward();
  await expect.element(logCount()).toHaveTextContent('48');
  await expect.poll(() => window.scrollY).toBe(1_000);
});

test('a page that is opened anew begins at its top', async () => {
  await openStatistics();
  await bar().click();
  await expect.element(logCount()).toHaveTextContent('48');
  await scrollTo(500);
  await page.getByRole('link', { name: WHAT_NEXT }).click();
  await expect.element(page.getByRole('heading', { name: WHAT_NEXT })).toBeVisible();
  await page.getByRole('link', { name: STATISTICS, exact: true }).click();
  await expect.element(bar()).toBeInTheDocument();
  expect(window.scrollY).toBe(0);
});

test('Back from a day is back at that day, in the year that was chosen', async () => {
  await openStatistics();
  const heat = page.getByRole('figure', { name: words.heat });
  await heat.getByRole('button', { name: yearBefore(2025) }).click();
  const day = heat.getByRole('link').nth(5);
  const name = day.element().getAttribute('aria-label') ?? '';
  await day.click();
  await expect.element(logCount()).toHaveTextContent('1');

  history.back();
  await expect.element(heat.getByRole('link', { name, exact: true })).toHaveFocus();
  // The same page, opened anew, has the latest.
  await page.getByRole('link', { name: WHAT_NEXT }).click();
  await page.getByRole('link', { name: STATISTICS, exact: true }).click();
  await expect.element(heat.getByRole('button', { name: yearBefore(2025) })).toBeVisible();
});
