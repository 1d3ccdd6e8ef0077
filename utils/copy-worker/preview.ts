import type { Settings } from '../domain/settings';

export const PREVIEW_KINDS = ['games', 'trophies', 'notes', 'pins', 'made', 'records'] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

/** What would become of one kind of thing. */
export interface Change {
  come: number;
  change: number;
  stay: number;
  go: number;
}

/**
 * What a restoring would do, before it does it. `trophies` are the earned ones, as Sony counts them of each game;
 * `made` is whatever else the player made, and `records` are days that were played, reports, and what was before.
 */
export type Preview = Record<PreviewKind, Change>;

/** True where a restoring would do nothing. */
export function isNoChange(preview: Preview): boolean {
  return Object.values<Change>(preview).every(({ come, change, go }) => come + change + go === 0);
}

/** True where the player has made nothing here: all that they will have then is in the copy. */
export function hasAllMade({ notes, pins, made }: Preview): boolean {
  return [notes, pins, made].every(({ stay, change }) => stay + change === 0);
}

/** What a copy is, once it was read to its end. */
export interface CopyRead {
  accountId: string;
  onlineId: string | null;
  madeAt: number;
  /** Rows that no build can read. */
  unreadable: number;
  /** This browser has a library of that account. */
  isHere: boolean;
  /** Those of the copy: what is not set otherwise here becomes as they are. */
  settings: Partial<Settings>;
}

/** How it compares with the library here. */
export interface CheckedCopy extends CopyRead {
  preview: Preview;
  /** Rows of the library that cannot be read: those were not compared. */
  unreadHere: number;
}
