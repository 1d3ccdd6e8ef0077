import { knownItems, type StoredItem } from '../library/player-item';

/** What cannot be fetched again, or not all of it: by these a copy is told from one of a library that has lost something. */
const COPY_FIGURES = ['games', 'notes', 'pins', 'picks', 'marks'] as const;
export interface CopyFigures extends Record<'games' | 'notes' | 'pins' | 'picks', number> {
  /** Statuses, tags, goals and the like; null where an earlier build has counted them among the picks. */
  marks: number | null;
}

/** A copy may hold so much less of each than the one that it takes the place of. */
const LESS = 0.1;

/** What they made besides these is a mark. What they do not want to be told comes and goes by itself, as a goal's end. */
const NOT_MARKS = {
  ...({ note: 'notes', pin: 'pins', choice: 'picks' } as const),
  ...{ 'not-this': null, 'goal-end': null },
} as const;

/** The player's own things; a deletion is none, and neither is what only a later build knows. */
export function ownFigures(items: readonly StoredItem[]): Omit<CopyFigures, 'games'> {
  const counts = { notes: 0, pins: 0, picks: 0, marks: 0 };
  for (const { kind } of knownItems(items)) {
    const name = kind in NOT_MARKS ? NOT_MARKS[kind as keyof typeof NOT_MARKS] : 'marks';
    if (name !== null) counts[name]++;
  }
  return counts;
}

/** What is found, counted as it was before: what an earlier build has counted together is compared together. */
export function countedAs(before: CopyFigures, found: CopyFigures): CopyFigures {
  const { picks, marks } = found;
  return before.marks === null ? { ...found, picks: picks + (marks ?? 0), marks: null } : found;
}

/** True where a copy would hold fewer of something than the one before, by more than a tenth. */
export function holdsFewer(found: CopyFigures, before: CopyFigures): boolean {
  const now = countedAs(before, found);
  return COPY_FIGURES.some((name) => {
    const was = before[name] ?? 0;
    return was - (now[name] ?? 0) > was * LESS;
  });
}

/**
 * What became of a copy that is made where nobody looks at it: a file, less than before, the same, or nothing. In a
 * folder that the player has chosen, it may also not be written, or the browser wants them to be asked again, or another
 * installation's lies in its place.
 */
export const COPY_OUTCOMES = [
  ...(['file', 'smaller', 'same', 'failed'] as const),
  ...(['interrupted', 'permission', 'others'] as const),
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
  figures: { games: 0, notes: 0, pins: 0, picks: 0, marks: 0 },
};
