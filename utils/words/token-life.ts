import type { TimeLeft, Zone } from '../domain/connection/token-life';
import { shortDay } from '../format/dates';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';

export const TOKEN_LIFE = 'Token life';

/** Each zone in words: colour alone says nothing to many. */
export const ZONES: Record<Zone, string> = {
  green: 'All is well',
  amber: 'Ends soon',
  red: 'About to end',
  expired: 'Connect again',
};

/** What each zone means for the player. */
export const ZONE_HINTS: Record<Zone, string> = {
  green: 'More than 14 days left. There is nothing to do.',
  amber: '14 days or less left. Sign in at PlayStation again when it suits you.',
  red: '2 days or less left. Sign in at PlayStation again now.',
  expired: 'Syncing has stopped. Connect again: your library stays as it is.',
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

export const EXPIRED = 'Ended';
/** Over by the clock, and Sony has not been heard yet. */
export const BEING_CHECKED = 'Being checked';
/** What stands there where the connection stopped before its end. */
export const NOT_WORKING = 'Not working';

/** Until when, or since when it is over. */
export function untilWhen(endsAt: number, over: boolean, locale: string): string {
  return over ? `since ${shortDay(endsAt, locale)}` : `until ${shortDay(endsAt, locale)}`;
}
