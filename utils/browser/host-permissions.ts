import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const manifest = z.object({ host_permissions: z.array(z.string()) });

/** True while the player lets us talk to Sony's two hosts: both browsers let them take that back. */
export function hostsAllowed(): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts() });
}

function hosts(): string[] {
  return manifest.parse(browser.runtime.getManifest()).host_permissions;
}
