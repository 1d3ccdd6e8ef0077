import { isClockWrong } from '../../utils/domain/clock-offset';
import type { Failure } from '../../utils/domain/failure';
import type { Status } from '../../utils/status/status';
import { zoneAt } from '../app/countdown';

/**
 * True where it can be seen at a glance that nothing needs the player and there is nothing to note: what a popup that
 * says more is made of is loaded for the others. Of these some need nothing either.
 * @param asked what the page's own last request has come to
 */
export function isPlainlyWell(status: Status, asked: Failure | null, now: number): boolean {
  const { connection, snapshot, clockOffset } = status;
  if (connection.phase !== 'connected' || zoneAt(status, now) !== 'green') return false;
  const { refused, renewal, tokenLife } = connection;
  const { state } = tokenLife.session;
  return (
    asked === null &&
    refused === null &&
    renewal === null &&
    (state === 'alive' || state === 'unknown') &&
    snapshot.sync.state !== 'paused' &&
    snapshot.sync.state !== 'blocked' &&
    (snapshot.halvedUntil ?? 0) <= now &&
    !isClockWrong(clockOffset)
  );
}
