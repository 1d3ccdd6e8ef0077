/** Sony's lists that come in pages. */
export const LIST_NAMES = ['titles', 'played-games'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** How far a reading of a list has come: counts alone, however long the list is. */
export interface Reading {
  /** Counted from 1 in each sync. */
  number: number;
  /** To the end, whatever is stored already. */
  toEnd: boolean;
  /** Rows that it has met, each counted once; those that could not be read are among them. */
  distinct: number;
  /** Those of them that the reading before had met too, and how many that one had met in all; null in the first. */
  repeated: number;
  before: number | null;
  /** Rows that any reading of this sync has met. */
  ever: number;
  /** Rows without an id that could be read. */
  nameless: number;
  /** Sony's count over all pages, by the page read last; null before the first. */
  total: number | null;
  /** Every page of this reading has said the same. */
  isSteady: boolean;
  /** The highest that any reading of this sync was told. */
  highest: number;
}

export const FIRST_READING: Reading = {
  number: 1,
  toEnd: false,
  distinct: 0,
  repeated: 0,
  before: null,
  ever: 0,
  nameless: 0,
  total: null,
  isSteady: true,
  highest: 0,
};

/** What a row without a name goes by: its place among those of its reading, so that the next one meets it again. */
export function numbered(place: number): string {
  return `row ${String(place)}`;
}

/** What a page adds to a reading. */
export interface PageMet {
  /** Its rows by name, each once. */
  ids: readonly string[];
  /** Which reading of this sync has met each of them last, of those that one has. */
  met: ReadonlyMap<string, number>;
  nameless: number;
  /** Null where it does not say so, or in no way that can be read. */
  total: number | null;
}

/** The reading with one page more. */
export function withPage(reading: Reading, { ids, met, nameless, total }: PageMet): Reading {
  const added = ids.filter((id) => met.get(id) !== reading.number);
  const repeated = added.filter((id) => met.get(id) === reading.number - 1);
  return {
    ...reading,
    distinct: reading.distinct + added.length,
    repeated: reading.repeated + repeated.length,
    ever: reading.ever + added.filter((id) => !met.has(id)).length,
    nameless: reading.nameless + nameless,
    total: total ?? reading.total,
    isSteady: reading.isSteady && (reading.total ?? total) === (total ?? reading.total),
    highest: Math.max(reading.highest, total ?? 0),
  };
}

/** The start of another reading of the same list. */
export function readAgain({ number, distinct, ever, highest }: Reading): Reading {
  return { ...FIRST_READING, number: number + 1, toEnd: true, before: distinct, ever, highest };
}

/** Where a reading stands: there are more pages, it is the whole list, it is to be repeated, or it falls short. */
export type ReadingEnd = 'more' | 'whole' | 'again' | 'short';

/**
 * What follows from the reading with its newest page.
 * @param page whether Sony names no page after it, and whether it had a row that this reading had not met
 * @param surplus by how much Sony's total is known to exceed the list
 */
export function endOfReading(
  reading: Reading,
  page: { isLast: boolean; hasNew: boolean },
  surplus: number,
): ReadingEnd {
  // Pages that bring nothing any more would be followed for ever.
  if (!page.isLast && page.hasNew) return 'more';
  if (proofOf(reading, surplus) !== null) return 'whole';
  // That there is no page after this one may be wrong: the next one is asked for all the same.
  if (page.hasNew && reading.distinct < reading.highest - surplus) return 'more';
  return reading.number === 1 ? 'again' : 'short';
}

/** By its own total; or, whatever that says, by another reading that agrees, or that has what this one lacks. */
type Proof = 'total' | 'agreement' | 'together';

function proofOf(reading: Reading, surplus: number): Proof | null {
  const { number, distinct, repeated, before, ever, total, isSteady, highest } = reading;
  if (isSteady && total !== null && isCount(distinct, total, surplus)) return 'total';
  if (number === 1) return null;
  if (distinct > 0 && distinct === before && distinct === repeated) return 'agreement';
  return isCount(ever, highest, surplus) ? 'together' : null;
}

/** By how much Sony's total exceeds the list that was read whole. */
export function surplusOf(reading: Reading, known: number): number {
  const { distinct, ever, total, highest } = reading;
  // A list that is proved without a total proves nothing about totals.
  if (total === null) return known;
  return proofOf(reading, known) === 'together' ? highest - ever : total - distinct;
}

/** True where so many rows are what Sony's total says, or what it is known to mean. */
export function isCount(rows: number, total: number, surplus: number): boolean {
  return rows === total || rows === total - surplus;
}
