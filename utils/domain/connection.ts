import type { Failure } from './failure';

/** The steps of connecting, in their order. */
export const CONNECT_STEPS = ['session', 'code', 'tokens', 'profile'] as const;
export type ConnectStep = (typeof CONNECT_STEPS)[number];

/** The two clocks of a connection, both from Sony's answers, in milliseconds since 1970. */
export interface TokenLife {
  /** When the refresh token was last known to work. */
  provedAt: number;
  refreshTokenEndsAt: number;
  /** Null where Sony did not say: the session page answered 429. */
  sessionEndsAt: number | null;
}

/** Where the connection stands. The one record of it, kept in `storage.local`; it holds no secret. */
export type Connection =
  | { phase: 'disconnected'; failure: Failure | null }
  | {
      phase: 'waiting-for-sign-in';
      since: number;
      /** Only a session that ends after this instant counts: the one at hand is known not to do. */
      laterThan: number | null;
    }
  | { phase: 'connecting'; step: 'session' | 'code' | 'tokens' }
  | { phase: 'connecting'; step: 'profile'; accountId: string; tokenLife: TokenLife }
  | { phase: 'connected'; accountId: string; tokenLife: TokenLife; failure: Failure | null };

export const DISCONNECTED: Connection = { phase: 'disconnected', failure: null };
