import type { TrophySummary } from '../connection/player';
import type { GradeCounts } from './grades';
import { pointsOf } from './grades';

/**
 * How many points each level of a band takes, bands of 100 levels from level 1. Recorded through level 437; above,
 * the players' own measurements.
 */
const POINTS_A_LEVEL = [60, 90, 450, 900, 1350, 1800, 2250, 2700, 3150, 3600];
const HIGHEST = 999;

/** The last level of each tier. */
const TIERS = [99, 199, 299, 399, 499, 599, 699, 799, 998, HIGHEST];

/**
 * Sony's own sum, with trophies that were earned since: level and tier follow from the points. So a day with new
 * trophies needs no request for the summary.
 */
export function summaryWith(summary: TrophySummary, newTrophies: GradeCounts): TrophySummary {
  const { bronze, silver, gold, platinum } = summary.earned;
  const earned = {
    bronze: bronze + newTrophies.bronze,
    silver: silver + newTrophies.silver,
    gold: gold + newTrophies.gold,
    platinum: platinum + newTrophies.platinum,
  };
  return { earned, ...levelAt(pointsOf(earned)) };
}

/** The level that so many points make, how far it is to the next in whole percent, and the tier. */
export function levelAt(points: number): Omit<TrophySummary, 'earned'> {
  let trophyLevel = 1;
  let base = 0;
  while (trophyLevel < HIGHEST && base + pointsFor(trophyLevel) <= points) {
    base += pointsFor(trophyLevel);
    trophyLevel++;
  }
  const isHighest = trophyLevel === HIGHEST;
  return {
    trophyLevel,
    progress: isHighest ? 0 : Math.floor((100 * (points - base)) / pointsFor(trophyLevel)),
    tier: 1 + TIERS.findIndex((last) => trophyLevel <= last),
  };
}

function pointsFor(level: number): number {
  return POINTS_A_LEVEL[Math.floor(level / 100)] ?? 0;
}
