let last: Promise<unknown> = Promise.resolve();

/** Changes of the status wait for one another: each is made to what the one before has left. */
export function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
