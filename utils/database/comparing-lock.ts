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
  const [taken, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const lock = navigator.locks.request(lockOf(accountId), { mode: 'shared' }, () => {
    taken.resolve();
    return ended.promise;
  });
  lock.catch(taken.reject);
  await taken.promise;
  const late = setTimeout(ended.resolve, LONGEST);
  const patience = { signal: AbortSignal.timeout(PATIENCE) };
  await navigator.locks.request('sync', patience, () => undefined).catch(() => undefined);
  return () => {
    clearTimeout(late);
    ended.resolve();
  };
}

/** Whether a page does that now. */
export async function isCompared(accountId: string): Promise<boolean> {
  const locks = await navigator.locks.query();
  return locks.held?.some(({ name }) => name === lockOf(accountId)) === true;
}
