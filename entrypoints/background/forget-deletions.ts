import { exclusively } from '../../utils/browser/exclusively';
import { forgottenAt } from '../../utils/browser/forgotten-at';
import { isEnding } from '../../utils/domain/connection/connection';
import { ownAccount } from '../../utils/domain/library/shown-library';
import { DAY } from '../../utils/domain/time-units';
import { parsedStatus } from '../../utils/status/parse';
import type { Background } from './compose';

/**
 * Forgets what the player deleted a year ago in their own library: once a day and as the browser starts, also for
 * whoever has no daily sync, or no connection.
 */
export async function forgetDaily({
  library,
  clock,
}: Pick<Background, 'library' | 'clock'>): Promise<void> {
  // Under a lock that an erase takes, which leaves nothing of it.
  const isDue = await exclusively('refresh', async () => {
    const status = await parsedStatus();
    if (ownAccount(status) === null || isEnding(status.connection)) return false;
    const now = clock.now();
    if (Math.abs(now - ((await forgottenAt.read()) ?? -Infinity)) < DAY) return false;
    await forgottenAt.write(now);
    return true;
  });
  if (isDue) await library.forgetDeletions();
}
