import { hashOf } from '../hash-of';
import { sayingOf } from '../later-row';
import { HOUR } from '../time-units';
import type { Saying } from './above-item';
import { isForgotten } from './deletions';
import { laterItem, versionAfter } from './later-item';

/** A way to look at the library that the player has given a name: its query is that of the address. */
export interface SavedView {
  name: string;
  query: string;
}

export const LONGEST_VIEW_NAME = 60;
/** A search of two hundred characters, each of nine in an address, and all there is to choose. */
export const LONGEST_VIEW_QUERY = 4_000;

/** A saved view as it is stored and merged, also where it was deleted: that is kept for a year. */
export interface ViewItem {
  id: string;
  /** Null where it was deleted. */
  value: SavedView | null;
  /** As those of what the player makes in a library; `SAID_NOW` on its way to whoever stores it. */
  version: number;
  device: string;
  deletedAt?: number;
}

/** What a page says goes above what is stored by then, whatever the page knew of it. */
export const SAID_NOW = -1;

/** One that an earlier build has stored, when views had nothing but names: it is the same one wherever it is met. */
export function firstViewItem({ name, query }: SavedView): ViewItem {
  // Before all that are dated.
  const id = `!${name}/${hashOf(query).toString(36)}`;
  return { id, value: { name, query }, version: 0, device: '' };
}

/**
 * Of each the later of what both say, and above that what a page says now. In any order, and any number of times, it ends
 * in the same.
 */
export function viewsMet(
  here: readonly ViewItem[],
  others: readonly ViewItem[],
  saying: Saying,
): ViewItem[] {
  const items = new Map(here.map((item) => [item.id, item]));
  for (const other of others) {
    const known = items.get(other.id);
    items.set(other.id, metItem(known, other, saying));
  }
  return viewsById([...items.values()]).filter((item) => !isForgotten(item, saying.now));
}

function metItem(known: ViewItem | undefined, other: ViewItem, saying: Saying): ViewItem {
  if (other.version !== SAID_NOW)
    return known === undefined ? other : laterItem(known, other, saying.now);
  const { id, value } = other;
  if (known !== undefined && sayingOf(known.value) === sayingOf(value)) return known;
  const { device, now } = saying;
  const version = versionAfter(known?.version ?? 0, now);
  const said = { id, value, version, device };
  return value === null ? { ...said, deletedAt: Math.max(now, (version - 1) * HOUR) } : said;
}

/** Each once, the last of two. */
export function viewsById(items: readonly ViewItem[]): ViewItem[] {
  const each = new Map(items.map((item) => [item.id, item]));
  return [...each.values()].sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));
}
