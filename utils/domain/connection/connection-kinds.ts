/** The words in a stored connection, as lists: what reads one goes by them, and a page's first frame does without. */

/** The steps of connecting, in their order. */
export const CONNECT_STEPS = ['session', 'code', 'tokens', 'profile'] as const;

/**
 * What is known of the sign-in at PlayStation in this browser.
 * `alive`: it belongs to the connected account. `signed-out`: nobody is signed in any more. `other-account`: somebody else
 * is. `refused`: Sony would not renew from it. `unknown`: it was never seen, or not tried.
 */
export const SESSION_STATES = [
  'alive',
  'signed-out',
  'other-account',
  'refused',
  'unknown',
] as const;

/** The steps of more time for a connection that works: what is signed in now, or a sign-in to come, for which somebody else may have to sign out first. */
export const RENEWAL_STEPS = ['exchange', 'sign-out', 'sign-in'] as const;

/**
 * What is known of a refresh token that did not give an access token, or had just to be replaced. `good`: it may be
 * sent. `doubtful`: it was sent, and nothing was stored that came of it. `spent`: Sony has answered it, so it is not
 * sent again: where tokens rotate a second time ends the connection.
 */
export const TOKEN_STATES = ['good', 'doubtful', 'spent'] as const;

/** How the player wants to be connected. `connect-anyway`: also with a sign-in that is old. */
export const WAYS = ['connect', 'connect-anyway', 'sign-in', 'start-fresh', 'paste'] as const;
