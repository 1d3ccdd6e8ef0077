const BORN_AT = Date.now();
const BORN = performance.now();

/**
 * This device's clock, in milliseconds since 1970. Within one worker it only goes on: a clock that is set while it
 * lives changes nothing of what is counted by it.
 */
export function deviceNow(): number {
  return Math.round(BORN_AT + performance.now() - BORN);
}

/** For moments only: a worker that is not used for half a minute is ended. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
