/** How many trophies of each grade. */
export interface Counts {
  bronze: number;
  silver: number;
  gold: number;
  platinum: number;
}

export type Grade = keyof Counts;

export const GRADES: readonly Grade[] = ['bronze', 'silver', 'gold', 'platinum'];

export function noTrophies(): Counts {
  return { bronze: 0, silver: 0, gold: 0, platinum: 0 };
}

export function sumOf(all: Iterable<Counts>): Counts {
  const sum = noTrophies();
  for (const counts of all) {
    for (const grade of GRADES) sum[grade] += counts[grade];
  }
  return sum;
}

export function totalOf(counts: Counts): number {
  return counts.bronze + counts.silver + counts.gold + counts.platinum;
}

/** The platinum does not count towards a title's progress. */
function weightOf(counts: Counts): number {
  return counts.bronze * 15 + counts.silver * 30 + counts.gold * 90;
}

/** Per cent, rounded down; it matched 2053 of 2053 recorded titles. */
export function progressOf(defined: Counts, earned: Counts): number {
  const whole = weightOf(defined);
  return whole === 0 ? 0 : Math.floor((100 * weightOf(earned)) / whole);
}

export function pointsOf(earned: Counts): number {
  return weightOf(earned) + earned.platinum * 300;
}

/** First level of each band and the points that each level in it takes. */
const LEVEL_BANDS = [
  { from: 1, points: 60 },
  { from: 100, points: 90 },
  { from: 200, points: 450 },
  { from: 300, points: 900 },
  { from: 400, points: 1350 },
  { from: 500, points: 1800 },
  { from: 600, points: 2250 },
  { from: 700, points: 2700 },
  { from: 800, points: 3150 },
  { from: 900, points: 3600 },
  // The last band has no end: 1079 was recorded.
  { from: 1000, points: 4050 },
] as const;

function pointsForLevel(level: number): number {
  return LEVEL_BANDS.reduce((points, band, index) => {
    const end = Math.min(level, LEVEL_BANDS[index + 1]?.from ?? Infinity);
    return points + Math.max(0, end - band.from) * band.points;
  }, 0);
}

export interface Level {
  level: number;
  base: number;
  next: number;
  progress: number;
  tier: number;
}

/** Level, its first point, the next level's first point, per cent of the way, and tier. */
export function levelOf(points: number): Level {
  let level = 1;
  while (pointsForLevel(level + 1) <= points) level++;
  const base = pointsForLevel(level);
  const next = pointsForLevel(level + 1);
  const progress = Math.floor((100 * (points - base)) / (next - base));
  return { level, base, next, progress, tier: tierOf(level) };
}

function tierOf(level: number): number {
  if (level >= 999) return 10;
  return level >= 800 ? 9 : Math.floor(level / 100) + 1;
}
