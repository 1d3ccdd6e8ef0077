import type { PasteProblem } from '../domain/connection/npsso';
import { pasteProblems } from './en/connect.json';

export {
  paste as PASTE,
  npsso as NPSSO,
  verify as VERIFY,
  pasteWhat as PASTE_WHAT,
  pasteWhere as PASTE_WHERE,
  pasteWarning as PASTE_WARNING,
} from './en/connect.json';

export const NPSSO_PAGE = 'https://ca.account.sony.com/api/v1/ssocookie';

/** What to do about a text that is no NPSSO. */
export const PASTE_PROBLEMS: Record<PasteProblem, string> = pasteProblems;
