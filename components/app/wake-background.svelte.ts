import { awaitsSony, isUnfinished } from '../../utils/domain/connection/unfinished';
import { isOfStorage } from '../../utils/domain/failure';
import { nextProofAt } from '../../utils/domain/connection/recovery';
import type { Status } from '../../utils/status/status';
import { askBackground, prepareToAsk } from '../../utils/messaging/ask-background';
import { onTabLoaded } from '../../utils/page/tab-loaded';

const EVERY = 5_000;

/** True while something is unfinished that a dead worker would leave lying. */
export function hasWork({ connection, snapshot, settings, clockOffset }: Status): boolean {
  if (isUnfinished(connection)) return true;
  if (connection.phase !== 'connected') return false;
  const now = Date.now() + clockOffset;
  if ((nextProofAt(connection, settings.renewal) ?? Infinity) <= now) return true;
  const { sync } = snapshot;
  // Whether the browser can store again is found out without a request to Sony.
  if ('failure' in sync && isOfStorage(sync.failure)) return true;
  // A pause has an alarm of its own; asking before it is over would only wake the worker.
  return sync.state === 'paused' ? sync.resumesAt <= now : sync.state === 'running';
}

/**
 * Wakes the background now and again while something is unfinished: a page that is being looked at must not wait
 * for the next alarm. What comes back is not shown: the status says how things stand.
 */
export function wakeWhileUnfinished(status: () => Status | 'loading'): void {
  const unfinished = $derived.by(() => {
    const current = status();
    return current !== 'loading' && hasWork(current);
  });
  const isOfUse = $derived.by(() => {
    const current = status();
    if (current === 'loading') return false;
    const { connection } = current;
    return connection.phase !== 'disconnected' || connection.failure !== null;
  });
  $effect(() => void prepareToAsk());
  $effect(() => {
    if (!isOfUse) return;
    const shown = (): void => {
      if (!document.hidden) void askBackground('pageShown');
    };
    shown();
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  });
  $effect(() => {
    const resume = (): void => void askBackground('resume');
    // A worker that sleeps does not hear of it.
    addEventListener('online', resume);
    return () => removeEventListener('online', resume);
  });
  $effect(() => {
    return unfinished ? askNowAndAgain() : undefined;
  });
  const isAwaiting = $derived.by(() => {
    const current = status();
    return current !== 'loading' && awaitsSony(current.connection);
  });
  // A worker that listened for it would be woken by every page of every tab, for ever.
  $effect(() =>
    isAwaiting ? onTabLoaded((tabId) => void askBackground('tabLoaded', { tabId })) : undefined,
  );
}

/** Has a library made anew that is missing, once: the next wake-up, which would, may be a day away. */
export function refillMissing(isMissing: () => boolean): void {
  const missing = $derived(isMissing());
  $effect(() => {
    if (missing) void askBackground('resume');
  });
}

/** Has what is under way brought to its end, such as an upgrade or a copy, also by the next worker where one dies in it. */
export function wakeWhile(isUnderWay: () => boolean): void {
  const underWay = $derived(isUnderWay());
  $effect(() => (underWay ? askNowAndAgain() : undefined));
}

function askNowAndAgain(): () => void {
  void askBackground('resume');
  const asking = setInterval(() => void askBackground('resume'), EVERY);
  return () => clearInterval(asking);
}
