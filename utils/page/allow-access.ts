import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const manifest = z.object({ host_permissions: z.array(z.string()) });

/**
 * Asks the player for access to Sony's two hosts again: both browsers let them take that back. Answers whether they
 * gave it. To be called straight from a click: browsers allow the question only then.
 */
export async function allowAccess(): Promise<boolean> {
  const { host_permissions } = manifest.parse(browser.runtime.getManifest());
  return browser.permissions.request({ origins: host_permissions });
}
