import { knownItems, type StoredItem } from '../library/player-item';

/** What cannot be fetched again, or not all of it: by these a copy is told from one of a library that has lost something. */
const COPY_FIGURES = ['games', 'notes', 'pins', 'picks'] as const;
export type CopyFigures = Record<(typeof COPY_FIGURES)[number], number>;

/** A copy may hold so much less of each than the one that it takes the place of. */
const LESS = 0.1;

/** What they made besides notes and pins counts as picks. What they do not want to be told comes and goes by itself. */
const NOT_PICKS = { note: 'notes', pin: 'pins', 'not-this': null } as const;

/** The player's own things; a deletion is none, and neither is what only a later build knows. */
export function ownFigures(items: readonly StoredItem[]): Omit<CopyFigures, 'games'> {
  const counts = { notes: 0, pins: 0, picks: 0 };
  for (const { kind } of knownItems(items)) {
    const name = kind in NOT_PICKS ? NOT_PICKS[kind as keyof typeof NOT_PICKS] : 'picks';
    if (name !== null) counts[name]++;
  }
  return counts;
}

/** True where a copy would hold fewer of something than the one before, by more than a tenth. */
export function holdsFewer(found: CopyFigures, before: CopyFigures): boolean {
  return COPY_FIGURES.some((name) => before[name] - found[name] > before[name] * LESS);
}

/**
 * What became of a copy that is made where nobody looks at it: a file, less than before, the same, or nothing. In a
 * folder that the player has chosen, it may also not be written, or the browser wants them to be asked again.
 */
export const COPY_OUTCOMES = [
  ...(['file', 'smaller', 'same', 'failed'] as const),
  ...(['interrupted', 'permission'] as const),
];

export interface CopyOutcome {
  kind: (typeof COPY_OUTCOMES)[number];
  /** Of the file, for as long as whoever made it is there; empty without one. */
  url: string;
  /** Where it is to lie. */
  names: string[];
  /** What the library holds. */
  figures: CopyFigures;
  /** Another one where anything of the library has changed. */
  digest: string;
}

export const NOT_COPIED: CopyOutcome = {
  ...{ kind: 'failed', url: '', names: [], digest: '' },
  figures: { games: 0, notes: 0, pins: 0, picks: 0 },
};
