import { dateOf } from '../../utils/domain/numbers/civil-time';
import { monthsOfYear } from '../../utils/domain/numbers/trophies-over-time';
import { earnedTogether, mostEarned, type TrophyDay } from '../../utils/domain/numbers/trophy-days';
import { civilDay, hourName, weekdayName } from '../../utils/format/calendar-names';
import { noTrophiesSaid, statisticsWords as words } from '../../utils/words/statistics';
import { monthInFull } from './time-charts';

/*
 * What charts of days say in one sentence. Where some trophies have no date here they are at least so many, and of which
 * the most are is known of the others alone.
 */

/** @param span the year, or the years, that these days are of */
export function heatSaid(
  days: readonly TrophyDay[],
  span: string,
  isWhole: boolean,
  locale: string,
): string {
  const most = mostEarned(days);
  if (most === null) return noTrophiesSaid(span, isWhole);
  const said = { year: span, days: days.length };
  if (!isWhole) return words.heatSummaryAtLeast(said, locale);
  const day = civilDay(most.day, locale);
  return words.heatSummary({ ...said, most: most.trophies, day }, locale);
}

export function monthsOfYearSaid(
  days: readonly TrophyDay[],
  { year, until }: { year: number; until: number },
  isWhole: boolean,
  locale: string,
): string {
  const { trophies } = earnedTogether(days);
  const of = mostEarned(
    monthsOfYear(days, year, until).map(({ month, earned }) => ({
      ...(earned ?? earnedTogether([])),
      month,
    })),
  );
  if (of === null) return noTrophiesSaid(String(year), isWhole);
  if (!isWhole) return words.monthsSummaryAtLeast({ year: String(year), trophies }, locale);
  const say = dateOf(until).year === year ? words.monthsSummarySoFar : words.monthsSummary;
  const month = monthInFull(year, of.month, locale);
  return say({ year: String(year), trophies, most: of.trophies, month }, locale);
}

/** Undefined where there is nothing to say. */
export function yearsSaid(
  years: readonly { year: number; trophies: number }[],
  isWhole: boolean,
  locale: string,
): string | undefined {
  const most = mostEarned(years);
  if (most === null) return undefined;
  const say = isWhole ? words.yearsSummary : words.yearsSummaryKnown;
  return say({ year: String(most.year), most: most.trophies }, locale);
}

/**
 * What the line of all trophies is called, and what it counts.
 * @param isAll false where there may be trophies that are not here
 */
export function growthSaid(
  undated: number,
  isAll: boolean,
  locale: string,
): { title: string; counts: string } {
  const [title, counts, start] = isAll
    ? [words.growth, words.growthCounts, words.growthStart]
    : [words.growthKnown, words.growthCountsKnown, words.growthStartKnown];
  return {
    title,
    counts: undated === 0 ? counts : `${counts} ${start({ trophies: undated }, locale)}`,
  };
}

/** On which day of the week and at which hour most were earned. */
export function hoursSaid(
  { weekdays, hours }: { weekdays: readonly number[]; hours: readonly number[] },
  isWhole: boolean,
  locale: string,
): string {
  const hour = placeOfMost(hours);
  return (isWhole ? words.hoursSummary : words.hoursSummaryKnown)({
    weekday: weekdayName((placeOfMost(weekdays) + 1) % 7, 'long', locale),
    from: hourName(hour, locale),
    to: hourName(hour + 1, locale),
  });
}

function placeOfMost(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}
