import type { TimeLeft } from '../domain/connection/token-life';
import { span } from './token-life';

export const OLD_SESSION_TITLE = 'Connect for how long?';
export const CONNECT_ANYWAY = 'Connect anyway';

/** What each way gives, in a line. */
export function oldSession(left: TimeLeft, locale: string): string {
  return `Connect anyway lasts ${span(left, locale)}, as long as your sign-in at PlayStation. Start fresh lasts about 60 days: you sign out there, and in again.`;
}

export function connectAnywayGives(left: TimeLeft, locale: string): string {
  return `Lasts ${span(left, locale)}, as long as your sign-in at PlayStation.`;
}

export const START_FRESH_GIVES =
  'Lasts about 60 days. You sign out at PlayStation and in again; other trackers that use this sign-in end with it.';

/** Said before the sign-out. */
export const BEFORE_SIGN_OUT =
  'Until you sign in again, the present connection may end within a week; other trackers that use this sign-in end too.';
/** The same to who is not connected. */
export const BEFORE_FIRST_SIGN_OUT = 'Other trackers that use this sign-in end with it.';

export const SIGNING_OUT_TITLE = 'Sign out, then in again';
export const SIGNING_OUT = 'Sign out on the PlayStation tab, then sign in again there.';
export const SIGNING_OUT_STEPS = [
  'Sign out on the PlayStation tab.',
  'Sign in again there.',
  'The rest goes on by itself.',
] as const;
