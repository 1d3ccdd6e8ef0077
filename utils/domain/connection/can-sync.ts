import { isLasting, isOfStorage, isOurPause, type Failure } from '../failure';
import { toldOfConnected, type Standing } from './all-well';

/** True where asking Sony for games may work now: what stops it has a button of its own. Where all is well it may. */
export function canSync(standing: Standing): boolean {
  const { connection, sync } = standing;
  if (connection.phase !== 'connected' || connection.failure !== null) return false;
  const told = toldOfConnected(connection, standing);
  if (told !== null && isStop(told)) return false;
  if (sync.state !== 'blocked') return true;
  // Nobody tells us when Sony's rules for the account let go; a pause of our own is no stop.
  return sync.failure.cause === 'not-permitted' || isOurPause(sync.failure);
}

/** Storage that is only silent goes on by itself. */
function isStop(told: Failure): boolean {
  return told.cause === 'permission-missing' || (isOfStorage(told) && isLasting(told));
}
