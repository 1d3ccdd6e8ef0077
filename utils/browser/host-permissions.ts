import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const manifest = z.object({ host_permissions: z.array(z.string()) });

/** True while the player lets us talk to Sony's two hosts: both browsers let them take that back. */
export function hostsAllowed(): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts() });
}

/** Asks for the two hosts again. Browsers allow the question only from a click in one of our pages. */
export function askForHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: hosts() });
}

function hosts(): string[] {
  return manifest.parse(browser.runtime.getManifest()).host_permissions;
}
