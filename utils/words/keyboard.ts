import { keyNames, keysOf, showKeys } from './en/app.json';

export { close as CLOSE } from './en/app.json';

/** A key, or several that belong together, and what they do. */
interface KeyboardWords {
  keys: string[];
  does: string;
}

export const KEYS_EVERYWHERE: KeyboardWords[] = [{ keys: ['?'], does: showKeys }];

const { library, picker, log, next, game } = keysOf;

/** Keys that work on one page only, by the name of its route. */
export const KEYS_OF_PAGE: Readonly<Record<string, readonly KeyboardWords[]>> = {
  library: [
    { keys: ['/'], does: library.search },
    { keys: [keyNames.escape], does: library.leave },
    { keys: ['←', '↑', '→', '↓'], does: library.along },
    { keys: [keyNames.home, keyNames.end], does: library.ends },
    { keys: [keyNames.pageUp, keyNames.pageDown], does: library.screens },
    { keys: [keyNames.enter], does: library.open },
  ],
  picker: [
    { keys: ['/'], does: picker.search },
    { keys: [keyNames.escape], does: picker.leave },
    { keys: ['↑', '↓'], does: picker.along },
    { keys: [keyNames.home, keyNames.end], does: picker.ends },
    { keys: [keyNames.space], does: picker.pick },
    { keys: [keyNames.shiftSpace], does: picker.range },
    { keys: ['←', '→'], does: picker.never },
  ],
  log: [
    { keys: ['/'], does: log.search },
    { keys: ['↑', '↓'], does: log.along },
    { keys: [keyNames.home, keyNames.end], does: log.ends },
    { keys: [keyNames.pageUp, keyNames.pageDown], does: log.screens },
  ],
  next: [
    { keys: ['↑', '↓'], does: next.along },
    { keys: ['←', '→'], does: next.controls },
    { keys: [keyNames.home, keyNames.end], does: next.ends },
  ],
  game: [
    { keys: ['↑', '↓'], does: game.trophies },
    { keys: [keyNames.tab], does: game.tools },
    { keys: ['←', '→'], does: game.games },
    { keys: ['←', '→', keyNames.home, keyNames.end], does: game.groups },
  ],
};
