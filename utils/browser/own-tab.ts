import { browser } from 'wxt/browser';
import { OPTIONS_PAGE } from '../domain/options-page';
import { openTab } from './normal-window';

/** Has a tab of ours at hand, behind whatever is in front: a popup closes as soon as another tab comes there. */
export async function ensureOwnTab(): Promise<void> {
  if ((await findOwnTab()) === null) await openTab({ url: OPTIONS_PAGE, active: false });
}

/** Brings the tab of ours to the front, or opens one. */
export async function showOwnTab(route = ''): Promise<void> {
  const id = await findOwnTab();
  if (id === null) {
    await openOwnTab(route);
    return;
  }
  const url = route === '' ? {} : { url: `${browser.runtime.getURL(OPTIONS_PAGE)}${route}` };
  const tab = await browser.tabs.update(id, { active: true, ...url });
  if (tab !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Opens another one. */
export async function openOwnTab(route: string): Promise<void> {
  await openTab({ url: `${OPTIONS_PAGE}${route}` });
}

/** Both browsers tell of our own pages without the permission for tabs. */
async function findOwnTab(): Promise<number | null> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const own = contexts.find(
    ({ documentUrl, incognito }) =>
      !incognito && documentUrl?.startsWith(browser.runtime.getURL(OPTIONS_PAGE)) === true,
  );
  return own?.tabId ?? null;
}
