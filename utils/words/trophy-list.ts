import type { Shown, TrophySort } from '../domain/trophies/trophy-list';
import { count } from '../format/numbers';
import { written } from './unknown';

export {
  /** A switch of Settings, too. */
  showSecrets as SHOW_SECRETS,
} from './en/app.json';

export const TROPHIES = 'Trophies';

export const SHOWN_TROPHIES = 'Show';
export const SHOWN_NAMES: Record<Shown, string> = {
  all: 'All',
  earned: 'Earned',
  missing: 'Missing',
};

export const SORT = 'Sort by';
export const SORT_NAMES: Record<TrophySort, string> = {
  sony: 'Sony’s order',
  rarity: 'Rarest first',
  date: 'Last earned first',
  grade: 'Highest grade first',
};

export const BASE_ONLY = 'Base game only';
export const PINNED_FIRST = 'Pinned first';

export const EARNED = 'Earned';
export const EARNED_UNDATED = 'Earned, no date known';
export const NOT_EARNED = 'Not earned';
export const EARNED_UNKNOWN = 'Not known whether earned';

/** How far a progress counter is, for example `3 / 9`. */
export function progressCounter(done: number | null, target: number, locale: string): string {
  return `${written(done, (known) => count(known, locale))} / ${count(target, locale)}`;
}

export const REWARD = 'Reward';

/** Where Sony has left it out. */
export const NAME_UNKNOWN = 'Name unknown';

export const SECRET = 'Secret';
export const SECRET_TROPHY = 'Secret trophy';
export const SECRET_HINT = 'Its name and what to do for it are covered until you earn it.';
export const SHOW_SECRET = 'Show secret trophy';
export const COVER_SECRET = 'Cover it again';

export const PIN = 'Pin';
export const NOTE = 'Note';
export const SAVE = 'Save';
export const NOT_KEPT = 'The note was not saved. Try again.';

export const BASE_GAME = 'Base game';
/** The head of trophies of which nobody knows the group. */
export const GROUP_UNKNOWN = 'Group unknown';

/** What an add-on is called until its name is there, for example `Add-on 2`. */
export function addOn(number: number, locale: string): string {
  return `Add-on ${count(number, locale)}`;
}

export const NONE_LISTED: Record<Shown, string> = {
  all: 'There is nothing to list.',
  earned: 'None of these trophies is earned yet.',
  missing: 'Every one of these trophies is earned.',
};
export const SHOW_ALL = 'Show all trophies';

export const NO_TROPHIES_TITLE = 'No trophies in this game';
export const NO_TROPHIES = 'Sony lists it without any. An add-on may bring some.';

/** How to get about with the keyboard: the keys, and what they lead through. */
export const TROPHY_KEYS: readonly { keys: readonly string[]; lead: string }[] = [
  { keys: ['↑', '↓'], lead: 'trophies' },
  { keys: ['←', '→'], lead: 'games' },
];
