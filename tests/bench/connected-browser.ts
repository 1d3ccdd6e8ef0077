import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import {
  startSimulator,
  type AccountName,
  type Control,
  type Simulator,
} from '../psn/simulator.ts';
import { copyExtension, EMPTY_PAGE } from './extension-copy.ts';

export interface ConnectedBrowser {
  chromium: Chromium;
  simulator: Simulator;
  /** The only page: of the extension, and empty. */
  page: Page;
  addressOf: (path: string) => string;
  close: () => Promise<void>;
}

interface Options {
  /** What is arranged with the simulator before. */
  prepare?: (control: Control) => void;
  /** Neither Sony nor we count requests: a sync goes on to its end. */
  isUnlimited?: boolean;
  /** The trophies of every game are fetched, not only of those that were played lately. */
  hasEveryGame?: boolean;
}

/** Often enough that the product never counts itself to its limit, and seldom enough not to be measured. */
const FORGET_EVERY = 5_000;

/** A browser whose player has connected and has the list of all games. */
export async function connectedBrowser(
  account: AccountName,
  { prepare, isUnlimited = false, hasEveryGame = false }: Options = {},
): Promise<ConnectedBrowser> {
  const simulator = await startSimulator({ account });
  const extension = copyExtension();
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  const addressOf = (path: string): string => `chrome-extension://${chromium.extensionId}/${path}`;
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto(addressOf(EMPTY_PAGE));
  if (isUnlimited) {
    simulator.control.setRateLimit(null);
    await page.evaluate((every) => {
      setInterval(() => void chrome.storage.local.set({ dataRequests: [] }), every);
    }, FORGET_EVERY);
  }
  if (hasEveryGame) {
    await page.evaluate(() => chrome.storage.local.set({ settings: { everyGame: true } }));
  }
  prepare?.(simulator.control);
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  await syncEnds(page, 0, isUnlimited ? ['idle'] : ['idle', 'paused']);
  for (const other of chromium.context.pages()) if (other !== page) await other.close();
  return {
    ...{ chromium, simulator, page, addressOf },
    async close() {
      await chromium.close();
      await simulator.close();
      extension.remove();
    },
  };
}

/** Resolves when a sync has come to an end, or to a pause, and the lists were read after this instant. */
export async function syncEnds(page: Page, after: number, states = ['idle']): Promise<void> {
  const isOver = (): Promise<boolean> =>
    page.evaluate(
      async ({ since, ends }) => {
        const { snapshot } = await chrome.storage.local.get<{
          snapshot?: { sync: { state: string }; lastSyncedAt: number | null };
        }>('snapshot');
        return (
          typeof snapshot?.lastSyncedAt === 'number' &&
          snapshot.lastSyncedAt >= since &&
          ends.includes(snapshot.sync.state)
        );
      },
      { since: after, ends: states },
    );
  // Asked from out here: a page that computes would be measured with the worker.
  while (!(await isOver())) await sleep(100);
}
