import { browser } from 'wxt/browser';

/**
 * Asks the player for access to Sony's two hosts again: both browsers let them take that back. Answers whether they
 * gave it. To be called straight from a click: browsers allow the question only then.
 */
export async function allowAccess(): Promise<boolean> {
  const { host_permissions } = browser.runtime.getManifest() as chrome.runtime.ManifestV3;
  return browser.permissions.request({ origins: host_permissions ?? [] });
}
