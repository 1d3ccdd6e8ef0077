import { isGone, type LibraryTitle } from '../library/title';
import type { TrophySummary } from '../connection/player';
import { pointsOf, sumOfGrades } from '../trophies/grades';
import { averageCompletion } from './average-completion';
import { completedGames } from './completed-games';
import type { GoalKind } from './goal-pace';
import { earnedTotals } from './grade-sums';
import { sumOf } from './rounding';
import { titlesToCount } from './titles-to-count';

/** What the player has of what goals are about, as the statistics count it; an average in tenths of a percent. */
export interface GoalValues extends Record<GoalKind, number> {
  /** Of what it is not known of every game: it may be more, and whether anything was gained nobody can say. */
  uncertain: ReadonlySet<GoalKind>;
  /** Points by the lists: by them it is known what was gained, also on a day on which Sony's sum is not. */
  pointsOfLists: number;
  /** What the average is of: whole percents together, of so many games. */
  percents: number;
  games: number;
}

/**
 * @param summary Sony's own sum, by which points go as everywhere
 * @param unreadable so many titles are stored and cannot be read: nobody knows what they have
 */
export function goalValues(
  titles: readonly LibraryTitle[],
  summary: Pick<TrophySummary, 'earned'> | null = null,
  unreadable = 0,
): GoalValues {
  const present = titles.filter((title) => !isGone(title));
  const { counts, unknown } = earnedTotals(present);
  const counted = titlesToCount(present, { hidden: false, otherEditions: false });
  const average = averageCompletion(counted);
  const completed = completedGames(counted);
  const points = summary === null ? null : pointsOf(summary.earned);
  const areCounts = unknown + unreadable > 0;
  const arePercents = completed.unknown + unreadable > 0;
  return {
    uncertain: new Set([
      ...(areCounts ? (['platinums', 'trophies'] as const) : []),
      ...(areCounts && points === null ? (['points'] as const) : []),
      ...(arePercents ? (['hundreds', 'average'] as const) : []),
    ]),
    platinums: counts.platinum,
    trophies: sumOfGrades(counts),
    points: points ?? pointsOf(counts),
    pointsOfLists: pointsOf(counts),
    hundreds: completed.completed,
    average: average.all ?? 0,
    percents: sumOf(counted.map(({ progress }) => progress ?? 0)),
    games: average.games,
  };
}

/** By what a goal begins, and what is gained for it is told: the lists alone, which are here on every day. */
export function countedFor(kind: GoalKind, values: GoalValues): number {
  return kind === 'points' ? values.pointsOfLists : values[kind];
}
