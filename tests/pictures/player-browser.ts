import type { Page } from 'playwright';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { waitForStatus } from '../demo/wait-for-status.ts';
import { type AccountName, type Simulator, startSimulator } from '../psn/simulator.ts';

const DAY_IN_SECONDS = 86_400;

export interface Player {
  simulator: Simulator;
  chromium: Chromium;
}

/** A browser with the build and a simulated Sony, ended with what was started. */
export async function openPlayer(
  started: AsyncDisposableStack,
  { account, days }: { account: AccountName; days: number },
): Promise<Player> {
  const simulator = await startSimulator({ account, signedIn: true });
  started.defer(() => simulator.close());
  simulator.control.setSessionLength(days * DAY_IN_SECONDS);
  const chromium = await launchChromium({ simulator });
  started.defer(() => chromium.close());
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  return { simulator, chromium };
}

/** Connects in the popup, and hands it back once the library has been read. */
export async function connectPlayer({ chromium }: Player): Promise<Page> {
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  const anyway = popup.getByRole('button', { name: 'Connect anyway' });
  const isAsked = await anyway
    .waitFor({ timeout: 4_000 })
    .then(() => true)
    .catch(() => false);
  if (isAsked) await anyway.click();
  await waitForStatus(
    popup,
    ({ snapshot }) => (snapshot?.lastSyncedAt ?? null) !== null,
    'read the library',
  );
  return popup;
}
