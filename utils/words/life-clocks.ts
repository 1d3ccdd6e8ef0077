import type { Session } from '../domain/connection/connection';
import { clock, exactly, shortDay } from '../format/dates';
import { ago } from './ago';

/** The clocks behind the countdown, where room is short. */
export const CLOCKS = {
  signIn: 'Sign-in ends',
  access: 'Access ends',
  proved: 'Last proved',
  renewal: 'Next renewal',
};

export const CLOCKS_IN_FULL: typeof CLOCKS = {
  signIn: 'Your sign-in at PlayStation ends',
  access: "Sony's access ends",
  proved: 'Last proved to work',
  renewal: 'Next renewal',
};

export const CLOCK_HINTS: typeof CLOCKS = {
  signIn: 'Looking at a sign-in does not prolong it: only signing in again does.',
  access: 'The refresh token, with which Trophy Shelf asks Sony for your trophies.',
  proved: 'When Sony last accepted the refresh token.',
  renewal: 'While you are signed in at PlayStation, your sign-in is traded for longer access.',
};

/** When the sign-in ends, as far as it is known. */
export function signInEnd(session: Session, full: boolean, locale: string): string {
  if (session.state === 'signed-out') return 'Signed out';
  if (session.state === 'other-account') return 'Not your account';
  if (session.endsAt !== null) return accessEnd(session.endsAt, full, locale);
  return session.state === 'unknown' ? 'Not seen here' : 'Sony did not say';
}

export function accessEnd(endsAt: number, full: boolean, locale: string): string {
  return full ? exactly(endsAt, locale) : shortDay(endsAt, locale);
}

export function proved(provedAt: number, now: number, locale: string): string {
  return ago(provedAt, now, locale);
}

export function nextRenewal(renewsAt: number, now: number, locale: string): string {
  return renewsAt <= now ? 'Any moment' : clock(renewsAt, now, locale);
}
