/** Runs work that must not run twice at once, in any context; waits for its turn. A dead worker's lock is free at once. */
export function exclusively<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(name, work);
}
