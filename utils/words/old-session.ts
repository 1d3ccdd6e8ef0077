import type { TimeLeft } from '../domain/connection/token-life';
import * as words from './en/connect.json';

export {
  oldSessionTitle as OLD_SESSION_TITLE,
  connectAnyway as CONNECT_ANYWAY,
  startFreshGives as START_FRESH_GIVES,
  /** Said before the sign-out. */
  beforeSignOut as BEFORE_SIGN_OUT,
  /** The same to who is not connected. */
  beforeFirstSignOut as BEFORE_FIRST_SIGN_OUT,
  signingOutTitle as SIGNING_OUT_TITLE,
  signingOut as SIGNING_OUT,
  signingOutSteps as SIGNING_OUT_STEPS,
} from './en/connect.json';

/** What each way gives, in a line. */
export function oldSession({ value, unit }: TimeLeft, locale: string): string {
  return words.oldSession[unit]({ left: value }, locale);
}

export function connectAnywayGives({ value, unit }: TimeLeft, locale: string): string {
  return words.connectAnywayGives[unit]({ left: value }, locale);
}
