import { expect, test } from 'vitest';
import { monthInFull } from '@/components/statistics/time-charts';
import {
  growthSaid,
  heatSaid,
  hoursSaid,
  monthsOfYearSaid,
  yearsSaid,
} from '@/components/statistics/time-summaries';
import { civilDay, hourName } from '@/utils/format/calendar-names';
import * as words from '@/utils/words/en/statistics.json';
import { noTrophiesSaid } from '@/utils/words/statistics';
import { dayNumber } from '@/tests/support/civil-days.ts';

const EARNED = { counts: { bronze: 1, silver: 0, gold: 0, platinum: 0 } };
const DAYS = [
  { day: dayNumber('2026-03-14'), trophies: 31, ...EARNED },
  { day: dayNumber('2026-07-02'), trophies: 9, ...EARNED },
];
const SPAN = { year: 2026, until: dayNumber('2027-01-09') };
const HOURS = { weekdays: [1, 5, 0, 0, 0, 0, 0], hours: [0, 0, 6] };
const YEARS = [{ year: 2026, trophies: 40 }];

test('where all is here the day, the month, the year and the hour with the most are told', () => {
  expect(heatSaid(DAYS, '2026', true, 'en-US')).toBe(
    words.heatSummary(
      { year: '2026', days: 2, most: 31, day: civilDay(DAYS[0]!.day, 'en-US') },
      'en-US',
    ),
  );
  expect(monthsOfYearSaid(DAYS, SPAN, true, 'en-US')).toBe(
    words.monthsSummary(
      { year: '2026', trophies: 40, most: 31, month: monthInFull(2026, 3, 'en-US') },
      'en-US',
    ),
  );
  expect(yearsSaid(YEARS, true, 'en-US')).toBe(
    words.yearsSummary({ year: '2026', most: 40 }, 'en-US'),
  );
  expect(hoursSaid(HOURS, true, 'en-GB')).toBe(
    words.hoursSummary({
      weekday: 'Tuesday',
      from: hourName(2, 'en-GB'),
      to: hourName(3, 'en-GB'),
    }),
  );
});

test('where some is not it is at least so many, and nothing is the most', () => {
  expect(heatSaid(DAYS, '2026', false, 'en-US')).toBe(
    words.heatSummaryAtLeast({ year: '2026', days: 2 }, 'en-US'),
  );
  expect(monthsOfYearSaid(DAYS, SPAN, false, 'en-US')).toBe(
    words.monthsSummaryAtLeast({ year: '2026', trophies: 40 }, 'en-US'),
  );
  expect(yearsSaid(YEARS, false, 'en-US')).toBe(
    words.yearsSummaryKnown({ year: '2026', most: 40 }, 'en-US'),
  );
  expect(hoursSaid(HOURS, false, 'en-GB')).toBe(
    words.hoursSummaryKnown({
      weekday: 'Tuesday',
      from: hourName(2, 'en-GB'),
      to: hourName(3, 'en-GB'),
    }),
  );
});

test('a year that has none here is empty where all is here alone', () => {
  const of = { year: 2024, until: SPAN.until };
  for (const isWhole of [true, false]) {
    const none = noTrophiesSaid('2024', isWhole);
    expect(heatSaid([], '2024', isWhole, 'en-US')).toBe(none);
    expect(monthsOfYearSaid([], of, isWhole, 'en-US')).toBe(none);
    expect(none === words.yearEmpty({ year: '2024' })).toBe(isWhole);
  }
});

test('the line of trophies is of all of them, or of those that are known', () => {
  expect(growthSaid(0, true, 'en-US')).toEqual({
    ...{ title: words.growth, counts: words.growthCounts },
  });
  expect(growthSaid(2, false, 'en-US')).toEqual({
    title: words.growthKnown,
    counts: `${words.growthCountsKnown} ${words.growthStartKnown({ trophies: 2 }, 'en-US')}`,
  });
});
