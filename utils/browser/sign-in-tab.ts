import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/** Where Sony's own sign-in starts; it ends on PlayStation's home page, by way of `authorize`. */
const SIGN_IN_URL =
  'https://web.np.playstation.com/api/session/v1/signin?redirect_uri=https://io.playstation.com/central/auth/login%3FpostSignInURL=https://www.playstation.com/home%26cancelURL=https://www.playstation.com/home&smcid=web:pdc';
const KEY = 'signInTab';

/** Shows Sony's sign-in page: the tab that was opened for it before, if it is still there, else a new one. */
export async function openSignInPage(): Promise<void> {
  if (await showAgain()) return;
  const tab = await browser.tabs.create({ url: SIGN_IN_URL });
  await browser.storage.session.set({ [KEY]: tab.id });
}

async function showAgain(): Promise<boolean> {
  const id = z.number().safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (!id.success) return false;
  try {
    await browser.tabs.update(id.data, { active: true });
    return true;
  } catch {
    return false;
  }
}
