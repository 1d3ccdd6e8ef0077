import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Scene } from './scene.ts';
import { openBystander } from './stores.ts';

/** What an update may take until everything that was under way goes on, without a page. */
export const WITHIN = { timeout: 60_000 };

/** The extension is unloaded and loaded again, as by an update. Answers a page that only sees. */
export async function reload({ chromium }: Scene): Promise<Page> {
  const { context, worker } = chromium;
  const ours = context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
  await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 10));
  // The browser closes every page of what is unloaded: none is left that could write or show what is not.
  await expect.poll(() => ours.every((page) => page.isClosed()), WITHIN).toBe(true);
  for (;;) {
    const page = await openBystander(chromium).catch(() => null);
    if (page) return page;
    await context.pages().at(-1)?.close();
  }
}
