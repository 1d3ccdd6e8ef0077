import { untrack } from 'svelte';

/** Tries what could not be drawn anew, once what it is drawn from is another. */
export function resetAtChange(of: () => unknown, reset: () => void): void {
  const failed = untrack(of);
  $effect(() => {
    if (of() !== failed) untrack(reset);
  });
}
