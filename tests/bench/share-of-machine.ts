import { comesToRest, isAtRest } from './at-rest.ts';

/** Milliseconds of computing: long enough for whatever else wants the machine to get its turn. */
const WORK = 60;
const TIMES = 3;
/** On a machine with a processor to spare work takes a few hundredths longer than it computes. */
const ALONE = 1.2;

/** How long, in milliseconds, what was measured last may take to come to rest. */
const PATIENCE = 10_000;

/** What else wants the machine, while nothing is measured. */
export interface Load {
  /** How many times as long as it computes a piece of work takes. */
  stretch: number;
  /** How many processors compute. */
  busy: number;
}

/** True where something else has the machine: what ran twice comes out as itself beside a load that never changes. */
export function isShared({ stretch, busy }: Load): boolean {
  return stretch > ALONE || !isAtRest(busy);
}

/** A load that leaves a processor free stretches no work, and is seen by what it computes. */
export async function loadOfMachine(): Promise<Load> {
  const busy = await comesToRest(PATIENCE);
  return { stretch: stretchOfWork(), busy };
}

/**
 * How many times as long as it computes a piece of work takes here: 1 where a processor is free for it, 2 where it has
 * to share one. The least of three: what comes and goes is seen by what runs twice.
 */
export function stretchOfWork(): number {
  return Math.min(...Array.from({ length: TIMES }, stretchOnce));
}

function stretchOnce(): number {
  const before = process.cpuUsage();
  const began = performance.now();
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    const computed = (user + system) / 1_000;
    if (computed >= WORK) return (performance.now() - began) / computed;
  }
}
