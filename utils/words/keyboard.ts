import { keysOf, showKeys } from './en/app.json';

export { close as CLOSE } from './en/app.json';

/** A key, or several that belong together, and what they do. */
interface KeyboardWords {
  keys: string[];
  does: string;
}

export const KEYS_EVERYWHERE: KeyboardWords[] = [{ keys: ['?'], does: showKeys }];

const { library, picker, game } = keysOf;

/** Keys that work on one page only, by the name of its route. */
export const KEYS_OF_PAGE: Readonly<Record<string, readonly KeyboardWords[]>> = {
  library: [
    { keys: ['/'], does: library.search },
    { keys: ['Esc'], does: library.leave },
    { keys: ['←', '↑', '→', '↓'], does: library.along },
    { keys: ['Home', 'End'], does: library.ends },
    { keys: ['Page Up', 'Page Down'], does: library.screens },
    { keys: ['Enter'], does: library.open },
  ],
  picker: [
    { keys: ['/'], does: picker.search },
    { keys: ['Esc'], does: picker.leave },
    { keys: ['↑', '↓'], does: picker.along },
    { keys: ['Home', 'End'], does: picker.ends },
    { keys: ['Space'], does: picker.pick },
  ],
  game: [
    { keys: ['↑', '↓'], does: game.trophies },
    { keys: ['←', '→'], does: game.games },
  ],
};
