import type { DaySpan } from './day-spans';
import type { PlaySpan } from './play-spans';
import { sumOf } from './rounding';

/** For how long games were played in a week, or in a month. */
export interface PlayedTime extends DaySpan {
  /** Null where the played list was not read around it: nobody knows. */
  seconds: number | null;
  /** Part of it is what a span of days has on the average, over the border to another week. */
  isEstimated: boolean;
  /** Of some of its days nothing is known, or not all. */
  isPartial: boolean;
}

/**
 * @param spans what was played for certain: it counts wherever it is
 * @param listDays the days on which the played list was read whole, the earliest first: from the day after the first to
 * the last it is known that nothing else was played
 * @param doubted days on which something was played, and nobody knows for how long
 */
export function playedTimeIn(
  units: readonly DaySpan[],
  spans: readonly PlaySpan[],
  listDays: readonly number[],
  doubted: readonly DaySpan[] = [],
): PlayedTime[] {
  const known = { first: (listDays.at(0) ?? Infinity) + 1, last: listDays.at(-1) ?? -Infinity };
  return units.map((unit) => {
    const knownDays = daysTogether(unit, known);
    const within = spans.filter((span) => daysTogether(unit, span) > 0);
    const isDoubted = doubted.some((span) => daysTogether(unit, span) > 0);
    // What was played is not nothing where all that is told of it is not believed.
    if ((knownDays === 0 || isDoubted) && within.length === 0) {
      return { ...unit, seconds: null, isEstimated: false, isPartial: false };
    }
    return {
      ...unit,
      seconds: sumOf(
        within.map((span) => (span.seconds * daysTogether(unit, span)) / daysOf(span)),
      ),
      isEstimated: within.some((span) => daysTogether(unit, span) < daysOf(span)),
      isPartial: isDoubted || knownDays < daysOf(unit),
    };
  });
}

function daysOf({ first, last }: DaySpan): number {
  return last - first + 1;
}

function daysTogether(one: DaySpan, other: DaySpan): number {
  return Math.max(0, Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1);
}
