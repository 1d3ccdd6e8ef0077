import { laterRow } from '../later-row';
import type { StoredItem } from './player-item';

/** The higher version, and a deletion only where it is one; after that the marks of the devices decide. */
export function laterItem(one: StoredItem, other: StoredItem): StoredItem {
  return laterRow(one, other, [
    ({ version }) => version,
    ({ value }) => Number(value !== null),
    ({ device }) => device,
  ]);
}
