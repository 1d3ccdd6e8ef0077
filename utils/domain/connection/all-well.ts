import { failureAt, isOurPause, type Failure } from '../failure';
import type { SyncStatus } from '../sync/sync-status';
import type { Connected, Connection, Session } from './connection';
import { zoneIn } from './token-life';

/** How things stand, as far as it matters to what is needed of the player. */
export interface Standing {
  connection: Connection;
  /** Whether the player lets the connection renew itself. */
  renews: boolean;
  sync: SyncStatus;
  /** What the page's own last request has come to. */
  asked: Failure | null;
  now: number;
}

/**
 * True where it may be said that all is well. Not beside an error, nor what the player is needed for or has asked for:
 * what that is, is in `need.ts`, which a popup with nothing to say does without.
 */
export function isAllWell(standing: Standing): boolean {
  const { connection, renews, now } = standing;
  if (connection.phase !== 'connected' || connection.renewal !== null) return false;
  const isLost = lostSignIn(connection.tokenLife.session) !== null;
  if (isLost || toldOfConnected(connection, standing) !== null) return false;
  return zoneIn(connection, renews, now) === 'green';
}

/** What has become of the sign-in that the connection was renewed from, however long it lasts without; null for nothing. */
export function lostSignIn({
  state,
  aliveAt,
}: Session): 'signed-out' | 'other-account' | 'refused' | null {
  if (state === 'signed-out') return aliveAt === undefined ? null : state;
  return state === 'other-account' || state === 'refused' ? state : null;
}

/** The failure that the player of a connection is told of, if any: the answer to what was just asked first. */
export function toldOfConnected(
  { failure, refused }: Connected,
  { sync, asked, now }: Standing,
): Failure | null {
  // Nothing else helps before that is put right; getting back a broken connection asks for it in its own click.
  if (failure === null && isOutOfReach(sync)) return sync.failure;
  return failureAt(asked, now) ?? failureAt(refused, now) ?? failure ?? syncFailure(sync);
}

function isOutOfReach(sync: SyncStatus): sync is Extract<SyncStatus, { state: 'blocked' }> {
  return sync.state === 'blocked' && sync.failure.cause === 'permission-missing';
}

function syncFailure(sync: SyncStatus): Failure | null {
  const isStopped = sync.state === 'blocked' || sync.state === 'paused';
  return isStopped && !isOurPause(sync.failure) ? sync.failure : null;
}
