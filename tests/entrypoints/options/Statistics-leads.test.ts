import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { SHOW_AS_TABLE } from '@/utils/words/charts';
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

const COUNTS = { bronze: 100, silver: 0, gold: 0, platinum: 0 };

/** Games, numbered from 1, each with one of its trophies earned on a day of its own. */
async function openStatistics(games: readonly Partial<LibraryTitle>[], query = '') {
  const accountId = `leads-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  const titles = games.map((said, at) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(at + 1), name: `Game ${String.fromCharCode(65 + at)}` },
      ...{ defined: COUNTS, earned: { ...COUNTS, bronze: 1 } },
      ...said,
    }),
  );
  await database.titles.bulkPut(titles);
  await database.earnings.bulkPut(
    games.map((_, at) => earningsIn(at + 1, [earnedAt(Date.UTC(2026, 0, 1 + at, 12))])),
  );
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: games.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', `#/statistics${query}`);
  await render(App);
}

function stat(name: string) {
  return page.getByTestId(`stat-${name}`);
}

function flip(name: string) {
  return page.getByRole('switch', { name }).click();
}

/** What a bar of a chart counts, and where it leads. */
async function barsOf(title: string): Promise<{ count: string; href: string }[]> {
  const figure = page.getByRole('figure', { name: title });
  await figure.getByRole('button', { name: SHOW_AS_TABLE }).click();
  await expect.element(figure.getByRole('table')).toBeVisible();
  const rows = [...figure.getByRole('table').element().querySelectorAll('tbody tr')];
  return rows.map((row) => ({
    count: row.lastElementChild?.textContent.trim() ?? '',
    href: row.querySelector('a')?.getAttribute('href') ?? '',
  }));
}

/** Follows each bar, and back. */
async function expectAsMany(bars: readonly { count: string; href: string }[]) {
  for (const { count, href } of bars) {
    location.hash = href;
    await expect.poll(() => location.hash).toBe(href);
    await expect
      .element(page.getByTestId('library-count'), { message: href })
      .toHaveTextContent(count);
  }
}

test('each bar of the spectrum leads to as many games as it counts', async () => {
  const percents = [
    0, 0, 1, 9, 9, 10, 19, 20, 29, 30, 49, 50, 60, 79, 80, 89, 90, 99, 100, 100, 100,
  ];
  await openStatistics(percents.map((progress) => ({ progress })));
  const bars = await barsOf(words.spectrum);
  expect(bars.map(({ count }) => count).join()).toBe('2,3,2,2,1,1,1,1,1,2,2,3');
  await expectAsMany(bars);
});

describe('what is left out', () => {
  const GAMES = [
    { name: 'Lantern', progress: 80 },
    { name: 'Lantern (PS4)', progress: 20 },
    { name: 'Orchard', progress: 25, hidden: true },
  ];

  test('is left out of figures, charts and links, and counted again', async () => {
    await openStatistics(GAMES);
    await expect.element(stat('games')).toHaveTextContent('3');
    await expect.element(stat('completion')).toHaveTextContent('41.7%');
    const longest = stat('longest-streak');
    await expect.element(longest).toMatchTextContent(/^3/);

    await flip(words.leaveOutHidden);
    await expect.element(stat('games')).toHaveTextContent('2');
    await expect.element(stat('completion')).toHaveTextContent('50.0%');
    await expect.element(longest).toMatchTextContent(/^2/);
    // What PlayStation counts has hidden games, too.
    await expect.element(stat('trophies')).toHaveTextContent('3');

    await flip(words.bestEdition);
    await expect.element(stat('games')).toHaveTextContent('1');
    await expect.element(stat('completion')).toHaveTextContent('80.0%');

    await flip(words.leaveOutHidden);
    await expect.element(stat('games')).toHaveTextContent('2');
    await expect.element(stat('completion')).toHaveTextContent('52.5%');
  });

  test('is not in what the bars lead to, and stays left out wherever the player goes meanwhile', async () => {
    await openStatistics(GAMES);
    await flip(words.leaveOutHidden);
    await flip(words.bestEdition);
    await expect.element(stat('games')).toHaveTextContent('1');
    const bars = await barsOf(words.spectrum);
    expect(bars.map(({ count }) => count).join()).toBe('0,0,0,0,0,0,0,0,0,1,0,0');
    const [year] = await barsOf(words.years);
    expect(year?.count).toBe('2');
    await expectAsMany(bars);

    location.hash = year?.href ?? '';
    await expect.element(page.getByTestId('log-count')).toHaveTextContent('2');
    location.hash = '#/statistics';
    await expect.element(stat('games')).toHaveTextContent('1');
    // The year tells of all of it.
    location.hash = '#/year/2026';
    await page.getByRole('link', { name: 'Trophies', exact: true }).click();
    await expect.element(page.getByTestId('log-count')).toHaveTextContent('3');
  });

  test('is not listed where the bars lead to, also where editions are as far as each other', async () => {
    await openStatistics([
      { name: 'Lantern', progress: 84 },
      { name: 'Lantern (PS4)', progress: 82 },
    ]);
    await flip(words.bestEdition);
    await expect.element(stat('games')).toHaveTextContent('1');
    const bars = await barsOf(words.spectrum);
    expect(bars.map(({ count }) => count).join()).toBe('0,0,0,0,0,0,0,0,0,1,0,0');
    await expectAsMany(bars);
  });

  test('stands in the address, with what ends a session: whoever opens that finds it so', async () => {
    await openStatistics(GAMES, '?hidden=out&gap=2');
    await expect.element(stat('games')).toHaveTextContent('2');
    await expect.element(page.getByRole('switch', { name: words.leaveOutHidden })).toBeChecked();
    const gap = page.getByRole('combobox', { name: words.sessionGap });
    await expect.element(gap).toHaveDisplayValue(words.sessionGapHours({ hours: 2 }, 'en-US'));

    await gap.selectOptions(words.sessionGapHours({ hours: 6 }, 'en-US'));
    await flip(words.bestEdition);
    await expect.poll(() => location.hash).toBe('#/statistics?hidden=out&editions=best&gap=6');
    location.hash = '#/log';
    await expect.element(page.getByTestId('log-count')).toBeVisible();
    location.hash = '#/statistics';
    await expect.poll(() => location.hash).toBe('#/statistics?hidden=out&editions=best&gap=6');
    await expect.element(gap).toHaveDisplayValue(words.sessionGapHours({ hours: 6 }, 'en-US'));
  });

  test('is asked for only where anything is hidden', async () => {
    await openStatistics(GAMES.slice(0, 2));
    await expect.element(page.getByRole('switch', { name: words.bestEdition })).toBeVisible();
    expect(page.getByRole('switch', { name: words.leaveOutHidden }).elements()).toEqual([]);
  });
});
