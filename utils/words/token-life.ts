import type { TimeLeft, Zone } from '../domain/connection/token-life';
import { dayOfYear } from '../format/dates';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';

/** What the region is called for those who hear it. */
export const TOKEN_LIFE = 'Token life';
export const CONNECTION_TITLE = 'PlayStation connection';

/** Each zone in words: colour alone says nothing to many. */
export const ZONES: Record<Zone, string> = {
  green: 'Connected',
  amber: 'Ends soon',
  red: 'About to end',
  expired: 'Stopped',
};

/** What each zone means for the player. */
export const ZONE_HINTS: Record<Zone, string> = {
  green: 'More than 14 days left.',
  amber: '14 days or less left.',
  red: '2 days or less left.',
  expired: 'Syncing has stopped. Your library stays as it is.',
};

const UNITS = {
  day: { one: 'day', other: 'days' },
  hour: { one: 'hour', other: 'hours' },
  minute: { one: 'minute', other: 'minutes' },
} as const;

/** A span of time, for example `57 days`. */
export function span({ value, unit }: TimeLeft, locale: string): string {
  return `${count(value, locale)} ${plural(value, UNITS[unit], locale)}`;
}

/** How long the connection lasts, for example `57 days left`. */
export function timeLeftWords(left: TimeLeft, locale: string): string {
  if (left.unit === 'minute' && left.value === 0) return 'Less than a minute left';
  return `${span(left, locale)} left`;
}

/** The same of an end that is guessed, for example `About 6 days left`. */
export function aboutTimeLeft(left: TimeLeft, locale: string): string {
  return `About ${span(left, locale)} left`;
}

export const EXPIRED = 'Ended';
/** Over by the clock, and Sony has not been heard yet. */
export const BEING_CHECKED = 'Being checked';
/** What stands there where the connection stopped before its end. */
export const NOT_WORKING = 'Not working';

/** In green, in one line: `Connected, renews itself, until 25 January`. */
export function connectedLine(endsAt: number, renewsItself: boolean, locale: string): string {
  const renews = renewsItself ? ', renews itself' : '';
  return `Connected${renews}, until ${dayOfYear(endsAt, locale)}`;
}

/** Until when, or since when it is over. */
export function untilWhen(
  endsAt: number,
  said: { over: boolean; guessed: boolean },
  locale: string,
): string {
  const day = dayOfYear(endsAt, locale);
  if (said.over) return `since ${day}`;
  return said.guessed ? `until about ${day}` : `until ${day}`;
}
