/** Runs work that must not run twice at once, in any context; waits for its turn. A dead worker's lock is free at once. */
export function exclusively<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(name, work);
}

/** Runs work unless somebody is at it already. */
export async function unlessRunning(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}
