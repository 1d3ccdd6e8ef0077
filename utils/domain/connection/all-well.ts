import { failureAt, type Failure } from '../failure';
import type { SyncStatus } from '../sync/sync-status';
import type { Connection, Session } from './connection';
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
  if (lostSignIn(connection.tokenLife.session) !== null || toldFailure(standing) !== null)
    return false;
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

/** The failure that the player is told of, if any: one at a time, the answer to what was just asked first. */
export function toldFailure({ connection, sync, asked, now }: Standing): Failure | null {
  if (isOutOfReach(connection, sync)) return sync.failure;
  const answer = failureAt(asked, now);
  if (answer !== null) return answer;
  if (connection.phase === 'waiting-for-sign-in') return connection.wanted ?? null;
  if (connection.phase === 'disconnected') return failureAt(connection.failure, now);
  if (connection.phase !== 'connected') return null;
  return failureAt(connection.refused, now) ?? connection.failure ?? syncFailure(sync);
}

/** Nothing else helps before that is put right; getting back a broken connection asks for it in its own click. */
function isOutOfReach(
  connection: Connection,
  sync: SyncStatus,
): sync is Extract<SyncStatus, { state: 'blocked' }> {
  if (connection.phase !== 'connected' || connection.failure !== null) return false;
  return sync.state === 'blocked' && sync.failure.cause === 'permission-missing';
}

/** Our own limit is no fault: the sync's own line says when it goes on. */
function syncFailure(sync: SyncStatus): Failure | null {
  const isStopped = sync.state === 'blocked' || sync.state === 'paused';
  return isStopped && sync.failure.cause !== 'own-pause' ? sync.failure : null;
}
