import type { DatedLibrary } from '../../utils/domain/numbers/year-figures';
import type { LibraryFigures } from '../statistics/library-figures.svelte';

/** What the figures of all years are made of; null until all of it is read. */
export function datedLibraryOf(
  figures: LibraryFigures,
): Omit<DatedLibrary, 'leftOut' | 'today' | 'until' | 'hasHours'> | null {
  const { log, civil, days, games, coverage, byId } = figures;
  if (log === null || civil === null || days === null || games === null) return null;
  return coverage === null ? null : { log, civil, days, games, coverage, titles: byId };
}
