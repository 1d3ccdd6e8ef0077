import { shortDay } from '../format/dates';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';
import { PLATINUM_EARNED } from './trophies';

export const BACK = 'Back to the library';
export const PREVIOUS = 'Previous game';
export const NEXT = 'Next game';
export const NEIGHBOURS = 'Neighbours in the library';
export const GAME_PROGRESS = 'Progress';
export const PROGRESS_HINT = "Sony's own figure. The platinum does not count towards it.";
export const LAST_PLAYED = 'Last played';
export const LAST_TROPHY = 'Last trophy';
export const PLAYTIME = 'Playtime';
export const PLAYTIME_HINT = "Playtime, from Sony's played list";
export const PLAYTIME_SOURCE = "from Sony's played list";
export const GROUPS = 'Trophy groups';
/** What the four grades at the top are called for those who hear them. */
export const BY_GRADE = 'Earned by grade';
export const UNKNOWN_TITLE = 'This game is not in the library';
export const UNKNOWN = 'It may come with the next sync.';

/** The base game and its add-ons, for example `Base game and 2 add-ons`. */
export function groups(groupCount: number, locale: string): string {
  const addOns = Math.max(0, groupCount - 1);
  if (addOns === 0) return 'Base game';
  return `Base game and ${count(addOns, locale)} ${plural(addOns, { one: 'add-on', other: 'add-ons' }, locale)}`;
}

/** What a title is marked with. */
export const PLUS = 'PS Plus';
export const GAME_PLUS_HINT = 'It came with PS Plus: it can be played as long as that lasts.';
export const GAME_GONE_HINT =
  'Sony does not list this game any more. What is known of it is kept here.';

/** Since when PSN does not have a game, for example `Not on PSN since 18 Jan 2027`. */
export function gameGoneSince(missedAt: number, locale: string): string {
  return `Not on PSN since ${shortDay(missedAt, locale)}`;
}

/** The mark of a platinum, with its day where that is known. */
export function platinumEarned(platinumAt: number | null, locale: string): string {
  return platinumAt === null
    ? PLATINUM_EARNED
    : `${PLATINUM_EARNED}, ${shortDay(platinumAt, locale)}`;
}
