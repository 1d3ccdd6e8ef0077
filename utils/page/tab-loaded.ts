import { browser } from 'wxt/browser';

/**
 * Calls back whenever a page has loaded in a tab, until the answer is called. Which page that is no browser tells
 * without a permission for tabs.
 */
export function onTabLoaded(loaded: (tabId: number) => void): () => void {
  const updated = (tabId: number, { status }: { status?: string }): void => {
    if (status === 'complete') loaded(tabId);
  };
  browser.tabs.onUpdated.addListener(updated);
  return () => browser.tabs.onUpdated.removeListener(updated);
}
