import { describe, expect, test } from 'vitest';
import { heatCells, heatLayout } from '@/components/charts/heat-cells';
import { aYear, dayOf } from '../../support/chart-data.ts';

const ALL = { until: dayOf('2099-12-31'), weekStart: 1 };

describe('by weeks', () => {
  const layout = heatLayout(742);
  const placeOf = (year: number, date: string, weekStart: number) => {
    const cells = heatCells(aYear(year, {}), layout, { ...ALL, weekStart });
    const { row, column } = cells.find(({ day }) => day === dayOf(date))!;
    return { row, column };
  };

  test('a week begins where the reader is', () => {
    // 1 January 2026 is a Thursday.
    expect(placeOf(2026, '2026-01-01', 1)).toEqual({ row: 3, column: 0 });
    expect(placeOf(2026, '2026-01-01', 0)).toEqual({ row: 4, column: 0 });
    expect(placeOf(2026, '2026-01-04', 1)).toEqual({ row: 6, column: 0 });
    expect(placeOf(2026, '2026-01-04', 0)).toEqual({ row: 0, column: 1 });
  });

  test('2028 has 54 weeks that begin on Sunday, and room for them', () => {
    expect(placeOf(2028, '2028-12-31', 0)).toEqual({ row: 0, column: 53 });
    expect(34 + 54 * layout.across).toBeLessThanOrEqual(742);
  });

  test('no day of daylight saving is lost or twice', () => {
    const cells = heatCells(aYear(2026, {}), layout, ALL);
    const places = new Set(cells.map(({ row, column }) => `${String(row)} ${String(column)}`));
    expect([cells.length, places.size]).toEqual([365, 365]);
  });

  test('what is to come is not drawn as a day without trophies', () => {
    const cells = heatCells(aYear(2026, {}), layout, { ...ALL, until: dayOf('2026-03-01') });
    expect(cells.at(-1)?.day).toBe(dayOf('2026-03-01'));
  });

  test('a trophy of tomorrow is on its day', () => {
    const year = aYear(2026, { '2026-03-02': 3 });
    const cells = heatCells(year, layout, { ...ALL, until: dayOf('2026-03-01') });
    expect(cells.at(-1)).toMatchObject({ day: dayOf('2026-03-02'), count: 3 });
  });
});

test('a narrow page has a row a month, a wide one three years', () => {
  expect(heatLayout(599)).toMatchObject({ form: 'months', years: 1 });
  expect(heatLayout(600)).toMatchObject({ form: 'weeks', years: 1 });
  expect(heatLayout(1_799).years).toBe(1);
  expect(heatLayout(1_800).years).toBe(3);

  const cells = heatCells(aYear(2026, {}), heatLayout(400), ALL);
  expect(cells.find(({ day }) => day === dayOf('2026-02-28'))).toMatchObject({
    row: 1,
    column: 27,
  });
});
