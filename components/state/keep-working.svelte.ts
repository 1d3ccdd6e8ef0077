import type { Status } from '../../utils/messaging/status';
import { askBackground } from '../../utils/messaging/ask-background';

const EVERY = 5_000;

/** True while something is unfinished that a dead worker would leave lying. */
export function isUnfinished({ connection, snapshot }: Status): boolean {
  if (connection.phase === 'disconnected') return false;
  return connection.phase !== 'connected' || snapshot.sync.state !== 'idle';
}

/**
 * Wakes the background now and again while something is unfinished: a page that is being looked at must not wait
 * for the next alarm. What comes back is not shown: the status says how things stand.
 */
export function keepWorking(status: () => Status | 'loading'): void {
  const unfinished = $derived.by(() => {
    const current = status();
    return current !== 'loading' && isUnfinished(current);
  });
  $effect(() => {
    if (!unfinished) return;
    void askBackground.resume();
    const asking = setInterval(() => void askBackground.resume(), EVERY);
    return () => clearInterval(asking);
  });
}
