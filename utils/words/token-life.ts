import type { TimeLeft } from '../domain/token-life';
import { exactly, shortDay } from './dates';
import { count } from './numbers';
import { plural } from './plurals';

export const TOKEN_LIFE = 'Token life';

const UNITS = {
  day: { one: 'day', other: 'days' },
  hour: { one: 'hour', other: 'hours' },
  minute: { one: 'minute', other: 'minutes' },
} as const;

/** How long the connection lasts, for example `57 days left`. */
export function timeLeftWords(left: TimeLeft, locale: string): string {
  if (left.unit === 'minute' && left.value === 0) return 'Less than a minute left';
  return `${count(left.value, locale)} ${plural(left.value, UNITS[left.unit], locale)} left`;
}

export const EXPIRED = 'Ended';

/** Until when, or since when it is over. */
export function untilWhen(endsAt: number, over: boolean, locale: string): string {
  return over ? `since ${shortDay(endsAt, locale)}` : `until ${shortDay(endsAt, locale)}`;
}

/** The two clocks behind the countdown, exactly. */
export function bothClocks(
  refreshTokenEndsAt: number,
  sessionEndsAt: number | null,
  locale: string,
): string {
  const access = `Sony's access ends ${exactly(refreshTokenEndsAt, locale)}.`;
  return sessionEndsAt === null
    ? `${access} Sony did not say when your sign-in ends.`
    : `${access} Your sign-in at PlayStation ends ${exactly(sessionEndsAt, locale)}.`;
}

/** The same two clocks in a line. */
export function clocksInShort(
  refreshTokenEndsAt: number,
  sessionEndsAt: number | null,
  locale: string,
): string {
  const session = sessionEndsAt === null ? 'not known' : shortDay(sessionEndsAt, locale);
  return `Access ends ${shortDay(refreshTokenEndsAt, locale)}, sign-in ${session}`;
}
