/** What is wrong with a text that was pasted as an NPSSO. */
export type PasteProblem =
  | 'empty'
  | 'not-signed-in' // Sony's own answer to somebody who is not signed in
  | 'no-npsso' // JSON without it
  | 'wrong-characters'
  | 'too-short'
  | 'too-long';

export type Paste = { ok: true; npsso: string } | { ok: false; problem: PasteProblem };

const LENGTH = 64;

/** An NPSSO behind its name, wherever in a text: Sony's JSON, whole or not, a cookie, a header. */
const NAMED = /npsso["'`\s]*[:=]["'`\s]*([A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])/i;
/** What copying adds without being seen: zero-width characters, and line breaks of a narrow window. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]|\s*[\r\n]+\s*/g;

/** The NPSSO in a pasted text: alone, in quotes, as `npsso=…`, or in the JSON of Sony's page. */
export function readPaste(text: string): Paste {
  const seen = text.replace(UNSEEN, '').trim();
  if (seen === '') return { ok: false, problem: 'empty' };
  const named = NAMED.exec(seen)?.[1];
  if (named !== undefined) return { ok: true, npsso: named };
  return seen.startsWith('{') ? readJson(seen) : readBare(seen);
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
  return npsso.length > LENGTH ? { ok: false, problem: 'too-long' } : { ok: true, npsso };
}
