import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import type { Simulator } from '../psn/simulator.ts';
import { copyExtension } from './extension-copy.ts';
import { heapOfWorker } from './heap-used.ts';
import type { Tab } from './tab.ts';
import { hasLists, isRunning, simulatorWith, type SyncSnapshot } from './trimmed-account.ts';

/** A browser whose player has connected and has the lists of all games. Its sync is stopped, and nothing else is open. */
export interface LibraryBrowser {
  games: number;
  tab: Tab;
  addressOf: (path: string) => string;
  close: () => Promise<void>;
}

export interface LibraryChromium extends LibraryBrowser {
  chromium: Chromium;
  page: Page;
  simulator: Simulator;
  /** Megabytes in use of the worker that has just read the lists. */
  workerHeap: number;
}

/** Starts one for each size, and closes all of them whatever becomes of the measuring. */
export async function withLibraries<Browser extends LibraryBrowser, Result>(
  start: (games: number) => Promise<Browser>,
  sizes: readonly number[],
  measure: (browsers: Browser[]) => Promise<Result>,
): Promise<Result> {
  const starts = await Promise.allSettled(sizes.map(start));
  const browsers = starts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  try {
    const failed = starts.find((each) => each.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return await measure(browsers);
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

export async function chromiumWith(games: number): Promise<LibraryChromium> {
  const simulator = await simulatorWith(games);
  const extension = copyExtension();
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  while (!(await readSnapshot(popup, hasLists))) await sleep(100);
  const stop = popup.getByRole('button', { name: 'Stop the sync' });
  // A small library may be complete before the button is reached.
  while (await readSnapshot(popup, isRunning)) await stop.click({ timeout: 500 }).catch(() => null);
  const workerHeap = await heapOfWorker(chromium);
  // Connecting opens a page by itself, and one that nobody sees gets no frames.
  const [page = popup, ...others] = chromium.context.pages();
  for (const other of others) await other.close();
  return {
    games,
    chromium,
    page,
    simulator,
    workerHeap,
    tab: {
      goto: async (address) => void (await page.goto(address)),
      evaluate: (code, argument) => page.evaluate(code as never, argument),
    },
    addressOf: (path) => `chrome-extension://${chromium.extensionId}/${path}`,
    close: async () => {
      await chromium.close();
      await simulator.close();
      extension.remove();
    },
  };
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
