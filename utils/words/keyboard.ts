import { showKeys } from './en/app.json';

export { keys as KEYS, close as CLOSE } from './en/app.json';

/** A key, or several that belong together, and what they do. */
export interface KeyboardWords {
  keys: string[];
  does: string;
}

export const KEYS_EVERYWHERE: KeyboardWords[] = [{ keys: ['?'], does: showKeys }];

export const LIBRARY_KEYS: KeyboardWords[] = [
  { keys: ['/'], does: 'Search games' },
  { keys: ['Esc'], does: 'Clear the search, and then leave it' },
  { keys: ['←', '↑', '→', '↓'], does: 'Go from game to game' },
  { keys: ['Home', 'End'], does: 'Go to the first or the last game' },
  { keys: ['Page Up', 'Page Down'], does: 'Go a screen up or down' },
  { keys: ['Enter'], does: 'Open the game' },
];
