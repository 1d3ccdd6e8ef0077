import { isGone, type LibraryTitle } from '../library/title';
import type { TrophySummary } from '../connection/player';
import { pointsOf, sumOfGrades } from '../trophies/grades';
import { earnedTotals } from './earned-totals';
import type { GoalKind } from './goal-pace';
import { hasTrophies } from './has-trophies';
import { meanOfPercents, sumOf } from './rounding';

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
 * With nothing of what only pages draw: the background goes by it.
 * @param summary Sony's own sum, by which points go as everywhere
 * @param unreadable so many titles are stored and cannot be read: nobody knows what they have
 * @param isSumSure false while that sum may be more or less than Sony would say: so much as the lists have there is
 */
export function goalValues(
  titles: readonly LibraryTitle[],
  summary: Pick<TrophySummary, 'earned'> | null = null,
  unreadable = 0,
  isSumSure = true,
): GoalValues {
  const present = titles.filter((title) => !isGone(title));
  const { counts, unknown } = earnedTotals(present);
  const counted = present.filter(hasTrophies);
  const percents = counted.flatMap(({ progress }) => progress ?? []);
  const points = summary === null || !isSumSure ? null : pointsOf(summary.earned);
  const areCounts = unknown + unreadable > 0;
  const arePercents = percents.length < counted.length || unreadable > 0;
  return {
    uncertain: new Set([
      ...(areCounts ? (['platinums', 'trophies'] as const) : []),
      ...(points === null && (areCounts || !isSumSure) ? (['points'] as const) : []),
      ...(arePercents ? (['hundreds', 'average'] as const) : []),
    ]),
    platinums: counts.platinum,
    trophies: sumOfGrades(counts),
    points: points ?? pointsOf(counts),
    pointsOfLists: pointsOf(counts),
    hundreds: percents.filter((percent) => percent === 100).length,
    average: meanOfPercents(percents) ?? 0,
    percents: sumOf(percents),
    games: percents.length,
  };
}

/** Those that go by Sony's own sum. */
export function isOfSum(kind: GoalKind): boolean {
  return kind === 'points';
}

/** By what a goal begins, and what is gained for it is told: the lists alone, which are here on every day. */
export function countedFor(kind: GoalKind, values: GoalValues): number {
  return isOfSum(kind) ? values.pointsOfLists : values[kind];
}
