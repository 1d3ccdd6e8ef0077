import {
  EDITION_BEFORE,
  KINDS_AFTER,
  KINDS_BEFORE,
  LANGUAGES,
  CONSOLE,
  SETS,
  SETS_BEFORE,
  SETS_JOINED,
} from './edition-words';
import { arabicOf } from './number-forms';
import { folded, wordsOf } from './search-text';
import { hasPlatinum } from './has-platinum';
import type { LibraryTitle } from './title';

/** A game, and its other editions under it where they are stacked. */
export interface EditionStack {
  title: LibraryTitle;
  /** The furthest first. */
  others: LibraryTitle[];
}

const REGIONS = 'eu|europe|us|usa|na|jp|japan|asia|uk|kr|korea|cn|china|hk|tw';
/** Where a subtitle begins, and what it is marked with. */
const BEFORE_SUBTITLE = /: | - /u;
const SUBTITLE = '¦';
/** What some sets have at the end of a name: `Lantern Keepers: Deluxe Edition (PS4 & PS5) Trophies`. */
const AT_END = new RegExp(
  ` (?:${SUBTITLE} )?(?:(?:and|for|the) )?(?:${[
    `(?:${CONSOLE})(?: (?:edition|version))?`,
    `(?:(?:${KINDS_BEFORE}) ?)+edition`,
    `(?:${EDITION_BEFORE})(?: (?:${KINDS_AFTER}))+`,
    'goty|game of the year|(?:digital )?deluxe|directors cut|cross gen bundle',
    SETS,
  ].join('|')})$`,
  'u',
);
const JOINED_AT_END = new RegExp(`(?: ${SUBTITLE})?(?: | ?[的の] ?)(?:${SETS_JOINED})$`, 'u');
/** And some at the beginning. */
const AT_START = new RegExp(`^(?:${SETS_BEFORE}) (?:${SUBTITLE} )?`, 'u');
/** A subtitle that is short may be any edition: `Lantern Keepers: The Night Rider Edition`. */
const EDITION_AT_END = new RegExp(` ${SUBTITLE} (?:the )?(?:[^ ${SUBTITLE}]+ ){1,3}edition$`, 'u');
/** In brackets only: `Bloom Asia` may be another game. */
const REGION_AT_END = new RegExp(
  `[([](?:(?:${REGIONS}|pc|vita)(?: version)?|${LANGUAGES})[)\\]](?= |$)`,
  'gu',
);

/** `Spider-Man` is `Spiderman`; two numbers stay two. */
const BETWEEN = /(?<!\d) | (?!\d)/gu;

/** What editions of one game have in common: the name, but for signs, how its number is written, and what is added. */
export function editionKey(name: string): string {
  const written = folded(name).replace(REGION_AT_END, '').trim() || folded(name);
  const titles = written.split(BEFORE_SUBTITLE).map(inWords);
  const words = titles.filter((title) => title !== '').join(` ${SUBTITLE} `);
  if (words === '') return written;
  const bare = withoutEnds(words).replace(EDITION_AT_END, '');
  return bare.replaceAll(` ${SUBTITLE}`, '').replace(BETWEEN, '');
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

/** One letter alone is more often a letter than a number: `Mega Man X` is not the tenth. */
function inWords(title: string): string {
  const words = wordsOf(title).map((word) => (word.length > 1 ? arabicOf(word) : word));
  return words.join(' ');
}

function withoutEnds(name: string): string {
  const shorter = name.replace(AT_END, '').replace(JOINED_AT_END, '');
  return shorter === name ? name.replace(AT_START, '') : withoutEnds(shorter);
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

/**
 * The stacks in the order of these titles: each stands where its top does, so that what it is sorted by is what it
 * shows; or where the edition does that was played last, whose instant it has.
 */
export function inOrderOf(
  titles: readonly { title: LibraryTitle }[],
  stacks: readonly EditionStack[],
  byPlay: boolean,
): EditionStack[] {
  const places = new Map(titles.map(({ title }, at) => [title, at]));
  const placed = stacks.map((stack) => {
    const { title, others } = stack;
    const latest = byPlay
      ? others.reduce((one, other) => (other.lastPlayedAt > one.lastPlayedAt ? other : one), title)
      : title;
    const { lastPlayedAt, lastPlayedSource } = latest;
    const top = latest === title ? title : { ...title, lastPlayedAt, lastPlayedSource };
    return { stack: top === title ? stack : { title: top, others }, at: places.get(latest) ?? 0 };
  });
  return placed.sort((one, other) => one.at - other.at).map(({ stack }) => stack);
}

/** Those stacks on top of which is what got furthest of all these titles. */
export function furthestOnly(
  stacks: readonly EditionStack[],
  titles: readonly { title: LibraryTitle }[],
  editionOf = editionKey,
): EditionStack[] {
  const furthest = new Map(
    stacked(titles, editionOf).map(({ title }) => [editionOf(title.name), title.progress ?? -1]),
  );
  return stacks.filter(
    ({ title }) => (title.progress ?? -1) >= (furthest.get(editionOf(title.name)) ?? -1),
  );
}

/** The other editions of a game, the furthest first; those that the player does not want to see are not among them. */
export function otherEditionsOf(
  of: LibraryTitle,
  titles: readonly LibraryTitle[],
  editionOf = editionKey,
): LibraryTitle[] {
  const edition = editionOf(of.name);
  return titles
    .filter(({ hide, npCommunicationId }) => !hide && npCommunicationId !== of.npCommunicationId)
    .filter(({ name }) => editionOf(name) === edition)
    .sort(furthestFirst);
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
