import type { Build } from '../browser/built-extension.ts';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { startSimulator } from '../psn/simulator.ts';

/** Starts a simulated Sony, and beside it a browser with the extension and a player signed in. */
export async function openSignedInBrowser(
  started: AsyncDisposableStack,
  options: { build: Build; headless: boolean },
): Promise<Chromium> {
  const simulator = await startSimulator({ account: 'hunter', signedIn: true });
  started.defer(() => simulator.close());
  const chromium = await launchChromium({ simulator, ...options });
  started.defer(() => chromium.close());
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  return chromium;
}
