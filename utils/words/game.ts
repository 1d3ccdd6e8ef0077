import { count } from '../format/numbers';
import { plural } from '../format/plurals';

export const BACK = 'Back to the library';
export const PREVIOUS = 'Previous game';
export const NEXT = 'Next game';
export const NEIGHBOURS = 'Neighbours in the library';
export const GAME_PROGRESS = 'Progress';
export const PROGRESS_HINT = 'Sony’s own figure. The platinum does not count towards it.';
export const LAST_PLAYED = 'Last played';
export const LAST_TROPHY = 'Last trophy';
export const PLAYTIME = 'Playtime';
export const PLAYTIME_HINT = 'Playtime, from Sony’s list of played games';
export const PLAYTIME_SOURCE = 'from Sony’s list of played games';
export const GROUPS = 'Trophy groups';
/** What the four grades at the top are called for those who hear them. */
export const BY_GRADE = 'Earned by grade';
export const UNKNOWN_TITLE = 'This game is not in the library';
export const UNKNOWN = 'It may come with the next sync.';

export const HIDE = 'Hide';
export const HIDE_HINT =
  'It stands nowhere then but under the filter for games that you hid. Its trophies are fetched as before.';
export const UNOBTAINABLE_HINT =
  'Its trophies are not to be had any more: it is not suggested. Sony counts them as ever.';
export const TAGS = 'Tags';
export const ADD_TAG = 'Add a tag';

export function removeTag(tag: string): string {
  return `Remove tag: ${tag}`;
}

/** The base game and its add-ons, for example `Base game and 2 add-ons`. Null: nobody said how many. */
export function groups(groupCount: number | null, locale: string): string {
  if (groupCount === null) return 'Base game and add-ons';
  const addOns = Math.max(0, groupCount - 1);
  if (addOns === 0) return 'Base game';
  return `Base game and ${count(addOns, locale)} ${plural(addOns, { one: 'add-on', other: 'add-ons' }, locale)}`;
}
