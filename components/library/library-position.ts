import type { WindowVirtualizerHandle } from 'virtua/svelte';

/** Where the player was in the library, so that coming back from a game leads to the same place. */
export interface LibraryPosition {
  scrolledTo: number;
  /** What was looked for there: what else is looked for begins at its top. */
  asked: string;
  /** The heights that the list has measured, and of how many rows of how many games. */
  heights: { rows: number; columns: number; cache: HeightsCache } | null;
  /** The game that was looked at last. */
  game: string | null;
}

type HeightsCache = ReturnType<WindowVirtualizerHandle['getCache']>;

export function topOfLibrary(): LibraryPosition {
  return { scrolledTo: 0, asked: '', heights: null, game: null };
}
