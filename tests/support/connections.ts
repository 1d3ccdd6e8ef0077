import { DISCONNECTED, type Connected, type TokenLife } from '@/utils/domain/connection/connection';

const DAY = 24 * 3_600_000;

/** The clocks of a connection made at 0, of which only what matters to the test is said. */
export function aTokenLife(said: Partial<TokenLife> = {}): TokenLife {
  return {
    grant: 10 * DAY,
    refreshTokenEndsAt: 10 * DAY,
    provedAt: 0,
    session: { state: 'alive', endsAt: 60 * DAY, seenAt: 0 },
    ...said,
  };
}

/** A connected account, of which only what matters to the test is said. */
export function aConnected(said: Partial<Connected> = {}): Connected {
  return {
    phase: 'connected',
    accountId: '2721516955383551246',
    tokenLife: aTokenLife(),
    failure: null,
    recovery: null,
    renewal: null,
    refused: null,
    ...said,
  };
}

/** An attempt to connect, by somebody who is not connected. */
export const AN_ATTEMPT = { id: 'attempt', way: 'connect', former: DISCONNECTED } as const;

/** It waits for a sign-in at PlayStation since 0, in a tab of ours. */
export const A_WAIT = {
  ...AN_ATTEMPT,
  phase: 'waiting-for-sign-in',
  since: 0,
  laterThan: null,
  isShown: true,
  tries: 0,
  nextAt: 0,
} as const;
