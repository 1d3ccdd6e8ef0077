import type { Connection } from './connection';

/** True while the player has something to do on a page of Sony's: signing in, or out. */
export function awaitsSony(connection: Connection): boolean {
  if (connection.phase === 'connected') {
    return connection.renewal !== null && connection.renewal.step !== 'exchange';
  }
  return connection.phase === 'signing-out' || connection.phase === 'waiting-for-sign-in';
}

/** True where a worker that starts has something to go on with; what waits for the player is theirs. */
export function isUnfinished(connection: Connection): boolean {
  if (connection.phase === 'old-session') return false;
  if (connection.phase === 'connected') return connection.renewal !== null;
  return connection.phase !== 'disconnected';
}
