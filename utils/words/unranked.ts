import type { Sort } from '../domain/library/library-view';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';
import * as words from './en/library.json';
import { gamesWord } from './library';

/** Why games cannot be ranked. */
const REASONS: Record<
  Exclude<Sort, 'name' | 'trophies' | 'platform' | 'points' | 'base' | 'revised'>,
  string
> = {
  played: 'when they were played is not known',
  trophy: 'when their last trophy came is not known',
  progress: 'their progress is not known',
  rarest: 'how rare their trophies are is not known',
  platinum: 'how many trophies are left is not known',
  playtime: 'their playtime is not known',
  completed: 'when they were completed is not known',
};
const NOT_FETCHED = 'their trophies are not fetched';
const ONE: Readonly<Record<string, string>> = { they: 'it', their: 'its', were: 'was' };

/** How many games an order cannot rank, for example `12 games cannot be ranked: their trophies are not fetched`. */
export function unranked(
  sort: Exclude<Sort, 'name'>,
  games: number,
  areFetched: boolean,
  locale: string,
): string {
  if (sort === 'trophies') return words.unrankedTrophies({ games }, locale);
  if (sort === 'platform') return words.unrankedPlatform({ games }, locale);
  if (sort === 'points') return words.unrankedPoints({ games }, locale);
  if (sort === 'revised') return words.unrankedRevised({ games }, locale);
  if (sort === 'base') return words.unrankedBase({ games }, locale);
  const reason = sort === 'rarest' && !areFetched ? NOT_FETCHED : REASONS[sort];
  const one = reason
    .replace(/^their trophies are/u, 'its trophies are')
    .replaceAll(/\b(?:they|their|were)\b/gu, (word) => ONE[word] ?? word);
  const why = plural(games, { one, other: reason }, locale);
  return `${count(games, locale)} ${gamesWord(games, locale)} cannot be ranked: ${why}`;
}
