import { pageLock } from './page-lock';

/** A page that is left open at it keeps nobody from syncing for longer. Milliseconds. */
const LONGEST = 5 * 60_000;
/** What a sync has just asked of Sony is answered by then. Milliseconds. */
const PATIENCE = 20_000;
/** How often that is asked. Milliseconds. */
const ASKS_EVERY = 25;

/**
 * A page compares an account's library with a copy: what it says of that holds only as long as no sync changes it. By
 * its name it has an end also where its page is frozen, and ends nothing any more.
 */
function lockOf(accountId: string, until: number | ''): string {
  return `comparing ${accountId} ${String(until)}`;
}

/**
 * Has syncs of this account rest until what it hands back is called, or whoever asked for it dies. Resolves once the
 * step that one was at has ended.
 */
export async function restSyncs(accountId: string): Promise<() => void> {
  const end = await pageLock(lockOf(accountId, Date.now() + LONGEST));
  const late = setTimeout(end, LONGEST);
  await stepEnded();
  return () => {
    clearTimeout(late);
    end();
  };
}

/** Not by waiting for that lock in a page: frozen once it has it, it would keep everybody from syncing. */
async function stepEnded(): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE);
  while (!patience.aborted && (await lockNames()).includes('sync'))
    await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY));
}

/** Until when a page may do that that does it now, by this device's clock; null where none does. */
export async function comparedUntil(accountId: string): Promise<number | null> {
  const [ours, now] = [lockOf(accountId, ''), Date.now()];
  const ends = (await lockNames())
    .filter((name) => name.startsWith(ours))
    .map((name) => Number(name.slice(ours.length)))
    // By a clock that was put back since it would be years until then.
    .filter((end) => end > now && end - now <= LONGEST);
  return ends.length === 0 ? null : Math.max(...ends);
}

async function lockNames(): Promise<string[]> {
  const locks = await navigator.locks.query();
  return (locks.held ?? []).flatMap(({ name }) => name ?? []);
}
