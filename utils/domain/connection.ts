import type { Failure } from './failure';

/** The steps of connecting, in their order. */
export const CONNECT_STEPS = ['session', 'code', 'tokens', 'profile'] as const;
export type ConnectStep = (typeof CONNECT_STEPS)[number];

/**
 * What is known of the sign-in at PlayStation in this browser.
 * `alive`: it belongs to the connected account. `gone`: nobody is signed in any more. `other-account`: somebody else
 * is. `refused`: Sony would not renew from it. `unknown`: it was never seen, or not tried.
 */
export const SESSION_STATES = ['alive', 'gone', 'other-account', 'refused', 'unknown'] as const;

export interface Session {
  state: (typeof SESSION_STATES)[number];
  /** Null where Sony did not say. Absolute: looking at a session does not prolong it. */
  endsAt: number | null;
  /** When it was last looked at. */
  seenAt: number;
}

/** The clocks of a connection, all from Sony's answers, in milliseconds since 1970 by Sony's clock. */
export interface TokenLife {
  /** How long Sony let the refresh token live when it was granted, in milliseconds. */
  grant: number;
  refreshTokenEndsAt: number;
  /** When the refresh token was last known to work. */
  provedAt: number;
  session: Session;
}

/** Whose sign-in connects: the browser's own, or that of a pasted NPSSO. */
export type SignInSource = 'browser' | 'pasted';

/** Where the connection stands. The one record of it, kept in `storage.local`; it holds no secret. */
export type Connection =
  | { phase: 'disconnected'; failure: Failure | null }
  /** The sign-in at hand is old: the player chooses between it and a fresh one. */
  | { phase: 'old-session'; endsAt: number }
  /** The player signs out at PlayStation, for a fresh sign-in after it. */
  | { phase: 'signing-out'; since: number; laterThan: number }
  | {
      phase: 'waiting-for-sign-in';
      since: number;
      /** Only a session that ends after this instant counts: the one at hand is known not to do. */
      laterThan: number | null;
    }
  | { phase: 'connecting'; step: 'session' | 'code' | 'tokens'; source: SignInSource }
  | { phase: 'connecting'; step: 'profile'; accountId: string; tokenLife: TokenLife }
  | { phase: 'connected'; accountId: string; tokenLife: TokenLife; failure: Failure | null };

export type Connected = Extract<Connection, { phase: 'connected' }>;

export const DISCONNECTED: Connection = { phase: 'disconnected', failure: null };

const UNDER_WAY: readonly Connection['phase'][] = [
  'signing-out',
  'waiting-for-sign-in',
  'connecting',
];

/** True where a worker that starts has something to take up. */
export function isUnderWay(phase: Connection['phase']): boolean {
  return UNDER_WAY.includes(phase);
}

/** Sony counts a session in whole seconds left, so one session's end wavers a little from look to look. */
const WAVER = 60_000;

/** True where both ends are one session's: only a new sign-in makes another. */
export function isSameSession(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) < WAVER;
}

/** True where the second end is that of a later sign-in than the first. */
export function isLaterSession(endsAt: number, than: number | null): boolean {
  return than === null || endsAt > than + WAVER;
}
