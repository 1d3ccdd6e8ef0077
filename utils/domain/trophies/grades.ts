/** The four grades, in the order of Sony's own lists. */
export const GRADES = ['bronze', 'silver', 'gold', 'platinum'] as const;
export type Grade = (typeof GRADES)[number];
export type GradeCounts = Record<Grade, number>;

const POINTS: GradeCounts = { bronze: 15, silver: 30, gold: 90, platinum: 300 };

/**
 * Whole percent, by Sony's own rule: bronze 15, silver 30, gold 90 points, the platinum not counted, rounded down
 * (computed on 2,053 recorded titles without exception).
 */
export function progressOf(earned: GradeCounts, defined: GradeCounts): number {
  const all = weightOf(defined);
  return all === 0 ? 0 : Math.floor((100 * weightOf(earned)) / all);
}

/** Points towards the trophy level: 15, 30, 90 and 300. */
export function pointsOf(earned: GradeCounts): number {
  return weightOf(earned) + earned.platinum * POINTS.platinum;
}

function weightOf({ bronze, silver, gold }: GradeCounts): number {
  return bronze * POINTS.bronze + silver * POINTS.silver + gold * POINTS.gold;
}

export function noTrophies(): GradeCounts {
  return { bronze: 0, silver: 0, gold: 0, platinum: 0 };
}

export function sumOfGrades(counts: GradeCounts): number {
  return GRADES.reduce((sum, grade) => sum + counts[grade], 0);
}

/** How many of each grade. */
export function gradesOf(trophies: readonly { grade: Grade }[]): GradeCounts {
  const counts = noTrophies();
  for (const { grade } of trophies) counts[grade]++;
  return counts;
}
