import { pageLock } from './page-lock';

/** A page compares an account's library with a copy: what it says of that holds only as long as no sync changes it. */
function lockOf(accountId: string): string {
  return `comparing ${accountId}`;
}

/** A page that is left open at it keeps nobody from syncing for longer. Milliseconds. */
const LONGEST = 5 * 60_000;
/** What a sync has just asked of Sony is answered by then. Milliseconds. */
const PATIENCE = 20_000;

/**
 * Has syncs of this account rest until what it hands back is called, or whoever asked for it dies. Resolves once the
 * step that one was at has ended.
 */
export async function restSyncs(accountId: string): Promise<() => void> {
  const end = await pageLock(lockOf(accountId));
  const late = setTimeout(end, LONGEST);
  const patience = { signal: AbortSignal.timeout(PATIENCE) };
  await navigator.locks.request('sync', patience, () => undefined).catch(() => undefined);
  return () => {
    clearTimeout(late);
    end();
  };
}

/** Whether a page does that now. Asked by one at a time: whoever asks has the lock for that moment. */
export function isCompared(accountId: string): Promise<boolean> {
  return navigator.locks.request(lockOf(accountId), { ifAvailable: true }, (lock) => lock === null);
}
