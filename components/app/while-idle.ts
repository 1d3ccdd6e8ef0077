/** Milliseconds that are left for what comes next. */
const SPARE = 2;

/** Does the steps of a work one after the other while nothing else is to be done, and hands back what ends it. */
export function whileIdle(steps: Iterator<unknown>): () => void {
  let waiting = requestIdleCallback(go);
  function go(time: IdleDeadline): void {
    while (time.timeRemaining() > SPARE) if (steps.next().done === true) return;
    waiting = requestIdleCallback(go);
  }
  return () => cancelIdleCallback(waiting);
}
