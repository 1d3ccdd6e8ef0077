import { GRADES, sumOfGrades, type PartialCounts } from '../trophies/grades';
import type { TrophyLog } from './trophy-log';

const PLATINUM = GRADES.indexOf('platinum');
const NONE: ReadonlyMap<number, number> = new Map();

/**
 * How many lines of a milestone's number are to be expected above each of the newest trophies, before all are read: as
 * many were earned as Sony counts. It is room alone, so that nothing moves once their numbers are known.
 * @param newest so many of the log are sure to be the newest of all
 */
export function expectedLines(
  log: TrophyLog,
  newest: number,
  earned: PartialCounts | null,
): ReadonlyMap<number, number> {
  const trophies = earned === null ? null : sumOfGrades(earned);
  if (earned === null || trophies === null) return NONE;
  const found = new Map<number, number>();
  let platinum = earned.platinum ?? 0;
  for (let back = 0; back < Math.min(newest, log.count); back += 1) {
    const place = log.count - 1 - back;
    let lines = isTold(trophies - back, 100) ? 1 : 0;
    if (log.grade[place] === PLATINUM) {
      if (isTold(platinum, 10)) lines += 1;
      platinum -= 1;
    }
    if (lines > 0) found.set(place, lines);
  }
  return found;
}

function isTold(number: number, each: number): boolean {
  return number === 1 || (number > 0 && number % each === 0);
}
