import { browser } from 'wxt/browser';
import { said } from '../browser/local-reading';
import { bucketsOf } from '../domain/library/roaming-items';
import { storedRoaming } from './values';

/** How many of the player's words find no room on the way to their other computers. */
export async function readRoamingLeft(): Promise<number> {
  return (await storedRoaming.read()).left;
}

/** True where this browser has put words on the servers, and has not seen since that they were taken off. */
export async function hasRoamed(): Promise<boolean> {
  return (await storedRoaming.read()).writtenAt !== null;
}

/** True where words of this account are on the servers, whoever put them there. */
export async function isOnServers(accountId: string): Promise<boolean> {
  const names = Object.keys(await said(browser.storage.sync.get(null)));
  return names.some((name) => name.startsWith(bucketsOf(accountId)));
}
