import { folded } from './search-text';
import type { LibraryTitle } from './title';

/** A game, and its other editions under it where they are stacked. */
export interface EditionStack {
  title: LibraryTitle;
  /** The furthest first. */
  others: LibraryTitle[];
}

/** A platform at the end of a name, as some sets have it: `Lantern Keepers (PS4 & PS5)`. */
const PLATFORM_AT_END = /(?:[\s(&,/+-]|\bps[345]\b|\bps ?vita\b|\bplaystation ?[345]\b)+\)?$/u;

/** What editions of one game have in common: the name, but for case, accents, signs and the platform at its end. */
export function editionKey(name: string): string {
  const written = folded(name);
  const letters = written
    .replace(PLATFORM_AT_END, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? written : letters;
}

/** Each title as a stack of its own. */
export function unstacked(titles: readonly { title: LibraryTitle }[]): EditionStack[] {
  return titles.map(({ title }) => ({ title, others: [] }));
}

/**
 * The titles with the editions of one game in one stack, where the first of them stood. On top is the edition that
 * got furthest.
 */
export function stacked(
  titles: readonly { title: LibraryTitle; edition: string }[],
): EditionStack[] {
  const stacks = new Map<string, EditionStack>();
  for (const { title, edition } of titles) {
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
  return other.progress - one.progress || other.earned.platinum - one.earned.platinum;
}
