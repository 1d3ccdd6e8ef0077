import { folded, searchFor, type SearchText } from './search-text';
import { searchForShortened } from './shortened-names';

/** What is searched in: a name, and where the game is played. */
export interface Searched {
  text: SearchText;
  title: { platforms: readonly string[] };
}

/** Consoles as they are typed, in one word or in two, and what Sony calls them. */
const PLATFORM_WORDS =
  /(?<=^| )(?:(?:ps|playstation) ?([345])|(?:ps|playstation)? ?(vita)|(?:ps ?)?(pc))(?= |$)/gu;
const SONYS_WORDS: Readonly<Record<string, string>> = { vita: 'PSVITA', pc: 'PSPC' };

/**
 * Tells whether a title has every word of what was typed: in its name, or as a console that it is played on. Where no
 * title has, those are found whose name is so shortened, as Battlefield V to `bf5`.
 */
export function searchIn<Item extends Searched>(
  all: readonly Item[],
  typed: string,
): (item: Item) => boolean {
  const isFound = searchForTitle(typed);
  const isShortened = searchForShortened(typed);
  if (isShortened === null || all.some(isFound)) return isFound;
  return ({ text }) => isShortened(text);
}

function searchForTitle(typed: string): (searched: Searched) => boolean {
  const isNamed = searchFor(typed);
  const words = folded(typed);
  const platforms = [...words.matchAll(PLATFORM_WORDS)].map(([, number, ...others]) => {
    const word = others.find((other) => other !== undefined);
    return word === undefined ? `PS${number ?? ''}` : (SONYS_WORDS[word] ?? '');
  });
  if (platforms.length === 0) return ({ text }) => isNamed(text);
  const isNamedBeside = searchFor(words.replace(PLATFORM_WORDS, ' '));
  return ({ text, title }) =>
    isNamed(text) ||
    (platforms.every((platform) => title.platforms.includes(platform)) && isNamedBeside(text));
}
