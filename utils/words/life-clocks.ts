import type { Session } from '../domain/connection/connection';
import { clock, exactly } from '../format/dates';

/** The clocks behind the countdown. */
export const CLOCKS = {
  signIn: 'Your sign-in at PlayStation ends',
  alone: 'Without renewal it ends',
  worked: 'Last worked',
  renewal: 'Next renewal',
};

export const CLOCK_HINTS: typeof CLOCKS = {
  signIn: 'Looking at a sign-in does not prolong it: only signing in again does.',
  alone: 'How long Sony lets Trophy Shelf ask for your trophies without your sign-in.',
  worked: 'When Sony last let Trophy Shelf in.',
  renewal: 'While you are signed in at PlayStation, your sign-in is traded for more time.',
};

/** When the sign-in ends, as far as it is known. */
export function signInEnd({ state, endsAt, aliveAt }: Session, locale: string): string {
  if (state === 'signed-out') return aliveAt === undefined ? 'Not seen here' : 'Signed out';
  if (state === 'other-account') return 'Not your account';
  if (endsAt !== null) return exactly(endsAt, locale);
  return state === 'unknown' ? 'Not seen here' : 'Sony did not say';
}

export function nextRenewal(renewsAt: number, now: number, locale: string): string {
  return renewsAt <= now ? 'Any moment' : clock(renewsAt, now, locale);
}
