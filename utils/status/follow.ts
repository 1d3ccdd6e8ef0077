import { browser } from 'wxt/browser';
import { STATUS_KEYS } from './status';

/** Calls back at every change of the status. Returns what ends it. */
export function followStatus(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'local' || !STATUS_KEYS.some((key) => key in changes)) return;
    changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
