import type { ClosestPlatinum, TitleNews } from '../domain/sync/glance';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';
import { gamesWord } from './library';

export const NEWS_TITLE = 'New since you last looked';
export const CLOSEST_PLATINUM = 'Closest platinum';
export const PINNED_TROPHIES = 'Pinned trophies';

/** What is new of a game, for example `3 new trophies`. */
export function newsOfTitle({ kind, trophies }: TitleNews, locale: string): string {
  if (kind === 'platinum') return 'Platinum earned';
  if (kind === 'lost-hundred') return 'No longer at 100 %';
  const forms = { one: 'new trophy', other: 'new trophies' };
  return `${count(trophies, locale)} ${plural(trophies, forms, locale)}`;
}

/** How many games have news that are not named, for example `and 12 more games`. */
export function moreNews(more: number, locale: string): string {
  return `and ${count(more, locale)} more ${gamesWord(more, locale)}`;
}

/** What stands between the player and a platinum, for example `At most 12 trophies missing`. */
export function missingToPlatinum({ left, isAtMost }: ClosestPlatinum, locale: string): string {
  const trophies = plural(left, { one: 'trophy', other: 'trophies' }, locale);
  return `${isAtMost ? 'At most ' : ''}${count(left, locale)} ${trophies} missing`;
}
