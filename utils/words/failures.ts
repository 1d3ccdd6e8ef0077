import type { Cause, Failure } from '../domain/failure';
import { clock } from './dates';

/**
 * What a player can do about a failure. `retry` is what was being done, again: connecting or syncing.
 * `open-playstation` leads to Sony's own site, the only place where some things can be put right.
 */
export type FixAction = 'retry' | 'sign-in' | 'open-playstation' | 'allow-access';

export interface FailureWords {
  title: string;
  sentence: string;
  fix: { label: string; action: FixAction };
}

export const PLAYSTATION_SITE = 'https://www.playstation.com/';

const TRY_AGAIN = { label: 'Try again', action: 'retry' } as const;
const SIGN_IN = { label: 'Open sign-in page', action: 'sign-in' } as const;

/** Each cause in plain words, with exactly one way out. */
export const FAILURES: Record<Cause, FailureWords> = {
  'not-signed-in': {
    title: 'Nobody is signed in at PlayStation',
    sentence: 'Sign in once on the PlayStation page in this browser. The rest goes on by itself.',
    fix: SIGN_IN,
  },
  'session-half-dead': {
    title: 'Your sign-in has gone stale',
    sentence:
      'Sony still knows it but no longer accepts it. Sign in again, the rest goes on by itself.',
    fix: SIGN_IN,
  },
  'account-attention': {
    title: 'Sony wants something from you first',
    sentence: 'Sign in at playstation.com and finish what Sony asks for there, such as new terms.',
    fix: { label: 'Open playstation.com', action: 'open-playstation' },
  },
  'code-refused': {
    title: 'Sony refused its own one-time code',
    sentence: 'The code was used up or came too late. A new one usually works.',
    fix: TRY_AGAIN,
  },
  'token-refused': {
    title: 'Sony ended this connection',
    sentence:
      'A changed password or signing out everywhere does this. Connecting again repairs it.',
    fix: TRY_AGAIN,
  },
  'too-many-requests': {
    title: 'Sony asks for a pause',
    sentence: 'Sony limits how much may be asked in a while. Nothing is lost.',
    fix: TRY_AGAIN,
  },
  'edge-block': {
    title: "Sony's network turned us away",
    sentence: 'A VPN or a shared network often causes this. Switch it off, or wait a while.',
    fix: TRY_AGAIN,
  },
  'sony-down': {
    title: 'PlayStation Network has trouble',
    sentence: "Sony's servers answer with an error. This passes by itself.",
    fix: TRY_AGAIN,
  },
  'no-answer': {
    title: 'No answer from Sony',
    sentence: 'The connection dropped, or the answer took too long.',
    fix: TRY_AGAIN,
  },
  offline: {
    title: 'This device is offline',
    sentence: 'What is on the shelf stays readable. The rest needs the internet.',
    fix: TRY_AGAIN,
  },
  'answer-not-understood': {
    title: 'Sony answered in a new way',
    sentence: 'We do not understand the answer yet, and kept what you had. An update will help.',
    fix: TRY_AGAIN,
  },
  'not-found': {
    title: 'Sony does not know this',
    sentence: 'What we asked for is not there, or not any more.',
    fix: TRY_AGAIN,
  },
  'permission-missing': {
    title: 'Access to Sony is switched off',
    sentence: 'The browser does not let Trophy Shelf reach PlayStation. Allow it, then connect.',
    fix: { label: 'Allow access', action: 'allow-access' },
  },
  'storage-unavailable': {
    title: 'The browser keeps no data for us',
    sentence: 'Private windows and never remembering history do this. Use a normal window.',
    fix: TRY_AGAIN,
  },
  unexpected: {
    title: 'Something went wrong here',
    sentence: 'The fault is ours, not yours. Trying again often helps.',
    fix: TRY_AGAIN,
  },
};

/** Until when Sony wants to be left alone, where that is known: `Sony's pause ends at 14:32.` */
export function pauseEnds(failure: Failure, now: number, locale: string): string | null {
  if (failure.until === undefined || failure.until <= now) return null;
  return `The pause ends at ${clock(failure.until, now, locale)}.`;
}
