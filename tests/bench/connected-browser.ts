import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { startSimulator, type AccountName } from '../psn/simulator.ts';
import { copyExtension } from './extension-copy.ts';

export interface ConnectedBrowser {
  chromium: Chromium;
  addressOf: (path: string) => string;
  close: () => Promise<void>;
}

const PATIENCE = 600_000;

/** A browser whose player has connected and has the list of all games; no page of ours is open. */
export async function connectedBrowser(account: AccountName): Promise<ConnectedBrowser> {
  const simulator = await startSimulator({ account });
  const extension = copyExtension();
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  const close = async (): Promise<void> => {
    await chromium.close();
    await simulator.close();
    extension.remove();
  };
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  await popup.waitForFunction(
    async () => {
      const { snapshot } = await chrome.storage.local.get<{
        snapshot?: { sync: { state: string }; lastSyncedAt: number | null };
      }>('snapshot');
      // A paused sync has the whole list of games; what is missing are trophies.
      return snapshot !== undefined && !['running', 'idle'].includes(snapshot.sync.state)
        ? true
        : snapshot?.sync.state === 'idle' && snapshot.lastSyncedAt !== null;
    },
    undefined,
    { timeout: PATIENCE, polling: 500 },
  );
  const [first, ...others] = chromium.context.pages();
  for (const page of others) await page.close();
  await first?.goto('about:blank');
  return {
    chromium,
    addressOf: (path) => `chrome-extension://${chromium.extensionId}/${path}`,
    close,
  };
}
