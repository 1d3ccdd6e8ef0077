import type { ClosestPlatinum } from '../domain/library/closest-platinums';
import type { TitleNews } from '../domain/sync/glance';
import * as words from './en/popup.json';

export {
  newsTitle as NEWS_TITLE,
  closestPlatinum as CLOSEST_PLATINUM,
  pinnedTrophies as PINNED_TROPHIES,
} from './en/popup.json';

/** What is new of a game, for example `3 new trophies`. */
export function newsOfTitle({ kind, trophies }: TitleNews, locale: string): string {
  if (kind === 'platinum') return words.platinumEarned;
  if (kind === 'lost-hundred') return words.lostHundred;
  return words.newTrophies({ trophies }, locale);
}

/** How many games have news that are not named, for example `and 12 more games`. */
export function moreNews(games: number, locale: string): string {
  return words.moreNews({ games }, locale);
}

/** What stands between the player and a platinum, for example `At most 12 trophies left`. */
export function missingToPlatinum({ left, isAtMost }: ClosestPlatinum, locale: string): string {
  return isAtMost ? words.missingAtMost({ left }, locale) : words.missing({ left }, locale);
}
