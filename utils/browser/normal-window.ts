import { browser } from 'wxt/browser';

/**
 * Opens a tab where its sign-in counts: what an extension asks goes by the normal windows, and the window in front may
 * be a private one.
 */
export async function openTab(tab: { url: string; active?: boolean }): Promise<number | undefined> {
  const windowId = await normalWindow().catch(() => undefined);
  if (windowId === null) return openWindow(tab.url);
  const { id } = await browser.tabs.create({ ...tab, ...(windowId !== undefined && { windowId }) });
  if (windowId !== undefined && tab.active !== false)
    await browser.windows.update(windowId, { focused: true });
  return id;
}

/** Another window than the one in front, if it has to be; null where there is none yet. */
async function normalWindow(): Promise<number | null | undefined> {
  const inFront = await browser.windows.getLastFocused();
  if (!inFront.incognito) return undefined;
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  return windows.find(({ incognito }) => !incognito)?.id ?? null;
}

/** Where a browser has private windows only, it is one of those. */
async function openWindow(url: string): Promise<number | undefined> {
  const window = await browser.windows.create({ url, incognito: false });
  return window?.tabs?.[0]?.id;
}
