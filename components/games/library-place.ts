import type { WindowVirtualizerHandle } from 'virtua/svelte';

/** Where the player was in the library, so that coming back from a game leads to the same place. */
export interface LibraryPlace {
  scrolledTo: number;
  /** The heights that the list has measured. */
  heights: ReturnType<WindowVirtualizerHandle['getCache']> | undefined;
  /** The game that was looked at last. */
  game: string | null;
}

export function topOfLibrary(): LibraryPlace {
  return { scrolledTo: 0, heights: undefined, game: null };
}
