import { GRADES, type GradeCounts, noTrophies } from '../trophies/grades';

/** How many trophies were earned in some time. */
export interface EarnedCount {
  counts: GradeCounts;
  /** All of them, with those of which the grade is not known. */
  trophies: number;
}

/** A civil day with a trophy. */
export interface TrophyDay extends EarnedCount {
  /** Days since 1970. */
  day: number;
}

/**
 * The days on which something was earned, the earliest first.
 * @param days the civil day of each trophy, 0 where it has no date
 * @param grades the place of each in `GRADES`; any other number where it is not known
 */
export function trophyDaysOf(days: ArrayLike<number>, grades: ArrayLike<number>): TrophyDay[] {
  const byDay = new Map<number, TrophyDay>();
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? 0;
    if (day === 0) continue;
    const earned = byDay.get(day) ?? { day, ...noneEarned() };
    byDay.set(day, earned);
    const grade = GRADES[grades[place] ?? -1];
    if (grade !== undefined) earned.counts[grade] += 1;
    earned.trophies += 1;
  }
  return [...byDay.values()].sort((one, other) => one.day - other.day);
}

function noneEarned(): EarnedCount {
  return { counts: noTrophies(), trophies: 0 };
}

/** What was earned on all of these days together. */
export function earnedTogether(days: readonly EarnedCount[]): EarnedCount {
  const sum = noneEarned();
  for (const { counts, trophies } of days) {
    for (const grade of GRADES) sum.counts[grade] += counts[grade];
    sum.trophies += trophies;
  }
  return sum;
}

/** Where most was earned; of several the latest. Null where nothing was. */
export function mostEarned<Unit extends Pick<EarnedCount, 'trophies'>>(
  units: readonly Unit[],
): Unit | null {
  return units.reduce<Unit | null>(
    (most, unit) => (unit.trophies > 0 && unit.trophies >= (most?.trophies ?? 0) ? unit : most),
    null,
  );
}
