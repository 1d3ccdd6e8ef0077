import type { TrophySummary } from '../connection/player';
import type { GradeCounts } from './grades';
import { plus, pointsOf } from './grades';

/**
 * How many points each level of a range takes, ranges of 100 levels from level 1; the last range never ends. Recorded
 * through level 437; above, the players' own measurements.
 */
const POINTS_A_LEVEL = [60, 90, 450, 900, 1350, 1800, 2250, 2700, 3150, 3600, 4050];

/** A level as it is computed: nothing of it is unknown. */
type Level = Record<'trophyLevel' | 'progress' | 'tier', number>;

/** The last level of each tier but the highest. */
const TIERS = [99, 199, 299, 399, 499, 599, 699, 799, 998];

/**
 * Sony's own sum, with trophies that were earned since, so that a day with new trophies needs no request for the
 * summary. What we compute is a bridge to Sony's next word: where our table does not even make the level that Sony
 * said of the points before, that level stays as Sony said it.
 */
export function summaryWith(summary: TrophySummary, newTrophies: GradeCounts): TrophySummary {
  const { bronze, silver, gold, platinum } = summary.earned;
  const earned = {
    bronze: plus(bronze, newTrophies.bronze),
    silver: plus(silver, newTrophies.silver),
    gold: plus(gold, newTrophies.gold),
    platinum: plus(platinum, newTrophies.platinum),
  };
  const [before, after] = [pointsOf(summary.earned), pointsOf(earned)];
  const agrees = before !== null && after !== null && isSaid(summary, levelAt(before));
  return agrees ? { earned, ...levelAt(after) } : { ...summary, earned };
}

function isSaid({ trophyLevel, progress, tier }: TrophySummary, computed: Level): boolean {
  return (
    trophyLevel === computed.trophyLevel && progress === computed.progress && tier === computed.tier
  );
}

/** The level that so many points make, how far it is to the next in whole percent, and the tier. */
export function levelAt(points: number): Level {
  const { first, size, over } = levelRangeAt(points);
  const trophyLevel = first + Math.floor(over / size);
  const tier = TIERS.findIndex((last) => trophyLevel <= last);
  return {
    trophyLevel,
    progress: Math.floor((100 * (over % size)) / size),
    tier: 1 + (tier < 0 ? TIERS.length : tier),
  };
}

/** The range of levels that so many points end in: its first level, the points a level, and how many are over for it. */
export function levelRangeAt(points: number): { first: number; size: number; over: number } {
  let range = { first: 1, size: 0, over: points };
  for (const [index, size] of POINTS_A_LEVEL.entries()) {
    const before = range.size * (100 * index - range.first);
    if (index > 0 && range.over < before) break;
    range = { first: Math.max(1, 100 * index), size, over: range.over - before };
  }
  return range;
}
