import { arabicOf } from './roman-numerals';
import { folded, wordsOf } from './search-text';
import { hasPlatinum, type LibraryTitle } from './title';

/** A game, and its other editions under it where they are stacked. */
export interface EditionStack {
  title: LibraryTitle;
  /** The furthest first. */
  others: LibraryTitle[];
}

const PLATFORM = 'ps[345]|ps ?vita|playstation(?: ?[345]| vita)?';
/** What is before `Edition` where it is the same game. A remaster is another one. */
const KINDS = [
  ...['game of the year', 'goty', 'deluxe', 'digital deluxe', 'complete', 'definitive', 'ultimate'],
  ...['gold', 'platinum', 'premium', 'special', 'standard', 'legendary', 'anniversary', 'limited'],
  ...['collectors', 'enhanced', 'extended', 'digital', 'console', 'day one', 'launch'],
].join('|');
/** What some sets have at the end of a name: `Lantern Keepers: Deluxe Edition (PS4 & PS5) Trophies`. */
const AT_END = new RegExp(
  ` (?:(?:and|for|the) )?(?:${[
    `(?:${PLATFORM})(?: (?:edition|version))?`,
    `(?:${KINDS}) edition`,
    'goty|directors cut',
    'trophies|trophy (?:set|list)',
  ].join('|')})$`,
  'u',
);

/** What editions of one game have in common: the name, but for signs, how its number is written, and what is added. */
export function editionKey(name: string): string {
  const written = folded(name);
  // One letter alone is more often a letter: `Mega Man X` is not the tenth.
  const words = wordsOf(written).map((word) => (word.length > 1 ? arabicOf(word) : word));
  return words.length === 0 ? written : withoutEnds(words.join(' '));
}

/** The keys of names, made once for each. */
export function rememberedKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? editionKey(name);
    known.set(name, key);
    return key;
  };
}

function withoutEnds(name: string): string {
  const shorter = name.replace(AT_END, '');
  return shorter === name ? name : withoutEnds(shorter);
}

/**
 * The titles with the editions of one game in one stack, where the first of them stood. On top is the edition that
 * got furthest.
 */
export function stacked(
  titles: readonly { title: LibraryTitle }[],
  editionOf = editionKey,
): EditionStack[] {
  const stacks = new Map<string, EditionStack>();
  for (const { title } of titles) {
    const edition = editionOf(title.name);
    const stack = stacks.get(edition);
    stacks.set(edition, stack === undefined ? { title, others: [] } : withEdition(stack, title));
  }
  return [...stacks.values()];
}

function withEdition(stack: EditionStack, edition: LibraryTitle): EditionStack {
  const editions = [stack.title, ...stack.others, edition].sort(furthestFirst);
  const [title = edition, ...others] = editions;
  return { title, others };
}

function furthestFirst(one: LibraryTitle, other: LibraryTitle): number {
  return (
    (other.progress ?? -1) - (one.progress ?? -1) ||
    Number(hasPlatinum(other)) - Number(hasPlatinum(one))
  );
}
