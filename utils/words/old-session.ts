import type { TimeLeft } from '../domain/connection/token-life';
import { span } from './token-life';

export const OLD_SESSION_TITLE = 'Connect for how long?';
export const CONNECT_ANYWAY = 'Connect anyway';
export const START_FRESH = 'Start fresh';
export const START_FRESH_HINT =
  "Start fresh: sign out on Sony's page, sign in again there, and the rest goes on by itself.";

/** How long the sign-in at hand lasts, next to a fresh one. */
export function oldSession(left: TimeLeft, locale: string): string {
  const whole = left.unit === 'day' ? 'about 60' : 'about 60 days';
  return `This sign-in has ${span(left, locale)} left; a fresh one lasts ${whole}.`;
}

export const SIGNING_OUT_TITLE = 'Sign out, then in again';
export const SIGNING_OUT = 'Sign out on the PlayStation page, then sign in again there.';
export const SIGNING_OUT_STEPS = [
  'Sign out on the page that has opened.',
  'Sign in again there.',
  'The rest goes on by itself.',
] as const;
export const SIGNING_OUT_HINT = 'Afterwards stay signed in: signing out again ends the connection.';
