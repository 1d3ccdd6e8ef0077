import type { AccountName } from './accounts/account-plan.ts';
import type { Injection } from './faults.ts';
import type { RateLimitRule } from './rate-limit.ts';
import type { RecordedForms } from './recorded-forms.ts';
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
  /**
   * Sony wants something from the player first. `at-authorize` (or true): `authorize` says so; `at-session`: `ssocookie`
   * says that nobody is signed in, as it was reported of profiles that are not set up.
   */
  profileUnfinished(isUnfinished: boolean | 'at-authorize' | 'at-session'): void;

  /** Life of refresh tokens from new exchanges: 10 or 60 days, or any number of seconds. */
  chooseRefreshGrant(life: { days: number } | { seconds: number }): void;
  setAccessSeconds(seconds: number): void;
  setCodeSeconds(seconds: number): void;
  rotateTokens(rotates: boolean): void;
  revokeTokens(): void;
  expireAccessTokens(): void;
  refuseOrigin(refuses: boolean): void;

  /** Names and icons come in this language, whatever a request asks for; null: in what it asks for. */
  setLanguage(language: string | null): void;
  /** What recorded answers have and these have not by themselves. */
  setRecordedForms(forms: Partial<RecordedForms>): void;
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
  /** Of every host, or of one of them besides: two hosts can tell different times. */
  skewDateHeader(milliseconds: number, host?: string): void;
  inject(injection: Injection): void;
  clearFaults(): void;

  readonly log: readonly LogEntry[];
  clearLog(): void;
  /** Every NPSSO, code and token ever issued. */
  secrets(): string[];
}
