import { HOUR } from '../time-units';
import { laterItem, versionAfter } from './later-item';
import type { StoredItem } from './player-item';
import { isRoaming } from './roaming-items';
import { isEqualRow } from './same-row';

/** Who says something of the player's, and when. */
export interface Saying {
  device: string;
  now: number;
}

/**
 * An item in the place of the one here, as the player's other computers have to take it, which have that one too: above
 * it, and a deletion where it is to go. What does not roam, or says no more than the one here, or more, is as it is.
 */
export function itemAbove(
  item: StoredItem | undefined,
  here: StoredItem | undefined,
  { device, now }: Saying,
): StoredItem | undefined {
  if (here === undefined || !isRoaming(here)) return item;
  if (item !== undefined && laterItem(here, item, now) === item) return item;
  if (haveSameValue(item, here)) return here;
  const { kind, npCommunicationId, trophyId } = here;
  const said = { value: null, ...item, ...{ kind, npCommunicationId, trophyId, device } };
  const version = versionAfter(here.version, now);
  return said.value === null
    ? { ...said, version, deletedAt: Math.max(now, (version - 1) * HOUR) }
    : { ...said, version };
}

/** Whatever their versions: what was deleted is not there. */
export function haveSameValue(one: StoredItem | undefined, other: StoredItem | undefined): boolean {
  return isEqualRow({ value: one?.value ?? null }, { value: other?.value ?? null });
}
