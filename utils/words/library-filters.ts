import type { Facet } from '../domain/library/library-view';
import { count, percent } from '../format/numbers';
import * as words from './en/library.json';
import { STATUS_NAMES } from './game-status';
import { platformName } from './platforms';

export {
  clearAll as CLEAR_ALL,
  activeFilters as ACTIVE_FILTERS,
  /** Where one option excludes the other, what stands for neither. */
  either as EITHER,
  stackEditions as STACK_EDITIONS,
} from './en/library.json';

/** What the player has hidden has a switch of its own. */
export const FACET_NAMES: Record<Exclude<Facet, 'hide'>, string> = words.facets;

type WordsOf = Partial<Record<string, string>>;

const OPTION_NAMES: Partial<Record<Facet, WordsOf>> = {
  ...words.options,
  status: { ...words.options.status, ...STATUS_NAMES },
};

/** What an option is called, wherever it stands. */
export function optionName(facet: Facet, option: string, locale: string): string {
  if (facet === 'platform') return platformName(option);
  const name = OPTION_NAMES[facet]?.[option];
  if (name !== undefined) return name;
  if (facet === 'percent') return percentRangeName(option, locale);
  if (facet === 'points') return pointsRangeName(option, locale);
  return option;
}

/** For example `25–49%`. */
function percentRangeName(option: string, locale: string): string {
  const [from, to] = option.split('-');
  if (to === undefined) return percent(Number(from), locale);
  return words.percentBetween({
    from: count(Number(from), locale),
    to: percent(Number(to), locale),
  });
}

/** For example `1–299 points`. */
function pointsRangeName(option: string, locale: string): string {
  const [from = 0, to] = option.split('-').map(Number);
  if (from === 0) return words.noPoints;
  return to === undefined
    ? words.pointsFrom({ from }, locale)
    : words.pointsBetween({ from, to }, locale);
}

export function withoutFilter(filter: string): string {
  return words.withoutFilter({ filter });
}

/** Leads from the filters to the games that they leave; null until they are counted. */
export function showGames(games: number | null, locale: string): string {
  return games === null ? words.showThem : words.showGames({ games }, locale);
}
