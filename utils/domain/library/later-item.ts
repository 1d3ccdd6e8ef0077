import { laterRow } from '../later-row';
import { deletionInstant, isForgotten } from './deletions';
import type { StoredItem } from './player-item';

/**
 * The higher version, and a deletion only where it is one; after that the marks of the devices decide. A deletion that
 * is forgotten by now takes back nothing.
 */
export function laterItem(one: StoredItem, other: StoredItem, now: number): StoredItem {
  return laterRow(one, other, [
    (item) => Number(!isForgotten(item, now)),
    ({ version }) => version,
    ({ value }) => Number(value !== null),
    ({ device }) => device,
    (item) => deletionInstant(item, now),
  ]);
}
