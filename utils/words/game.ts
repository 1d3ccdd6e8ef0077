import type { PlayedFacts } from '../domain/library/title';
import { calendarDayOf, shortDay } from '../format/dates';
import { count } from '../format/numbers';
import { playtimeOf } from './durations';
import * as words from './en/game.json';
import { isInstant, spoken, UNKNOWN_SIGN } from './unknown';

export {
  back as BACK,
  neighbours as NEIGHBOURS,
  progress as GAME_PROGRESS,
  progressHint as PROGRESS_HINT,
  wholeGame as WHOLE_GAME,
  details as GAME_DETAILS,
  detailsChanged as DETAILS_WITH_CHANGES,
  lastPlayed as LAST_PLAYED,
  lastTrophy as LAST_TROPHY,
  firstTrophy as FIRST_TROPHY,
  rarestEarned as RAREST_EARNED,
  playtime as PLAYTIME,
  playtimeHint as PLAYTIME_HINT,
  playtimeSource as PLAYTIME_SOURCE,
  groups as GROUPS,
  /** What the four grades at the top are called for those who hear them. */
  byGrade as BY_GRADE,
  unknownTitle as UNKNOWN_TITLE,
  unknownGame as UNKNOWN,
  hide as HIDE,
  hideHint as HIDE_HINT,
  unobtainableHint as UNOBTAINABLE_HINT,
  tags as TAGS,
  addTag as ADD_TAG,
  setChanges as SET_CHANGES,
} from './en/game.json';

export function previousNamed(name: string): string {
  return words.previousNamed({ name });
}

export function nextNamed(name: string): string {
  return words.nextNamed({ name });
}

export function removeTag(tag: string): string {
  return words.removeTag({ tag });
}

/** How many tags there are besides those that have room, for example `3 more tags`. */
export function moreTags(tags: number, locale: string): string {
  return words.moreTags({ tags }, locale);
}

/** The base game and its add-ons, for example `Base game and 2 add-ons`. Null: nobody said how many. */
export function groups(groupCount: number | null, locale: string): string {
  if (groupCount === null) return words.groupsUnknown;
  return words.groupsOf({ addOns: Math.max(0, groupCount - 1) }, locale);
}

/** How many trophies are earned, as it is heard: `Trophies earned: 46 of 80`. */
export function earnedSoFar(earned: number | null, defined: number | null, locale: string): string {
  const as = (value: number | null): string => spoken(value, (known) => count(known, locale));
  return words.earnedSoFar({ earned: as(earned), defined: as(defined) });
}

/** For example `Playtime: 34 hr 12 min`. */
export function playedFor(
  title: Pick<PlayedFacts, 'playSeconds' | 'isPlaytimePartial'>,
  locale: string,
): string {
  return words.playedFor({ playtime: playtimeOf(title, locale) });
}

/** For example `1,230 points earned, 330 left`. */
export function pointsOfGame(earned: number | null, left: number | null, locale: string): string {
  if (earned === null || left === null) return words.pointsUnknown;
  return words.points({ earned, left }, locale);
}

/** For example `Revised since you finished it, seen on 12 Nov 2026`. */
export function revisedSince(seenAt: number, locale: string): string {
  return isInstant(seenAt) ? words.revisedSince({ day: shortDay(seenAt, locale) }) : words.revised;
}

/** The day of an instant, or the sign that nobody knows. */
export function earnedDay(instant: number | null, locale: string): string {
  return isInstant(instant) ? shortDay(instant, locale) : UNKNOWN_SIGN;
}

/** How many days of the calendar after the first trophy the last one was earned: `12 days after the first`. */
export function daysBetween(firstAt: number | null, lastAt: number | null, locale: string): string {
  if (firstAt === null || lastAt === null) return '';
  return words.daysBetween({ days: calendarDayOf(lastAt) - calendarDayOf(firstAt) }, locale);
}
