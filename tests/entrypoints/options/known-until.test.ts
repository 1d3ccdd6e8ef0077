import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { SHOW_AS_TABLE, STANDING_NAMES } from '@/utils/words/charts';
import { knownUntilSaid } from '@/utils/words/log';
import * as statistics from '@/utils/words/en/statistics.json';
import * as year from '@/utils/words/en/year.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { dayNumber } from '../../support/civil-days.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

/** It was synced on 10 September, and never since. */
const NOW = Date.UTC(2026, 10, 30, 12);
const READ = Date.UTC(2026, 8, 10, 12);
const UNTIL = knownUntilSaid(dayNumber('2026-09-10'), 'en-US');
let accounts = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

afterEach(() => vi.useRealTimers());

type Opened = Partial<Record<'readAt' | 'now' | 'lastSyncedAt', number>>;

async function open(hash: string, { readAt = READ, now = NOW, ...synced }: Opened = {}) {
  vi.setSystemTime(now);
  const accountId = `known-until-${String(++accounts)}-${String(performance.timeOrigin)}`;
  const database = new LibraryDatabase(accountId);
  const days = ['2025-08-01', '2026-03-05', '2026-09-08', '2026-09-09', '2026-09-10'];
  const trophies = days.map((day, trophyId) => ({
    ...earnedAt(`${day}T10:00:00Z`, { grade: 'bronze' }),
    trophyId,
  }));
  const set = { npCommunicationId: setId(1), groups: [], trophies };
  const earned = { bronze: days.length, silver: 0, gold: 0, platinum: 0 };
  const title = aLibraryTitle({
    ...{ npCommunicationId: setId(1), name: 'Astro', earned, defined: earned },
    ...{ progress: 60, lastUpdatedAt: Date.UTC(2026, 8, 10, 11) },
  });
  await database.titles.put(title);
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, READ, true));
  answerAsBackground();
  await publish({
    connection: connected({ accountId }),
    snapshot: {
      ...aSnapshot({ titleCount: 1, titlesReadAt: readAt, lastSyncedAt: readAt, ...synced }),
      player: { ...aSnapshot().player!, accountId },
    },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', hash);
  await render(App);
}

function chart(title: string) {
  return page.getByRole('figure', { name: title });
}

async function rowsOf(title: string): Promise<string[][]> {
  const figure = chart(title);
  await figure.getByRole('button', { name: SHOW_AS_TABLE }).click();
  const table = figure.getByRole('table');
  await expect.element(table).toBeVisible();
  return [...table.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );
}

test('statistics tell of days up to the last on which Sony’s list was read, and of none since', async () => {
  await open('#/statistics');
  const streak = page.getByTestId('stat-current-streak');
  await expect.element(streak).toHaveTextContent('3');
  await expect.element(page.getByText('Streak up to Sep 10, 2026')).toBeVisible();
  await expect.element(chart(statistics.months)).toMatchTextContent(UNTIL);
  for (const title of [statistics.heat, statistics.years, statistics.timeline]) {
    await expect.element(chart(title)).toMatchTextContent(UNTIL);
  }
  const months = await rowsOf(statistics.months);
  expect(months.slice(7).map(([, ...cells]) => cells.at(-1))).toEqual(['0', '3', '–', '–', '–']);
  expect((await rowsOf(statistics.timeline))[0]?.at(-1)).toBe(STANDING_NAMES.playing);
  // The days of which nothing is known are none that have nothing.
  const empty = (): string =>
    chart(statistics.heat)
      .element()
      .querySelector('g > path.toned[data-step="0"]')
      ?.getAttribute('d') ?? '';
  const known = dayNumber('2026-09-10') - dayNumber('2026-01-01') + 1;
  await expect.poll(() => empty().match(/M/g)?.length).toBe(known - 4);
});

test('where days of several years are drawn, what is said is of all of them', async () => {
  await page.viewport(2_560, 1_000);
  await open('#/statistics');
  await expect.element(chart(statistics.heat)).toMatchTextContent('2025–2026: trophies on 5 days');
  expect(await rowsOf(statistics.heat)).toHaveLength(5);
  await page.viewport(1_280, 800);
  await expect.element(chart(statistics.heat)).toMatchTextContent('2026: trophies on 4 days');
});

test.each([1_280, 2_560])('%d pixels wide, cards end with those beside them', async (width) => {
  await page.viewport(width, 1_000);
  await open('#/statistics');
  await expect.element(chart(statistics.playedHours)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: statistics.longest })).toBeVisible();
  const cards = (): DOMRect[] =>
    [...document.querySelectorAll('#statistics-time :is(figure, section)')].map((card) =>
      card.getBoundingClientRect(),
    );
  const rows = () => [...Map.groupBy(cards(), ({ top }) => Math.round(top)).values()];
  await expect
    .poll(() => rows().map((row) => new Set(row.map(({ bottom }) => Math.round(bottom))).size))
    .toEqual(rows().map(() => 1));
  // No row has a hole at its end.
  const ends = rows().map((row) => Math.round(Math.max(...row.map(({ right }) => right))));
  expect(new Set(ends).size).toBe(1);
});

test.each(['#/statistics', '#/log', '#/year/2026'])(
  '%s goes by when the list was read, and not by the end of the sync that read it',
  async (hash) => {
    await open(hash, { lastSyncedAt: NOW });
    await expect.element(page.getByRole('main')).toMatchTextContent(UNTIL);
  },
);

test('where it was read today nothing is said of it, and a streak that is over is none', async () => {
  await open('#/statistics', { readAt: NOW });
  await expect.element(page.getByText(statistics.currentStreakNone)).toBeVisible();
  await expect.element(chart(statistics.months)).toBeVisible();
  expect(document.body.textContent).not.toContain('when your list of games was read last');
});

test('a year says up to which day it is known, in its numbers and in what is taken along', async () => {
  await open('#/year/2026');
  await expect.element(page.getByTestId('year-trophies')).toHaveTextContent('4');
  await expect.element(page.getByRole('main')).toMatchTextContent(UNTIL);
  await expect
    .element(page.getByRole('main'))
    .toMatchTextContent('3 more by Sep 10, 2026 than a year before');
  await page.getByRole('button', { name: year.share }).click();
  await expect
    .element(page.getByRole('main'))
    .toMatchTextContent(year.altUntil({ day: 'Sep 10, 2026' }));
});

test('a year that is over and was not read to its end has at least so many', async () => {
  await open('#/year/2026', { now: Date.UTC(2027, 1, 3, 12) });
  await expect.element(page.getByTestId('year-trophies')).toHaveTextContent('4+');
});

test('the head of a year says so far for as long as its end is not known, as all below it does', async () => {
  await open('#/year/2026', { now: Date.UTC(2027, 0, 5, 12) });
  await expect.element(page.getByTestId('year-trophies')).toBeVisible();
  await expect.element(page.getByText(year.soFar, { exact: true })).toBeVisible();
});

test('a year that has begun since leads to the last of which anything is known', async () => {
  await open('#/year/2027', { now: Date.UTC(2027, 1, 3, 12) });
  const said = year.insteadUnread({ asked: '2027', day: 'Sep 10, 2026' });
  await expect.element(page.getByText(said)).toBeVisible();
});

test('the log says so above its list', async () => {
  await open('#/log');
  await expect.element(page.getByRole('main')).toMatchTextContent(UNTIL);
});
