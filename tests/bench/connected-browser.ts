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
import type { Tab } from './tab.ts';
import { hasLists, isRunning, trimAccount, type SyncSnapshot } from './trimmed-account.ts';

export interface ConnectedBrowser {
  chromium: Chromium;
  simulator: Simulator;
  /** The only page: of the extension, and empty. */
  page: Page;
  tab: Tab;
  addressOf: (path: string) => string;
  /** Where the extension's files lie. */
  folder: string;
  close: () => Promise<void>;
}

interface Options {
  /** Of the account's games only the first so many. */
  games?: number;
  /** What is arranged with the simulator before. */
  prepare?: (control: Control) => void;
  /** Neither Sony nor we count requests: a sync goes on to its end. */
  isUnlimited?: boolean;
  /** The trophies of every game are fetched, not only of those that were played lately. */
  hasEveryGame?: boolean;
  /** The sync is stopped once both lists are there. */
  isListed?: boolean;
  /** What is to be otherwise in the extension's files. */
  change?: (folder: string) => void;
  /** A folder for the browser's profile, with settings of its own. */
  profile?: string;
}

/** Often enough that the product never counts itself to its limit, and seldom enough not to be measured. */
const FORGET_EVERY = 500;

/** A browser whose player has connected and has the list of all games. Its sync is over, and nothing else is open. */
export async function connectedBrowser(
  account: AccountName,
  options: Options = {},
): Promise<ConnectedBrowser> {
  const simulator = await startSimulator({ account });
  const extension = copyExtension();
  options.change?.(extension.folder);
  const { profile } = options;
  const chromium = await launchChromium({
    ...{ simulator, extension: extension.folder },
    ...(profile !== undefined && { profile }),
  });
  const addressOf = (path: string): string => `chrome-extension://${chromium.extensionId}/${path}`;
  const close = async (): Promise<void> => {
    await chromium.close();
    await simulator.close();
    extension.remove();
  };
  try {
    const { control } = simulator;
    const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
    await page.goto(addressOf(EMPTY_PAGE));
    if (options.games !== undefined) trimAccount(control, account, options.games);
    if (options.isUnlimited) await liftLimits(page, control);
    if (options.hasEveryGame) {
      await page.evaluate(() => chrome.storage.local.set({ settings: { everyGame: true } }));
    }
    options.prepare?.(control);
    await chromium.context.addCookies([control.sessionCookie()]);
    await connect(chromium, page, options);
    // Connecting opens a page by itself, and one that nobody sees gets no frames.
    for (const other of chromium.context.pages()) if (other !== page) await other.close();
    const { folder } = extension;
    return { ...{ chromium, simulator, page, addressOf, folder, close }, tab: tabOf(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function liftLimits(page: Page, control: Control): Promise<void> {
  control.setRateLimit(null);
  await page.evaluate((every) => {
    setInterval(() => void chrome.storage.local.set({ dataRequests: [] }), every);
  }, FORGET_EVERY);
}

async function connect(chromium: Chromium, page: Page, options: Options): Promise<void> {
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  if (!options.isListed) {
    return syncEnds(page, 0, options.isUnlimited ? ['idle'] : ['idle', 'paused']);
  }
  while (!(await readSnapshot(page, hasLists))) await sleep(100);
  const stop = popup.getByRole('button', { name: 'Stop the sync' });
  // A small library may be complete before the button is reached.
  while (await readSnapshot(page, isRunning)) await stop.click({ timeout: 500 }).catch(() => null);
}

function tabOf(page: Page): Tab {
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: (code, argument) => page.evaluate(code as never, argument),
  };
}

/** Resolves when a sync has come to an end, or to a pause, and the lists were read after this instant. */
export async function syncEnds(page: Page, after: number, states = ['idle']): Promise<void> {
  const isOver = ({ sync, lastSyncedAt }: SyncSnapshot): boolean =>
    lastSyncedAt !== null && lastSyncedAt >= after && states.includes(sync.state);
  // Asked from out here: a page that computes would be measured with the worker.
  while (!(await readSnapshot(page, isOver))) await sleep(100);
}

/** What a page of ours sees of the sync. */
export async function readSnapshot(
  page: Page,
  fits: (snapshot: SyncSnapshot) => boolean,
): Promise<boolean> {
  const snapshot = await page.evaluate(
    async () => (await chrome.storage.local.get<{ snapshot?: SyncSnapshot }>('snapshot')).snapshot,
  );
  return snapshot !== undefined && fits(snapshot);
}
