import { storedRoaming } from './values';

/** How many of the player's words find no room on the way to their other computers. */
export async function readRoamingLeft(): Promise<number> {
  return (await storedRoaming.read()).left;
}
