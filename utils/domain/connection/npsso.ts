import { DAY, MINUTE } from '../time-units';
import type { Attempting, Connection } from './connection';
import type { Secret } from './secret';

/** A code that the player pasted. */
export interface PastedCode {
  npsso: Secret;
  /** In how many milliseconds the sign-in ends that it is of; null where that was not pasted with it. */
  endsIn: number | null;
}

/** What a pasted code waits for, it waits for so long at most. */
export const CODE_KEPT_FOR = 10 * MINUTE;

/** When a question about a pasted code is over with the code; null where there is none. */
export function codeGoneAt(connection: Connection): number | null {
  const isAsked = connection.phase === 'old-session' && connection.way === 'paste';
  return isAsked ? (connection.askedAt ?? 0) + CODE_KEPT_FOR : null;
}

/** A pasted code is weighed at the first step, before access: later it is to be traded, however soon its sign-in ends. */
export function isPastQuestion(attempt: Attempting): boolean {
  if (attempt.phase === 'waiting-for-access') return true;
  return 'step' in attempt && attempt.step !== 'session';
}

/** How long Sony lets a connection last at present that does not renew itself, as one from a code does not. */
const GRANTED_FOR = 10 * DAY;

/** True where the connection would end sooner for the sign-in that the code is from. */
export function isCutShort(endsAt: number, now: number): boolean {
  return endsAt - now < GRANTED_FOR;
}

/** What is wrong with a text that was pasted as an NPSSO. */
export type PasteProblem =
  | 'empty'
  | 'not-signed-in' // Sony's own answer to somebody who is not signed in
  | 'no-npsso' // JSON without it
  | 'wrong-characters'
  | 'too-short'
  | 'too-long';

export type Paste =
  { ok: true; npsso: string; endsIn: number | null } | { ok: false; problem: PasteProblem };

const LENGTH = 64;

/** An NPSSO behind its name, wherever in a text: Sony's JSON, whole or not, a cookie, a header. */
const NAMED = /npsso["'`\s]*[:=]["'`\s]*([A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])/i;
/** How many seconds the sign-in still lasts, in Sony's JSON beside it: whole, in quotes or not, and no years. */
const SECONDS_LEFT = /["']expires_in["'\s]*:["'\s]*(\d{1,7})["'\s]*[,}]/;
/** What copying adds without being seen: zero-width characters, and line breaks of a narrow window. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]|\s*[\r\n]+\s*/g;

/** The NPSSO in a pasted text: alone, in quotes, as `npsso=…`, or in the JSON of Sony's page. */
export function readPaste(text: string): Paste {
  const seen = text.replace(UNSEEN, '').trim();
  if (seen === '') return { ok: false, problem: 'empty' };
  const named = NAMED.exec(seen)?.[1];
  if (named !== undefined) return found(named, seen);
  return seen.startsWith('{') ? readJson(seen) : readBare(seen);
}

function found(npsso: string, text: string): Paste {
  const seconds = SECONDS_LEFT.exec(text)?.[1];
  return { ok: true, npsso, endsIn: seconds === undefined ? null : Number(seconds) * 1000 };
}

function readJson(text: string): Paste {
  const named = /["']npsso["']\s*:\s*["']([^"']*)["']?/.exec(text)?.[1];
  if (named !== undefined) return readBare(named);
  return { ok: false, problem: /"invalid_grant"/.test(text) ? 'not-signed-in' : 'no-npsso' };
}

function readBare(text: string): Paste {
  const npsso = text
    .replace(/^"?npsso"?\s*[=:]\s*/i, '')
    .replace(/^["'`“”‘’]+|["'`“”‘’;,]+$/g, '')
    .trim();
  if (!/^[A-Za-z0-9_-]+$/.test(npsso)) return { ok: false, problem: 'wrong-characters' };
  if (npsso.length < LENGTH) return { ok: false, problem: 'too-short' };
  return npsso.length > LENGTH ? { ok: false, problem: 'too-long' } : found(npsso, text);
}
