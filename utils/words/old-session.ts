import type { TimeLeft } from '../domain/connection/token-life';
import * as words from './en/connect.json';

export {
  oldSessionTitle as OLD_SESSION_TITLE,
  connectAnyway as CONNECT_ANYWAY,
  /** Said before the sign-out. */
  beforeSignOut as BEFORE_SIGN_OUT,
  /** The same to who is not connected. */
  beforeFirstSignOut as BEFORE_FIRST_SIGN_OUT,
  signingOutTitle as SIGNING_OUT_TITLE,
  signingOut as SIGNING_OUT,
  signingOutSteps as SIGNING_OUT_STEPS,
} from './en/connect.json';

/** What each way gives, in a line: of a sign-in in this browser, or of the one that a pasted code is from. */
export function oldSession({ value, unit }: TimeLeft, isOfCode: boolean, locale: string): string {
  const said = isOfCode ? words.codeSession : words.oldSession;
  return said[unit]({ left: value }, locale);
}

export function connectAnywayGives(
  { value, unit }: TimeLeft,
  isOfCode: boolean,
  locale: string,
): string {
  const said = isOfCode ? words.connectAnywayOfCode : words.connectAnywayGives;
  return said[unit]({ left: value }, locale);
}

/** With a code mostly nobody is signed in here, who would have to sign out first. */
export function startFreshGives(isOfCode: boolean): string {
  return isOfCode ? words.startFreshOfCode : words.startFreshGives;
}
