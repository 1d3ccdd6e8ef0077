import { browser } from 'wxt/browser';
import type { Status } from '@/utils/status/status';

/** Stores some of the status, as the background would. */
export function publish(change: Partial<Status>): Promise<void> {
  return browser.storage.local.set(change);
}
