import type { Facet } from '../domain/library/library-view';
import type { Grade } from '../domain/trophies/grades';
import { count, percent } from '../format/numbers';
import { STATUS, STATUS_NAMES } from './game-status';
import { countOfGames } from './library';
import { platformName } from './platforms';
import { GONE, PLATINUM_IMPOSSIBLE, PLUS } from './title-flags';
import { GRADE_NAMES } from './trophies';
import * as words from './en/library.json';

export const CLEAR_ALL = 'Clear all';
export const ACTIVE_FILTERS = 'Active filters';

/** What the player has hidden has a switch of its own. */
export const FACET_NAMES: Record<Exclude<Facet, 'hide'>, string> = {
  platform: 'Platform',
  platinum: 'Platinum',
  left: 'Trophies left',
  percent: 'Progress',
  points: words.filterPoints,
  base: words.filterBase,
  revised: words.sortRevised,
  status: STATUS,
  tag: 'Tags',
  plus: PLUS,
  hidden: 'Hidden on PlayStation',
  gone: GONE,
};

/** Where one option excludes the other, what stands for neither. */
export const EITHER = 'With and without';

type WordsOf = Partial<Record<string, string>>;

const OPTION_NAMES: Partial<Record<Facet, WordsOf>> = {
  platinum: {
    earned: 'Platinum earned',
    open: 'Platinum not earned',
    impossible: PLATINUM_IMPOSSIBLE,
    none: 'No platinum',
  },
  base: { yes: words.onlyBaseDone, no: words.withoutBaseDone },
  revised: { yes: words.onlyRevised, no: words.withoutRevised },
  status: STATUS_NAMES,
  plus: { yes: 'Only PS Plus', no: 'Without PS Plus' },
  hidden: { yes: 'Only hidden', no: 'Without hidden' },
  gone: { yes: 'Only removed', no: 'Without removed' },
  hide: { yes: 'Games that you hid' },
};

/** What an option is called, wherever it stands. */
export function optionName(facet: Facet, option: string, locale: string): string {
  if (facet === 'platform') return platformName(option);
  if (facet === 'left') return `${GRADE_NAMES[option as Grade]} left`;
  if (facet === 'percent') return percentRangeName(option, locale);
  if (facet === 'points') return pointsRangeName(option, locale);
  return OPTION_NAMES[facet]?.[option] ?? option;
}

/** For example `25–49%`. */
function percentRangeName(option: string, locale: string): string {
  const [from, to] = option.split('-');
  if (to === undefined) return percent(Number(from), locale);
  return `${count(Number(from), locale)}–${percent(Number(to), locale)}`;
}

/** For example `1–299 points`. */
function pointsRangeName(option: string, locale: string): string {
  const [from = 0, to] = option.split('-').map(Number);
  if (from === 0) return words.noPoints;
  return to === undefined
    ? words.pointsFrom({ from }, locale)
    : words.pointsBetween({ from, to }, locale);
}

export function withoutFilter(name: string): string {
  return `Remove filter: ${name}`;
}

/** Leads from the filters to the games that they leave. */
export function showGames(games: number, locale: string): string {
  return `Show ${countOfGames(games, locale)}`;
}

export const STACK_EDITIONS = 'Stack editions of one game';
