import { isGone, type LibraryTitle } from '../library/title';
import { pointsOf, sumOfGrades } from '../trophies/grades';
import { averageCompletion } from './average-completion';
import { completedGames } from './completed-games';
import type { GoalKind } from './goal-pace';
import { earnedTotals } from './grade-sums';
import { sumOf } from './rounding';
import { titlesToCount } from './titles-to-count';

/** What the player has of what goals are about, as the statistics count it; an average in tenths of a percent. */
export interface GoalValues extends Record<GoalKind, number> {
  /** What the average is of: whole percents together, of so many games. */
  percents: number;
  games: number;
}

export function goalValues(titles: readonly LibraryTitle[]): GoalValues {
  const present = titles.filter((title) => !isGone(title));
  const { counts } = earnedTotals(present);
  const counted = titlesToCount(present, { hidden: false, otherEditions: false });
  const average = averageCompletion(counted);
  return {
    platinums: counts.platinum,
    trophies: sumOfGrades(counts),
    points: pointsOf(counts),
    hundreds: completedGames(counted).completed,
    average: average.all ?? 0,
    percents: sumOf(counted.map(({ progress }) => progress ?? 0)),
    games: average.games,
  };
}
