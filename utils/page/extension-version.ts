import { browser } from 'wxt/browser';

/** Which version of Trophy Shelf this is, for a report. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
