import { isOurPause } from '../failure';
import { DAY } from '../time-units';
import type { SyncGap, SyncStatus } from './sync-status';

/** Daily syncs have fallen short since then; told at most once until one is whole again. */
export interface LastingShortfall {
  since: number;
  isTold: boolean;
}

/** Two days, less what one day's sync may be earlier than another's. */
const TELLS_AFTER = 2 * DAY - 3_600_000;

/** What a daily sync has come to: null while it goes on by itself. */
export function isSyncWhole(sync: SyncStatus, gaps: readonly SyncGap[]): boolean | null {
  if (sync.state === 'idle') return gaps.length === 0;
  const isDelayed = sync.state === 'paused' && !isOurPause(sync.failure);
  return isDelayed || sync.state === 'blocked' ? false : null;
}

/** What is known after one more daily sync that fell short, and whether it is time to tell. */
export function afterShortSync(
  known: LastingShortfall | null,
  now: number,
): LastingShortfall & { isDue: boolean } {
  // What lies ahead is of a clock that has been put right since.
  const since = known === null || known.since > now ? now : known.since;
  const isTold = known?.isTold ?? false;
  return { since, isTold, isDue: !isTold && now - since >= TELLS_AFTER };
}
