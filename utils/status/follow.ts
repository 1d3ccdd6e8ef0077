import { browser } from 'wxt/browser';
import { STATUS_KEYS, type Status } from './status';

/** Calls back with the whole status at every change, as `read` has it. Returns what ends it. */
export function followStatus(
  read: () => Promise<Status>,
  changed: (status: Status) => void,
): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'local' || !STATUS_KEYS.some((key) => key in changes)) return;
    void read().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
