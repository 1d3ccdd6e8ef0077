import { HOUR, MINUTE } from '../time-units';

/** Between tries for something that only the player or the browser can bring about. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE];
export const LONGEST_WAIT = HOUR;

/** How long to wait after so many tries: ever longer. */
export function waitAfter(tries: number): number {
  return WAITS[tries] ?? LONGEST_WAIT;
}
