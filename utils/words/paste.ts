import type { PasteProblem } from '../domain/connection/npsso';

export const PASTE = 'Use a code from another browser';
export const NPSSO = 'NPSSO';
export const VERIFY = 'Verify & connect';

export const NPSSO_PAGE = 'https://ca.account.sony.com/api/v1/ssocookie';
export const PASTE_WHAT =
  'The NPSSO is the 64 characters by which Sony knows that you are signed in.';
export const PASTE_WHERE =
  'Sign in at PlayStation in the other browser, then open this page there:';
export const PASTE_WARNING =
  'It is as powerful as your password: show it to nobody. Trophy Shelf trades it for a connection and keeps it nowhere.';

/** What to do about a text that is no NPSSO. */
export const PASTE_PROBLEMS: Record<PasteProblem, string> = {
  empty: 'Paste the code first.',
  'not-signed-in':
    'Nobody is signed in there. Sign in at PlayStation in that browser, then reload.',
  'no-npsso': 'There is no NPSSO in this. Copy the whole text of the page.',
  'wrong-characters': 'This is something else: an NPSSO has only letters, digits, - and _.',
  'too-short': 'This is too short: an NPSSO has 64 characters. Copy it whole.',
  'too-long': 'This is too long: an NPSSO has 64 characters.',
};
