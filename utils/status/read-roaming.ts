import { storedRoaming } from './values';

/** How many of the player's words find no room on the way to their other computers. */
export async function readRoamingLeft(): Promise<number> {
  return (await storedRoaming.read()).left;
}

/** True where this browser has put words on the servers, and has not seen since that they were taken off. */
export async function hasRoamed(): Promise<boolean> {
  return (await storedRoaming.read()).writtenAt !== null;
}
