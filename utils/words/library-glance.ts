import type { ClosestPlatinum } from '../domain/library/closest-platinums';
import * as words from './en/library.json';

export {
  latestTrophies as LATEST_TROPHIES,
  latestMissing as LATEST_MISSING,
  latestUnread as LATEST_UNREAD,
  moreInLog as MORE_IN_LOG,
  closestPlatinums as CLOSEST_PLATINUMS,
  noLatest as NO_LATEST,
  noClosest as NO_CLOSEST,
  hideGlance as HIDE_GLANCE,
  showAllLatest as SHOW_ALL_LATEST,
  showAllLatestHint as SHOW_ALL_LATEST_HINT,
  showGlance as SHOW_GLANCE,
  usualNotSaved as USUAL_NOT_SAVED,
} from './en/library.json';

/** What stands between the player and a platinum, for example `12 trophies left`. */
export function leftToPlatinum({ left, isAtMost }: ClosestPlatinum, locale: string): string {
  return isAtMost ? words.leftAtMost({ left }, locale) : words.left({ left }, locale);
}

/** @param games in which some of the latest trophies may have been earned */
export function latestMissingHint(games: number, locale: string): string {
  return words.latestMissingHint({ games }, locale);
}
