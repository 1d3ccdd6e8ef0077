import { isGivenUp, isStarted } from '../library/how-begun';
import type { LibraryTitle, TitleCounts } from '../library/title';
import { type GradeCounts, type PartialCounts, progressOf, weightOf } from '../trophies/grades';
import { meanOfPercents, shareInTenths, sumOf } from './rounding';

/** What an average goes by of a game. */
export interface AveragedTitle extends TitleCounts, Pick<LibraryTitle, 'status' | 'unobtainable'> {
  /** Missing trophies that the player has marked as not to be had. */
  notToBeHad?: GradeCounts;
}

/** How far the player is in a game, on average: in tenths of a percent, null where there is no game. */
export interface AverageCompletion {
  /** Of all games, those at 0 % too. */
  all: number | null;
  /** Of those with a trophy. */
  started: number | null;
  /** Without games that are retired, and without trophies that are not to be had. */
  withoutGivenUp: number | null;
  /** The weight of what is earned in the weight of all there is, platinums not counted. */
  byPoints: number | null;
  /** Games of which a count is not known: what they weigh is in neither. */
  pointsUnknown: number;
  /** So many games it is of, and so many of them are at 0 %. */
  games: number;
  atZero: number;
  /** Games of which Sony's percent is not known: they are in none of it. */
  unknown: number;
}

/** @param kept of which what is given up is left out: where editions are one, the furthest of those that are not */
export function averageCompletion(
  titles: readonly AveragedTitle[],
  kept: readonly AveragedTitle[] = titles,
): AverageCompletion {
  const known = titles.filter(isKnown);
  const percents = known.map(percentOf);
  return {
    all: meanOfPercents(percents),
    started: meanOfPercents(known.filter(isStarted).map(percentOf)),
    withoutGivenUp: meanOfPercents(
      kept
        .filter(isKnown)
        .filter((title) => !isGivenUp(title))
        .map(percentWithoutMarked),
    ),
    ...shareByPoints(titles),
    games: known.length,
    atZero: percents.filter((percent) => percent === 0).length,
    unknown: titles.length - known.length,
  };
}

function isKnown({ progress }: TitleCounts): boolean {
  return progress !== null;
}

function percentOf({ progress }: TitleCounts): number {
  return progress ?? 0;
}

function percentWithoutMarked(title: AveragedTitle): number {
  const { earned, defined, notToBeHad } = title;
  if (notToBeHad === undefined) return percentOf(title);
  return progressOf(earned, lessBy(defined, notToBeHad)) ?? percentOf(title);
}

function lessBy({ bronze, silver, gold, platinum }: PartialCounts, by: GradeCounts): PartialCounts {
  const less = (count: number | null, less: number): number | null =>
    count === null ? null : Math.max(0, count - less);
  return {
    ...{ bronze: less(bronze, by.bronze), silver: less(silver, by.silver) },
    ...{ gold: less(gold, by.gold), platinum: less(platinum, by.platinum) },
  };
}

function shareByPoints(
  titles: readonly TitleCounts[],
): Pick<AverageCompletion, 'byPoints' | 'pointsUnknown'> {
  const weights = titles.flatMap(({ earned, defined }) => {
    const [done, all] = [weightOf(earned), weightOf(defined)];
    return done === null || all === null ? [] : [{ done, all }];
  });
  return {
    byPoints: shareInTenths(
      sumOf(weights.map(({ done }) => done)),
      sumOf(weights.map(({ all }) => all)),
    ),
    pointsUnknown: titles.length - weights.length,
  };
}
