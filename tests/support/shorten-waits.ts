import { vi } from 'vitest';

/** Between two tries a second passes: here a blink, until all globals are put back. Other waits stay as they are. */
export function shortenWaits(): void {
  const { setTimeout: wait } = globalThis;
  const shortened = (after: number): number => (after >= 500 && after <= 1_500 ? 5 : after);
  vi.stubGlobal('setTimeout', (work: () => void, after = 0) => wait(work, shortened(after)));
}
