import type { AccountName } from './accounts/account-plan.ts';
import type { Injection } from './faults.ts';
import type { RateLimitRule } from './rate-limit.ts';
import type { LogEntry } from './request-log.ts';
import type { BrowserCookie } from './session-cookie.ts';
import type { SignOutKind } from './sessions.ts';
import type { CookieVariant } from './settings.ts';

/** What a test, a demo or a human may do to the simulated PlayStation Network. */
export interface Control {
  /** Signs a player in; earlier sessions die, as in one browser. Answers the new NPSSO. */
  signIn(account: AccountName): string;
  /**
   * `hard` (default): the session is over at once. `soft`: as the website does it, the NPSSO lives on until
   * unused for a day, seven days at most. `half-dead`: `ssocookie` names it, `authorize` refuses it.
   */
  signOut(kind?: SignOutKind): void;
  /** The same as `signIn`: another player takes the browser over. */
  switchAccount(account: AccountName): string;
  /** Who is signed in. */
  signedInAccount(): AccountName | null;
  /** The living session's cookie for a launcher to put in the jar. */
  sessionCookie(): BrowserCookie;
  /** The session gets this many days older. */
  ageSession(days: number): void;
  setSessionLength(secondsLeft: number): void;
  allowOldSessions(keeps: boolean): void;
  setCookieVariant(variant: Partial<CookieVariant>): void;
  rotateNpsso(rotates: boolean): void;
  /** HTTP status beside `invalid_grant` where nobody is signed in. */
  setInvalidLoginStatus(status: 400 | 401): void;
  profileUnfinished(isUnfinished: boolean): void;

  /** Life of refresh tokens from new exchanges: 10 or 60 days, or any number of seconds. */
  chooseRefreshGrant(life: { days: number } | { seconds: number }): void;
  setAccessSeconds(seconds: number): void;
  setCodeSeconds(seconds: number): void;
  rotateTokens(rotates: boolean): void;
  revokeTokens(): void;
  expireAccessTokens(): void;
  refuseOrigin(refuses: boolean): void;

  earnTrophy(account: AccountName, npCommunicationId: string, trophyId: number): void;
  addDlc(account: AccountName, npCommunicationId: string): void;
  hideTitle(account: AccountName, npCommunicationId: string): void;
  unhideTitle(account: AccountName, npCommunicationId: string): void;
  deleteTitle(account: AccountName, npCommunicationId: string): void;

  setRateLimit(rule: RateLimitRule | null): void;
  /** The network edge refuses this address for so long; 0 ends it. */
  blockAddress(seconds: number): void;
  advanceClock(milliseconds: number): void;
  /** What time it is at Sony, in milliseconds. */
  now(): number;
  skewDateHeader(milliseconds: number): void;
  inject(injection: Injection): void;
  clearFaults(): void;

  readonly log: readonly LogEntry[];
  clearLog(): void;
  /** Every NPSSO, code and token ever issued. */
  secrets(): string[];
}
