import type { Shown, TrophySort } from '../domain/trophies/trophy-list';
import type { Grade } from '../domain/trophies/grades';
import { shortDay, timeOnCalendar } from '../format/dates';
import { count } from '../format/numbers';
import * as words from './en/game.json';
import type { RichText } from './rich-text';
import { gradeName } from './trophies';
import { spoken, written } from './unknown';

export {
  /** A switch of Settings, too. */
  showSecrets as SHOW_SECRETS,
} from './en/app.json';

export {
  trophies as TROPHIES,
  show as SHOWN_TROPHIES,
  sort as SORT,
  baseOnly as BASE_ONLY,
  pinnedFirst as PINNED_FIRST,
  groupTabs as GROUP_TABS,
  moreGroups as MORE_GROUPS,
  earnedUndated as EARNED_UNDATED,
  earnedUnknown as EARNED_UNKNOWN,
  /** Where Sony has left it out. */
  nameUnknown as NAME_UNKNOWN,
  secret as SECRET,
  secretTrophy as SECRET_TROPHY,
  secretHint as SECRET_HINT,
  showSecret as SHOW_SECRET,
  coverSecret as COVER_SECRET,
  pin as PIN,
  note as NOTE,
  save as SAVE,
  notKept as NOT_KEPT,
  baseGame as BASE_GAME,
  /** The head of trophies of which nobody knows the group. */
  groupUnknown as GROUP_UNKNOWN,
  showAll as SHOW_ALL,
  noTrophiesTitle as NO_TROPHIES_TITLE,
  noTrophies as NO_TROPHIES,
} from './en/game.json';

export const SHOWN_NAMES: Record<Shown, string> = words.shown;
export const SORT_NAMES: Record<TrophySort, string> = words.sorts;

/** @param isSure it is known of every trophy whether it is earned, as of now */
export function noneListed(shown: Shown, isSure: boolean): string {
  return (isSure ? words.noneListed : words.noneKnown)[shown];
}

/** What else trophies are looked at by, and how much of it is in use, where any is. */
export function listOptions(set: number, locale: string): string {
  return set === 0 ? words.options : words.optionsInUse({ set }, locale);
}

/** Its grade as it is heard, and that it is missing: `Gold, not earned`. */
export function gradeSaid(grade: Grade | null, earned: boolean | null): string {
  return earned === false ? words.notEarned[grade ?? 'unknown'] : gradeName(grade);
}

/** What comes with a trophy, its name apart. */
export function rewardSaid(reward: string): RichText<'name'> {
  return words.reward({ reward });
}

/** When it was earned, as it is heard. */
export function earnedSaid(instant: number, locale: string): string {
  const [day, time] = [shortDay(instant, locale), timeOnCalendar(instant, locale)];
  return words.earnedOn({ day, time });
}

/** How far a progress counter is, as it is heard: `Progress: 3 of 9`. */
export function counterSaid(done: number | null, target: number, locale: string): string {
  return words.counted({ done: spoken(done, (known) => count(known, locale)), target }, locale);
}

/** How far a progress counter is, for example `3 / 9`. */
export function progressCounter(done: number | null, target: number, locale: string): string {
  return words.counter({ done: written(done, (known) => count(known, locale)), target }, locale);
}

/** What an add-on is called until its name is there, for example `Add-on 2`. */
export function addOn(number: number, locale: string): string {
  return words.addOn({ number }, locale);
}
