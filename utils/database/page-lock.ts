/** Takes a lock that pages share, until what it hands back is called, or its page dies. */
export async function pageLock(name: string): Promise<() => void> {
  const [taken, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const lock = navigator.locks.request(name, { mode: 'shared' }, () => {
    taken.resolve();
    return ended.promise;
  });
  lock.catch(taken.reject);
  await taken.promise;
  return () => ended.resolve();
}
