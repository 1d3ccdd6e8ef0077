import type { PlannedRow, StagedTable } from '../database/staging';
import type { Difference } from './differences';

/** Merge: what is absent in the copy stays, and of two the later counts. Replace: the library becomes the copy. */
export const RESTORE_WAYS = ['merge', 'replace'] as const;
export type RestoreWay = (typeof RESTORE_WAYS)[number];

export interface WantedPlan {
  way: RestoreWay;
  now: number;
  /** By which the background knows the plan that the player has seen from another page's. */
  mark: string;
}

export interface PlannedChange {
  row: PlannedRow;
  /** What it becomes. */
  after: object | undefined;
}

/** The row becomes that of the copy, or goes where the copy has none. */
export function asCopied(table: StagedTable, { key, here, copied }: Difference): PlannedChange {
  const becomes = copied === undefined ? 'nothing' : 'copied';
  return { row: { table, key, becomes, ...(here && { before: here }) }, after: copied };
}

/** The row becomes this one. */
export function asMade(
  table: PlannedRow['table'],
  key: PlannedRow['key'],
  before: object | undefined,
  after: object,
): PlannedRow {
  return { table, key, becomes: 'after', after, ...(before && { before }) };
}
