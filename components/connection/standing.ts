import type { Standing } from '../../utils/domain/connection/all-well';
import type { Failure } from '../../utils/domain/failure';
import type { Status } from '../../utils/status/status';

/**
 * How things stand, for the one rule of what is needed.
 * @param asked what the page's own last request has come to
 */
export function standingOf(status: Status, asked: Failure | null, now: number): Standing {
  const { connection, settings, snapshot } = status;
  return { connection, renews: settings.renewal, sync: snapshot.sync, asked, now };
}
