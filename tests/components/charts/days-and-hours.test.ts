import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { here } from '@/components/app/time-zone.svelte';
import HeatMap from '@/components/charts/HeatMap.svelte';
import { hourSpan } from '@/components/charts/hour-cells';
import HourGrid from '@/components/charts/HourGrid.svelte';
import YearSwitch from '@/components/charts/YearSwitch.svelte';
import { civilDayInFull } from '@/utils/format/calendar-names';
import {
  ALL_DAYS,
  ALL_HOURS,
  DAY_HEAD,
  HOUR_HEAD,
  yearAfter,
  yearBefore,
} from '@/utils/words/charts';
import { aFigure, aYear, dayOf, hoursWith, trophies } from '../../support/chart-data.ts';
import { namesOfMarks, shownTable } from '../../support/chart-page.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';

/** As this browser's reader writes them. */
const inFull = (date: string): string => civilDayInFull(dayOf(date), here.locale);
const [TWO, EIGHT] = [hourSpan(2, here.locale), hourSpan(20, here.locale)];

beforeEach(async () => {
  await page.viewport(800, 900);
});

describe('a heat map', () => {
  const PROPS = {
    figure: (first: number, last: number) => ({
      ...aFigure('Earned on a day'),
      summary: `From ${String(first)} to ${String(last)}`,
    }),
    years: [
      aYear(2025, { '2025-12-31': 2 }),
      aYear(2026, { '2026-03-02': 1, '2026-03-03': 31, '2026-03-09': 4 }),
    ],
    year: 2026,
    until: dayOf('2026-11-29'),
    hrefOf: (day: number) => `#/log?day=${String(day)}`,
    say: trophies,
    head: 'Trophies',
    weekStart: 1,
  };

  test('has a link for each day with a trophy, and the same days in its table', async () => {
    await render(HeatMap, PROPS);
    await expect.poll(() => page.getByRole('listitem').elements().length).toBeGreaterThan(2);
    expect(namesOfMarks()).toEqual([
      `${inFull('2026-03-02')}: 1 trophy`,
      `${inFull('2026-03-03')}: 31 trophies`,
      `${inFull('2026-03-09')}: 4 trophies`,
    ]);
    expect(await shownTable()).toEqual([
      [DAY_HEAD, 'Trophies'],
      [inFull('2026-03-02'), '1'],
      [inFull('2026-03-03'), '31'],
      [inFull('2026-03-09'), '4'],
    ]);
    await expectAccessible();
  });

  test('a day has the shade that it has in every year', async () => {
    const { container } = await render(HeatMap, PROPS);
    const shades = () =>
      [...container.querySelectorAll('rect[data-step]')].map((day) =>
        day.getAttribute('data-step'),
      );
    await expect.poll(() => shades().slice(-3)).toEqual(['1', '5', '3']);
  });

  test('the arrows lead a week on, and a day down', async () => {
    const { getByRole } = await render(HeatMap, PROPS);
    const focused = () => document.activeElement?.getAttribute('aria-label');
    await expect
      .element(getByRole('link', { name: new RegExp(inFull('2026-03-02')) }))
      .toBeVisible();

    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe(`${inFull('2026-03-09')}: 4 trophies`);
    await userEvent.keyboard('{ArrowLeft}{ArrowDown}');
    expect(focused()).toBe(`${inFull('2026-03-03')}: 31 trophies`);
  });

  test('shows three years where there is room', async () => {
    await page.viewport(2_000, 900);
    const { getByText } = await render(HeatMap, PROPS);
    await expect.poll(namesOfMarks).toHaveLength(4);
    // What is said of them is of as many as its table.
    await expect.element(getByText('From 2025 to 2026')).toBeVisible();
    expect((await shownTable()).map(([day]) => day)).toContain(inFull('2025-12-31'));
    await page.viewport(800, 900);
    await expect.element(getByText('From 2026 to 2026')).toBeVisible();
  });
});

const HOURS = {
  figure: aFigure('When'),
  counts: hoursWith([0, 2, 2], [1, 20, 5], [0, 20, 1]),
  hrefOf: ({ weekday, hour }: { weekday?: number; hour?: number }) =>
    `#/log?weekday=${String(weekday)}&hour=${String(hour)}`,
  say: trophies,
  weekStart: 1,
};

describe('hours and weekdays', () => {
  test('has dots, and sums at its edges', async () => {
    await render(HourGrid, HOURS);
    await expect.poll(() => page.getByRole('listitem').elements().length).toBeGreaterThan(2);
    expect(namesOfMarks()).toEqual([
      `Monday, ${EIGHT}: 5 trophies`,
      'Monday: 5 trophies',
      `Sunday, ${TWO}: 2 trophies`,
      `Sunday, ${EIGHT}: 1 trophy`,
      'Sunday: 3 trophies',
      `${TWO}: 2 trophies`,
      `${EIGHT}: 6 trophies`,
    ]);
    const rows = await shownTable();
    expect(rows[0]).toEqual([HOUR_HEAD, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', ALL_DAYS]);
    expect(rows[21]).toEqual([EIGHT, '5', '0', '0', '0', '0', '0', '1', '6']);
    expect(rows.at(-1)).toEqual([ALL_HOURS, '5', '0', '0', '0', '0', '0', '3', '8']);
    await expectAccessible();
  });
});

test('nothing is drawn in less room than marks need, and all of it where there is more', async () => {
  const { container } = await render(HourGrid, HOURS);
  const drawn = () => container.querySelectorAll('svg rect').length;
  await expect.poll(drawn).toBeGreaterThan(2);
  container.style.inlineSize = '100px';
  await expect.poll(drawn).toBe(0);
  container.style.inlineSize = '';
  await expect.poll(drawn).toBeGreaterThan(2);
});

test('names as many hours as there is room for', async () => {
  const { container } = await render(HourGrid, HOURS);
  const named = () =>
    [...container.querySelectorAll('svg text')].filter(({ textContent }) =>
      /[AP]M$/.test(textContent.trim()),
    ).length;
  await expect.poll(named).toBe(4);
  container.style.inlineSize = '250px';
  await expect.poll(named).toBe(2);
});

test('where there is little room an hour is a bar as high as its row, and has the same marks', async () => {
  const { container } = await render(HourGrid, HOURS);
  await expect.poll(() => container.querySelectorAll('svg circle').length).toBe(3);
  const wide = namesOfMarks();
  container.style.inlineSize = '330px';
  await expect.poll(() => container.querySelectorAll('svg circle').length).toBe(0);
  const bars = [...container.querySelectorAll<SVGPathElement>('path[data-tone=accent]')];
  const sizes = bars.map((path) => path.getBBox());
  for (const { width } of sizes) expect(width).toBeGreaterThan(7);
  // Of five, two and one.
  expect(sizes.map(({ height }) => Math.round(height))).toEqual([20, 8, 4]);
  expect(namesOfMarks()).toEqual(wide);
  await expectAccessible();
});

test('a year leads to those beside it, and nowhere beyond the first and the last', async () => {
  const chosen: number[] = [];
  const onchoose = (year: number) => chosen.push(year);
  const { getByRole } = await render(YearSwitch, { first: 2025, last: 2026, year: 2026, onchoose });
  const after = getByRole('button', { name: yearAfter(2027) });
  await expect.element(after).toHaveAttribute('aria-disabled', 'true');
  (after.element() as HTMLElement).click();
  await getByRole('button', { name: yearBefore(2025) }).click();

  expect(chosen).toEqual([2025]);
  await expectAccessible();
});
