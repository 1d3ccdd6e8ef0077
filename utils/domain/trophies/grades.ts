/** The four grades, in the order of Sony's own lists. */
export const GRADES = ['bronze', 'silver', 'gold', 'platinum'] as const;
export type Grade = (typeof GRADES)[number];
export type GradeCounts = Record<Grade, number>;
/** Counts of which one or the other is not known: null. */
export type PartialCounts = Record<Grade, number | null>;

const POINTS: GradeCounts = { bronze: 15, silver: 30, gold: 90, platinum: 300 };

/**
 * Whole percent, by Sony's own rule: bronze 15, silver 30, gold 90 points, the platinum not counted, rounded down
 * (computed on 2,053 recorded titles without exception).
 */
export function progressOf(earned: GradeCounts, defined: GradeCounts): number;
export function progressOf(earned: PartialCounts, defined: PartialCounts): number | null;
export function progressOf(earned: PartialCounts, defined: PartialCounts): number | null {
  const [done, all] = [weightOf(earned), weightOf(defined)];
  if (done === null || all === null) return null;
  return all === 0 ? 0 : Math.floor((100 * done) / all);
}

/** Points towards the trophy level: 15, 30, 90 and 300. */
export function pointsOf(earned: GradeCounts): number;
export function pointsOf(earned: PartialCounts): number | null;
export function pointsOf(earned: PartialCounts): number | null {
  const { platinum } = earned;
  return plus(weightOf(earned), platinum === null ? null : platinum * POINTS.platinum);
}

/** What progress goes by: the points without those of platinums. */
export function weightOf({ bronze, silver, gold }: PartialCounts): number | null {
  if (bronze === null || silver === null || gold === null) return null;
  return bronze * POINTS.bronze + silver * POINTS.silver + gold * POINTS.gold;
}

export function noTrophies(): GradeCounts {
  return { bronze: 0, silver: 0, gold: 0, platinum: 0 };
}

/** Null where one of the counts is not known: what is known of it would look like all of it. */
export function sumOfGrades(counts: GradeCounts): number;
export function sumOfGrades(counts: PartialCounts): number | null;
export function sumOfGrades(counts: PartialCounts): number | null {
  return GRADES.reduce<number | null>((sum, grade) => plus(sum, counts[grade]), 0);
}

/** What is not known is in no sum. */
export function plus(sum: number | null, value: number | null): number | null {
  return sum === null || value === null ? null : sum + value;
}

/** What a trophy counts as: its grade, and whether it is earned, as far as they are known. */
interface Countable {
  grade: Grade | null;
  earned: boolean | null;
}

/** How many of each grade there are. One of an unknown grade may be any of them. */
export function definedOf(trophies: readonly Pick<Countable, 'grade'>[]): PartialCounts {
  return eachGrade((grade) =>
    trophies.some((trophy) => trophy.grade === null)
      ? null
      : trophies.filter((trophy) => trophy.grade === grade).length,
  );
}

/** How many of each grade are earned: not known of a grade while it is not of one that may belong to it. */
export function earnedOf(trophies: readonly Countable[]): PartialCounts {
  const open = trophies.filter(({ earned }) => earned !== false);
  return eachGrade((grade) =>
    open.some((each) => each.grade === null || (each.earned === null && each.grade === grade))
      ? null
      : open.filter((each) => each.grade === grade).length,
  );
}

function eachGrade(countOf: (grade: Grade) => number | null): PartialCounts {
  return {
    bronze: countOf('bronze'),
    silver: countOf('silver'),
    gold: countOf('gold'),
    platinum: countOf('platinum'),
  };
}
