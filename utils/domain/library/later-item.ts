import { laterRow } from '../later-row';
import { HOUR } from '../time-units';
import { isForgotten } from './deletions';
import type { StoredItem } from './player-item';

/** What two of one thing are compared by, whatever it is. */
export type Versioned = Pick<StoredItem, 'value' | 'version' | 'device' | 'deletedAt'>;

/**
 * The higher version, and a deletion only where it is one; after that the marks of the devices decide. A deletion that
 * is forgotten by now takes back nothing.
 */
export function laterItem<Item extends Versioned>(one: Item, other: Item, now: number): Item {
  return laterRow(one, other, [
    (item) => Number(!isForgotten(item, now)),
    ({ version }) => version,
    ({ value }) => Number(value !== null),
    ({ device }) => device,
    ({ deletedAt }) => deletedAt ?? null,
  ]);
}

/**
 * Of what changes by now: above what it was, and above whatever was forgotten of it, which an old copy may still have.
 * Nobody knows how high that was; but nobody changes a thing more often than hourly for the year that it was kept.
 */
export function versionAfter(version: number, now: number): number {
  return Math.max(version, Math.floor(now / HOUR)) + 1;
}
