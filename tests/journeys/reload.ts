import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Scene } from './scene.ts';
import { openBystander } from './stores.ts';

/** What an update may take until everything that was under way goes on, without a page. */
export const WITHIN = { timeout: 60_000 };

/** What the browser's own page of extensions can do beside others, as far as it is used here. */
interface DeveloperPrivate {
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
  onItemStateChanged: {
    addListener(listener: (change: { event_type: string; item_id: string }) => void): void;
  };
}

/**
 * The extension is unloaded under whatever it does, and loaded again, as by an update. Answers a page that only sees.
 *
 * `runtime.reload` loads it at once, and Chromium may start the new worker in the process in which the old one is still
 * ending. There it belongs to no extension: no event comes to it, and what it asks for is refused ("No SW"), until it
 * ends of idleness, which no worker does beside a debugger. Players' browsers update what rests.
 */
export async function reload({ chromium }: Scene): Promise<Page> {
  const { context, extensionId, worker } = chromium;
  const ours = context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions', { waitUntil: 'commit' });
  await worker.isEndedBy(() =>
    extensions.evaluate((id) => chrome.management.setEnabled(id, false), extensionId),
  );
  // The browser closes every page of what is unloaded: none is left that could write or show what is not.
  await expect.poll(() => ours.every((page) => page.isClosed()), WITHIN).toBe(true);
  await extensions.evaluate(loadAgain, extensionId);
  const bystander = await openBystander(chromium);
  await extensions.close();
  return bystander;
}

/** Runs in the browser. Turned on before it is installed again, it would be unloaded once more. */
async function loadAgain(id: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
  const isInstalled = new Promise<void>((resolve) => {
    developerPrivate.onItemStateChanged.addListener(({ event_type, item_id }) => {
      if (item_id === id && event_type === 'INSTALLED') resolve();
    });
  });
  await developerPrivate.reload(id, { failQuietly: false });
  await isInstalled;
  await chrome.management.setEnabled(id, true);
}
