import { browser } from 'wxt/browser';

/** Asks the player for leave to put files on their disk by themselves. To be called straight from a click. */
export function allowDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}
