import { folded } from './search-text';
import type { LibraryTitle } from './title';

/** One place on the shelf: a game, and its other editions under it where they are stacked. */
export interface Place {
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

/** Each title in a place of its own. */
export function unstacked(titles: readonly { title: LibraryTitle }[]): Place[] {
  return titles.map(({ title }) => ({ title, others: [] }));
}

/**
 * The titles with the editions of one game in one place, where the first of them stood. On top is the edition that
 * got furthest.
 */
export function stacked(titles: readonly { title: LibraryTitle; edition: string }[]): Place[] {
  const places = new Map<string, Place>();
  for (const { title, edition } of titles) {
    const place = places.get(edition);
    places.set(edition, place === undefined ? { title, others: [] } : withEdition(place, title));
  }
  return [...places.values()];
}

function withEdition(place: Place, edition: LibraryTitle): Place {
  const editions = [place.title, ...place.others, edition].sort(furthestFirst);
  const [title = edition, ...others] = editions;
  return { title, others };
}

function furthestFirst(one: LibraryTitle, other: LibraryTitle): number {
  return other.progress - one.progress || other.earned.platinum - one.earned.platinum;
}
