import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that are looked at together: a system counts in hundredths of a second. */
const WINDOW = 150;
/** What a machine does that has nothing to do, in processors: half of what one program takes that only computes. */
const NOTHING = 0.4;

/**
 * Waits until nothing computes: what was opened before goes on after it was timed, and would be timed with the next.
 * @param patience milliseconds
 * @returns how many processors were busy at the end: more than `isAtRest` allows where it never came to rest
 */
export async function comesToRest(patience = 1_000, busy = busyProcessors): Promise<number> {
  const ends = performance.now() + patience;
  for (;;) {
    const now = await busy();
    if (isAtRest(now) || performance.now() >= ends) return now;
  }
}

export function isAtRest(busy: number): boolean {
  return busy <= NOTHING;
}

/** How many processors compute, of all there are. */
async function busyProcessors(): Promise<number> {
  const [before, began] = [computed(), performance.now()];
  await sleep(WINDOW);
  return (computed() - before) / (performance.now() - began);
}

function computed(): number {
  return cpus().reduce(
    (all, { times }) => all + times.user + times.nice + times.sys + times.irq,
    0,
  );
}
