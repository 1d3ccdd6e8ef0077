import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { SHOW_AS_TABLE } from '@/utils/words/charts';
import { STATISTICS } from '@/utils/words/names';
import { coverage } from '@/utils/words/en/log.json';
import * as words from '@/utils/words/en/statistics.json';
import { accountLibrary } from '../../support/account-library.ts';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

const NOW = Date.now();
const CASUAL = accountLibrary('casual', NOW);
let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

interface Opened {
  titles: readonly LibraryTitle[];
  sets: readonly TrophySet[];
  zone?: string;
  said?: Partial<Snapshot>;
}

async function openStatistics({ titles, sets, zone = 'Europe/Berlin', said = {} }: Opened) {
  const accountId = `statistics-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut([...titles]);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, Date.now(), true)));
  const requests: { name: string; payload: unknown }[] = [];
  answerAsBackground(undefined, (asked, payload) => requests.push({ name: asked, payload }));
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = { ...aSnapshot({ titleCount: titles.length, ...said }), player };
  await publish({
    connection: connected({ accountId }),
    snapshot,
    settings: { ...DEFAULT_SETTINGS, zone },
  });
  history.replaceState(null, '', '#/statistics');
  return Object.assign(await render(App), { database, requests });
}

function stat(name: string) {
  return page.getByTestId(`stat-${name}`);
}

function chart(title: string) {
  return page.getByRole('figure', { name: title });
}

/** The table of a chart, by its names. */
async function tableOf(title: string): Promise<Map<string, string[]>> {
  const figure = chart(title);
  await figure.getByRole('button', { name: SHOW_AS_TABLE }).click();
  await expect.element(figure.getByRole('table')).toBeVisible();
  const rows = figure.getByRole('table').element().querySelectorAll('tbody tr');
  return new Map(
    [...rows].map((row) => {
      const [name = '', ...cells] = [...row.children].map((cell) => cell.textContent.trim());
      return [name, cells];
    }),
  );
}

/** By other code than the product's: what a calendar and a clock there show. */
function shownIn(zone: string) {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: 'long', day: '2-digit', hour: '2-digit' },
  });
  return (at: number) =>
    Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value])) as Record<
      'year' | 'month' | 'day' | 'hour' | 'weekday',
      string
    >;
}

/** Days in a row, by walking from noon to noon. */
function longestRun(zone: string): number {
  const shown = shownIn(zone);
  const keyOf = (at: number) => {
    const { year, month, day } = shown(at);
    return `${year} ${month} ${day}`;
  };
  const days = new Set(CASUAL.earned.map(({ at }) => keyOf(at)));
  const first = Math.min(...CASUAL.earned.map(({ at }) => at));
  let [run, longest] = [0, 0];
  const seen = new Set<string>();
  for (let at = first - 86_400_000; at < NOW + 86_400_000; at += 12 * 3_600_000) {
    const key = keyOf(at);
    if (seen.has(key)) continue;
    seen.add(key);
    run = days.has(key) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function written(value: number): string {
  return value.toLocaleString('en-US');
}

/** Beside one with summer time in the south whose hours begin at half past. */
const OTHER_ZONES = ['Pacific/Auckland', 'Asia/Kolkata', 'Europe/Berlin', 'America/Los_Angeles'];

for (const zone of ['Australia/Adelaide', ...OTHER_ZONES]) {
  const tags = OTHER_ZONES.includes(zone) ? ['long'] : [];
  describe(`of an account, by the days of ${zone},`, { tags }, () => {
    const { titles, sets, earned } = CASUAL;

    test('every number equals one that other code has counted', async () => {
      await openStatistics({ titles, sets, zone });
      for (const grade of ['platinum', 'gold', 'silver', 'bronze'] as const) {
        const count = earned.filter((each) => each.grade === grade).length;
        await expect.element(stat(grade)).toHaveTextContent(written(count));
      }
      await expect.element(stat('trophies')).toHaveTextContent(written(earned.length));
      await expect.element(stat('games')).toHaveTextContent(written(titles.length));
      const percents = titles.map(({ progress }) => progress ?? 0);
      const done = percents.filter((percent) => percent === 100).length;
      await expect.element(stat('completed')).toHaveTextContent(written(done));
      const mean = percents.reduce((sum, each) => sum + each, 0) / percents.length;
      await expect.element(stat('completion')).toHaveTextContent(`${mean.toFixed(1)}%`);
      await expect.element(stat('longest-streak')).toHaveTextContent(String(longestRun(zone)));
    });

    test('every month and every hour of the week has as many as a recount', async () => {
      await openStatistics({ titles, sets, zone });
      const shownOf = shownIn(zone);
      const shown = earned.map(({ at }) => shownOf(at));
      const years = await tableOf(words.years);
      for (const [year, cells] of years) {
        expect(Number(cells.at(-1)?.replace(',', ''))).toBe(
          shown.filter((each) => each.year === year).length,
        );
      }
      const year = [...years.keys()].at(-1) ?? '';
      const now = Date.parse(`1 ${shownOf(NOW).month} ${shownOf(NOW).year}`);
      for (const [month, cells] of await tableOf(words.months)) {
        const recount = shown.filter((each) => `${each.month} ${each.year}` === month).length;
        expect(cells.at(-1)).toBe(Date.parse(`1 ${month}`) > now ? '–' : String(recount));
        expect(month.endsWith(year)).toBe(true);
      }
      const hours = [...(await tableOf(words.hours)).values()];
      for (const [hour, cells] of hours.slice(0, 24).entries()) {
        const recount = shown.filter((each) => Number(each.hour) === hour);
        expect(cells.at(-1)).toBe(written(recount.length));
        expect(cells[0]).toBe(written(recount.filter(({ weekday }) => weekday === 'Sun').length));
      }
    });
  });
}

test('rarity, progress and platforms have as many as a recount', async () => {
  const { titles, sets, earned } = CASUAL;
  await openStatistics({ titles, sets });
  const bands = await tableOf(words.bands);
  const between = (from: number, to: number): string =>
    written(earned.filter(({ rate }) => rate >= from && rate < to).length);
  expect([...bands.values()].map(([now]) => now)).toEqual([
    between(0, 50),
    between(50, 150),
    between(150, 500),
    between(500, 1_001),
    '0',
  ]);
  const points = earned.reduce(
    (sum, { rate }) => sum + Math.floor((1_000 - Math.max(1, rate)) / Math.max(1, rate)),
    0,
  );
  await expect
    .element(chart(words.rarityPoints))
    .toMatchTextContent(new RegExp(`${written(points)} points`));
  const spectrum = await tableOf(words.spectrum);
  expect(spectrum.get('100%')).toEqual([
    written(titles.filter(({ progress }) => progress === 100).length),
  ]);
  expect(spectrum.get('1–9%')).toEqual([
    written(titles.filter(({ progress }) => progress! > 0 && progress! < 10).length),
  ]);
  const platinums = earned.filter(({ grade }) => grade === 'platinum').length;
  const shelf = page.getByRole('list', { name: words.platinums });
  await expect
    .poll(() => shelf.getByRole('listitem').elements().length)
    .toBe(Math.min(12, platinums));
});

test('each chart is a figure with a caption, a table and marks that keys lead through', async () => {
  await openStatistics(CASUAL);
  await expect.element(stat('trophies')).toBeVisible();
  await expect.poll(() => page.getByRole('figure').elements().length).toBe(14);
  for (const figure of page.getByRole('figure').elements()) {
    expect(figure.querySelector('figcaption h3')).not.toBeNull();
    // Where there is nothing to draw a sentence says why.
    const isDrawn = figure.querySelector('.empty') === null;
    expect(figure.textContent.includes(SHOW_AS_TABLE)).toBe(isDrawn);
  }
  const marks = chart(words.spectrum).getByRole('list').getByRole('link');
  await expect.element(marks.first()).toBeVisible();
  (marks.first().element() as SVGAElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(marks.last()).toHaveFocus();
  await expectAccessible();
});

test('what is pressed in a chart is shown by the log', async () => {
  const { earned } = CASUAL;
  await openStatistics({ ...CASUAL, zone: 'UTC' });
  const year = new Date(Math.max(...earned.map(({ at }) => at))).getUTCFullYear();
  const table = await tableOf(words.years);
  const count = table.get(String(year))?.at(-1) ?? '';
  await chart(words.years)
    .getByRole('table')
    .getByRole('link', { name: String(year) })
    .click();
  await expect.element(page.getByTestId('log-count')).toHaveTextContent(count);
});

test('a part of the page is led to, with its heading', async () => {
  await openStatistics(CASUAL);
  await page.getByRole('button', { name: words.rarity }).click();
  await expect.element(page.getByRole('heading', { level: 2, name: words.rarity })).toHaveFocus();
});

describe('states', () => {
  const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

  test('with nothing earned it says what comes', async () => {
    await openStatistics({ titles: [aLibraryTitle({ earned: none, progress: 0 })], sets: [] });
    await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: STATISTICS })).toBeVisible();
  });

  test('one game without a platinum has no share of platinums, and no streak that is not known', async () => {
    const npCommunicationId = setId(1);
    const defined = { bronze: 3, silver: 0, gold: 0, platinum: 0 };
    const set = {
      ...{ npCommunicationId, groups: [] },
      trophies: [earnedAt(null, { trophyId: 0, grade: 'bronze' })],
    };
    const earned = { ...none, bronze: 1 };
    const title = aLibraryTitle({ npCommunicationId, defined, earned, progress: 33 });
    await openStatistics({ titles: [title], sets: [set] });
    await expect.element(stat('completion')).toHaveTextContent('33.0%');
    await expect.element(stat('platinum-share')).toHaveTextContent('–');
    await expect.element(stat('longest-streak')).toHaveTextContent('–');
    await expect.element(page.getByText(words.noPlatinum)).toBeVisible();
    await expect.element(chart(words.months)).toMatchTextContent(new RegExp(words.emptyUndated));
  });

  test('a game that is not fetched counts, is said to be missing with dates, and is fetched', async () => {
    const missing = aLibraryTitle({
      ...{ npCommunicationId: 'NPWR99999_00', name: 'Not here', choice: 'unpicked', progress: 50 },
      ...{ earned: { ...none, gold: 7 }, defined: { ...none, gold: 14 } },
    });
    const { requests } = await openStatistics({ ...CASUAL, titles: [...CASUAL.titles, missing] });
    const [total, days] = [CASUAL.earned.length, longestRun('Europe/Berlin')];
    await expect.element(stat('trophies')).toHaveTextContent(written(total + 7));
    await expect.element(stat('longest-streak')).toHaveTextContent(`${String(days)}+`);
    const said = coverage({ dated: total, total: total + 7 }, 'en-US');
    for (const each of [words.months, words.growthKnown])
      await expect.element(chart(each)).toMatchTextContent(new RegExp(said));
    await page.getByRole('button', { name: 'Fetch 1 game' }).click();
    await expect
      .poll(() => requests)
      .toContainEqual({
        name: 'chooseGames',
        payload: { choices: [['NPWR99999_00', 'picked']] },
      });
  });

  test('what PlayStation says differently is a line, and level and points are its own', async () => {
    const total = CASUAL.earned.length;
    const earned = { bronze: total + 5, silver: 0, gold: 0, platinum: 0 };
    await openStatistics({
      ...CASUAL,
      said: { summary: { trophyLevel: 437, progress: 40, tier: 5, earned } },
    });
    await expect.element(stat('level')).toHaveTextContent('437');
    await expect.element(stat('points')).toHaveTextContent(written(15 * (total + 5)));
    const said = words.summaryMore({ said: total + 5, more: 5 }, 'en-US');
    await expect.element(page.getByText(said)).toBeVisible();
  });
});
