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

/** The NPSSO in a pasted text: alone, in quotes, as `npsso=…`, or in the whole JSON of Sony's page. */
export function readPaste(text: string): Paste {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  return trimmed.startsWith('{') ? readJson(trimmed) : readCode(trimmed);
}

function readJson(text: string): Paste {
  const named = /"npsso"\s*:\s*"([^"]*)"?/.exec(text)?.[1];
  if (named !== undefined) return readCode(named);
  return { ok: false, problem: /"invalid_grant"/.test(text) ? 'not-signed-in' : 'no-npsso' };
}

function readCode(text: string): Paste {
  const code = text
    .replace(/^"?npsso"?\s*[=:]\s*/i, '')
    .replace(/^["'“”‘’]+|["'“”‘’;,]+$/g, '')
    .trim();
  if (!/^[A-Za-z0-9_-]+$/.test(code)) return { ok: false, problem: 'wrong-characters' };
  if (code.length < LENGTH) return { ok: false, problem: 'too-short' };
  return code.length > LENGTH ? { ok: false, problem: 'too-long' } : { ok: true, npsso: code };
}
