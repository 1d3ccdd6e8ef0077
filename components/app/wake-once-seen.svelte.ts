import { whenPainted } from './interactions';
import type * as Waking from './wake-background.svelte';

/**
 * What wakes the background, from the first frame on: before, it would take its share of the machine from that. Where
 * it cannot be loaded there is nothing to wake: the extension was updated or removed.
 * @param isDrawn false while what is to be seen first is not drawn yet
 */
export function wakeOnceSeen(isDrawn: () => boolean, wake: (waking: typeof Waking) => void): void {
  $effect(() => {
    if (!isDrawn()) return;
    let isOver = false;
    let stop = (): void => undefined;
    const begin = async (): Promise<void> => {
      const waking = await import('./wake-background.svelte');
      if (!isOver) stop = $effect.root(() => wake(waking));
    };
    const undo = whenPainted(() => void begin().catch(() => undefined));
    return () => {
      isOver = true;
      undo();
      stop();
    };
  });
}
