import { showKeys } from './en/app.json';

export { close as CLOSE } from './en/app.json';

/** A key, or several that belong together, and what they do. */
interface KeyboardWords {
  keys: string[];
  does: string;
}

export const KEYS_EVERYWHERE: KeyboardWords[] = [{ keys: ['?'], does: showKeys }];

/** Those that lead along a list. */
const TO_THE_ENDS: KeyboardWords = {
  keys: ['Home', 'End'],
  does: 'Go to the first or the last game',
};

/** Keys that work on one page only, by the name of its route. */
export const KEYS_OF_PAGE: Readonly<Record<string, readonly KeyboardWords[]>> = {
  library: [
    { keys: ['/'], does: 'Search games' },
    { keys: ['Esc'], does: 'Clear the search, and then leave it' },
    { keys: ['←', '↑', '→', '↓'], does: 'Go from game to game' },
    TO_THE_ENDS,
    { keys: ['Page Up', 'Page Down'], does: 'Go a screen up or down' },
    { keys: ['Enter'], does: 'Open the game' },
  ],
  picker: [
    { keys: ['/'], does: 'Search games' },
    { keys: ['Esc'], does: 'Clear the search, and then leave it' },
    { keys: ['↑', '↓'], does: 'Go from game to game' },
    TO_THE_ENDS,
    { keys: ['Space'], does: 'Pick the game, or pick it no more' },
  ],
  game: [
    { keys: ['↑', '↓'], does: 'Go from trophy to trophy' },
    { keys: ['←', '→'], does: 'Go to the game before or after' },
  ],
};
