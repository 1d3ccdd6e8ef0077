import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { openTab } from './normal-window';
import { storedValue } from './stored-value';

/** Where Sony's own sign-in starts; it ends on PlayStation's home page, by way of `authorize`. */
const SIGN_IN_URL =
  'https://web.np.playstation.com/api/session/v1/signin?redirect_uri=https://io.playstation.com/central/auth/login%3FpostSignInURL=https://www.playstation.com/home%26cancelURL=https://www.playstation.com/home&smcid=web:pdc';
/** Sony's account page, which has the way to sign out. */
const ACCOUNT_URL = 'https://www.playstation.com/acct/management';
const signInTab = storedValue<number | null>('session', 'signInTab', z.number(), null);

/** Shows Sony's sign-in page. */
export function openSignInPage(): Promise<void> {
  return showSony(SIGN_IN_URL);
}

/** Shows Sony's account page, for a player who wants to sign out. */
export function openAccountPage(): Promise<void> {
  return showSony(ACCOUNT_URL);
}

/** The tab is the player's own again. */
export function forgetSonyTab(): Promise<void> {
  return signInTab.forget();
}

/** True for the tab that we opened: what happens there is what the player was sent for. */
export async function isSonyTab(tabId: number): Promise<boolean> {
  return (await signInTab.read()) === tabId;
}

/** In the tab that was opened for it before, if it is still there, else in a new one. */
async function showSony(url: string): Promise<void> {
  if (await reuseTab(url)) return;
  const id = await openTab({ url });
  if (id !== undefined) await signInTab.write(id);
}

async function reuseTab(url: string): Promise<boolean> {
  const id = await signInTab.read();
  if (id === null) return false;
  try {
    const tab = await browser.tabs.update(id, { active: true, url });
    if (tab !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}
