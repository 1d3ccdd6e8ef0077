import type { SyncStatus } from './sync-status';

/**
 * Of a library that has become another a sync that was under way begins anew. One that the player has stopped, or begins
 * by hand alone, is begun by nobody else; and what Sony's edge blocks goes on by itself, since in the player's name it
 * would be tried at once.
 */
export function isBegunAnew(sync: SyncStatus): boolean {
  if (sync.state === 'idle' || sync.state === 'stopped') return false;
  return sync.state === 'running' || sync.failure.cause !== 'edge-block';
}
