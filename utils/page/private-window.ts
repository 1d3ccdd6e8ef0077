import { browser } from 'wxt/browser';

/** True in a page of ours in a private window: it sees nothing of what normal windows keep. */
export function isPrivateWindow(): boolean {
  const { extension } = browser as Partial<typeof browser>;
  return extension?.inIncognitoContext === true;
}
