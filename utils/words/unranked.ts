import type { Sort } from '../domain/library/library-view';
import * as words from './en/library.json';

type Counted = (values: { games: number }, locale: string) => string;

const BY: Record<Exclude<Sort, 'name'>, Counted> = words.unrankedBy;

/** How many games an order cannot rank, for example `12 games cannot be ranked: their trophies are not fetched`. */
export function unranked(
  sort: Exclude<Sort, 'name'>,
  games: number,
  areFetched: boolean,
  locale: string,
): string {
  const say = sort === 'rarest' && !areFetched ? words.unrankedNotFetched : BY[sort];
  return say({ games }, locale);
}

/** The same without why, for example `12 cannot be ranked`. */
export function unrankedInShort(games: number, locale: string): string {
  return words.unrankedInShort({ games }, locale);
}
