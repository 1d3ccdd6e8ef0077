import { NO_PROGRESS, type SyncStatus } from '../domain/sync/sync-status';
import type { SyncRequestKind } from '../domain/sync/next-sync-action';
import { cursorProgress } from './cursor';
import type { AtRest, SyncPorts } from './ports';

/** True as long as that account is the connected one, and its library need not stay as it is. */
export async function isToSync(
  ports: Pick<SyncPorts, 'accountToSync' | 'atRest'>,
  accountId: string,
): Promise<boolean> {
  const isConnected = (await ports.accountToSync()) === accountId;
  return isConnected && (await ports.atRest(accountId)) === null;
}

/** What of all that is asked for somebody waits for. */
const WAITED_FOR: readonly SyncRequestKind[] = ['sync', 'picks'];

/**
 * What pages are told then, where nobody has planned anything; null where it is what they were told last: who waits for
 * nothing need not know.
 */
export function statusAtRest(
  { cursor, requests, until }: AtRest,
  told: SyncStatus,
): SyncStatus | null {
  const progress = cursor === null ? NO_PROGRESS : cursorProgress(cursor, null);
  const stops = requests.filter(({ kind }) => kind === 'stop').map(({ number }) => number);
  const isWaited = requests.some(
    ({ kind, number }) => WAITED_FOR.includes(kind) && number > Math.max(...stops),
  );
  // What was asked for after it is waited for all the same.
  if (stops.length > 0 && !isWaited)
    return cursor === null ? { state: 'idle' } : { state: 'stopped', ...progress };
  const failure = { cause: 'library-compared' } as const;
  const wasTold = told.state === 'paused' && told.failure.cause === failure.cause;
  if (wasTold && told.resumesAt === until) return null;
  if (!isWaited && !wasTold && told.state !== 'running') return null;
  // Nobody waits for the rest of a sync, but for one that was asked for.
  const { isRest, ...awaited } = progress;
  const shown = isRest === undefined || isWaited ? awaited : progress;
  return { state: 'paused', ...shown, failure, resumesAt: until };
}
