import type { NewsSinceLooked } from '../../utils/domain/sync/glance';
import { askBackground } from '../../utils/messaging/ask-background';

/** Has it stored up to where the player has looked. */
export function tellNewsSeen(latest: () => NewsSinceLooked | null): void {
  const upTo = $derived(latest()?.upTo);
  $effect(() => {
    if (upTo !== undefined) void askBackground('newsSeen', { upTo });
  });
}
