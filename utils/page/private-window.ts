import { browser } from 'wxt/browser';

/** True in a page of ours in a private window: it sees nothing of what normal windows keep. */
export function isPrivateWindow(): boolean {
  const { extension } = browser as Partial<typeof browser>;
  return extension?.inIncognitoContext === true;
}

/** True where a normal window is another one than this: in Chromium a popup before a private one runs with the normal. */
export async function isBeforePrivateWindow(): Promise<boolean> {
  try {
    const isPrivate = isPrivateWindow() || (await browser.windows.getCurrent()).incognito;
    return isPrivate && !(await isAlwaysPrivate());
  } catch {
    return false;
  }
}

/** Where Firefox never remembers history its background is private too, and no window is normal. */
async function isAlwaysPrivate(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['BACKGROUND'] });
  return contexts.some(({ incognito }) => incognito);
}
