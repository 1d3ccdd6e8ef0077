/** Who looks a database up shares it, who deletes one has it alone. Nobody takes another lock within. */
const LOCK = 'databases';

/**
 * Runs work that looks a database up and opens it, at a time when none is deleted: one that is listed just before, and
 * opened just after, would be made again by that, and its name would stay on the disk.
 */
export function whileNoneIsDeleted<Value>(work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(LOCK, { mode: 'shared' }, work);
}

/**
 * Runs work that deletes databases, once nobody is opening one.
 * @param patience milliseconds; an opening that takes longer must not hold up an erase
 */
export async function whileNoneIsOpened(
  work: () => Promise<void>,
  patience: number,
): Promise<void> {
  let isOurs = false;
  const taken = navigator.locks.request(LOCK, { signal: AbortSignal.timeout(patience) }, () => {
    isOurs = true;
    return work();
  });
  await taken.catch((thrown: unknown) => {
    if (isOurs) throw thrown;
    return work();
  });
}
