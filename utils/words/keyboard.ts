import { showKeys } from './en/app.json';

export { close as CLOSE } from './en/app.json';

/** A key, or several that belong together, and what they do. */
interface KeyboardWords {
  keys: string[];
  does: string;
}

export const KEYS_EVERYWHERE: KeyboardWords[] = [{ keys: ['?'], does: showKeys }];

/** A page that has keys of its own. */
export type PageWithKeys = 'library';

export const KEYS_OF_PAGE: Record<PageWithKeys, KeyboardWords[]> = {
  library: [
    { keys: ['/'], does: 'Search games' },
    { keys: ['Esc'], does: 'Clear the search, and then leave it' },
    { keys: ['←', '↑', '→', '↓'], does: 'Go from game to game' },
    { keys: ['Home', 'End'], does: 'Go to the first or the last game' },
    { keys: ['Page Up', 'Page Down'], does: 'Go a screen up or down' },
    { keys: ['Enter'], does: 'Open the game' },
  ],
};
