import { hashOf } from '../hash-of';
import { isForgotten } from './deletions';
import { sayingOf } from '../later-row';
import { laterItem } from './later-item';
import type { PlayerItemKind, StoredItem } from './player-item';

/** What the player wrote or set by hand: it goes to their other computers, and nothing that Sony said does. */
const ROAMING_KINDS: readonly PlayerItemKind[] = ['note', 'tags', 'status', 'pin'];

/** As it lies in the browser's own area: a list is half as long as a row with names. */
export type RoamingItem = [
  kind: string,
  npCommunicationId: string,
  trophyId: number,
  value: unknown,
  version: number,
  device: string,
  deletedAt?: number | undefined,
  ...more: unknown[],
];

/** What the area takes, in bytes: a bucket with its name, and all of it. From Chromium’s and Firefox’s documentation. */
export const ROAMING_LIMITS = { bucket: 8_192, area: 102_400 };
/** Firefox weighs all of it as one text, with a colon and a comma for each entry, and in braces. */
export const PER_ENTRY = 2;

/** So many that what one holds is far below its limit as long as all of them together are below theirs. */
const BUCKETS = 64;

export type Buckets = ReadonlyMap<string, readonly RoamingItem[]>;

/** What is to lie in the area for an account, and what finds no room there as it is now. */
export interface RoamingPlan {
  buckets: Buckets;
  left: StoredItem[];
}

export function isRoaming({ kind }: Pick<StoredItem, 'kind'>): boolean {
  return ROAMING_KINDS.some((each) => each === kind);
}

/** What the names of all buckets begin with. */
export const BUCKETS_OF_ALL = 'items-';

/** What all names of an account’s buckets begin with. The area tells nobody which account it is. */
export function bucketsOf(accountId: string): string {
  return `${BUCKETS_OF_ALL}${hashOf(accountId).toString(36)}-`;
}

export function rowOf(item: RoamingItem): StoredItem {
  const [kind, npCommunicationId, trophyId, value, version, device, deletedAt] = item;
  const said = { kind, npCommunicationId, trophyId, value, version, device };
  return deletedAt === undefined ? said : { ...said, deletedAt };
}

/** What lies there, but for deletions that are forgotten by now: nobody brings them back. */
export function withoutForgotten(lying: Buckets, now: number): Buckets {
  const stays = (item: RoamingItem): boolean => !isForgotten(rowOf(item), now);
  return new Map([...lying].map(([name, items]) => [name, items.filter(stays)]));
}

/** Of each thing the later of what both say. */
export function laterOfBoth(
  ones: readonly StoredItem[],
  others: readonly StoredItem[],
  now: number,
): StoredItem[] {
  const items = new Map<string, StoredItem>();
  for (const item of [...ones, ...others]) {
    const known = items.get(nameOf(item));
    items.set(nameOf(item), known === undefined ? item : laterItem(known, item, now));
  }
  return [...items.values()];
}

/**
 * Where each item is to lie. What lies there stays, also where its later version finds no room, and nothing comes in for
 * which there is none: so computers that know different things come to rest.
 * @param items the later of what the library and the area say
 * @param elsewhere bytes that lie in the area besides
 */
export function roamingPlan(
  accountId: string,
  items: readonly StoredItem[],
  lying: Buckets,
  elsewhere: number,
): RoamingPlan {
  const bucketOf = ({ npCommunicationId }: StoredItem): string =>
    bucketsOf(accountId) + String(hashOf(npCommunicationId) % BUCKETS);
  const there = new Map([...lying.values()].flat().map((item) => [nameOf(rowOf(item)), item]));
  const roaming = items.filter(isRoaming);
  const room = new Room(elsewhere);
  for (const [name, bucket] of lying) if (bucket.length === 0) room.leaveEmpty(name);
  // What only a later build has roam stays where it lies.
  for (const [name, bucket] of lying)
    for (const item of bucket) if (!isRoaming(rowOf(item))) room.take(name, item);
  for (const item of roaming) room.take(bucketOf(item), there.get(nameOf(item)));
  const growth = (item: StoredItem): number =>
    there.has(nameOf(item)) ? bytesOf(itemOf(item)) - bytesOf(there.get(nameOf(item))) : Infinity;
  // With what a later build says of it.
  const asItLies = (item: StoredItem): RoamingItem => {
    const lies = there.get(nameOf(item));
    return lies !== undefined && sayingOf(rowOf(lies)) === sayingOf(item) ? lies : itemOf(item);
  };
  const left = roaming
    .map((item) => ({ item, grows: growth(item) }))
    .sort((one, other) =>
      one.grows < other.grows ? -1 : one.grows > other.grows ? 1 : byWorth(one.item, other.item),
    )
    .filter(({ item }) => !room.take(bucketOf(item), asItLies(item), there.get(nameOf(item))))
    .map(({ item }) => item)
    // Of what never lay there nothing is missing once it is deleted.
    .filter((item) => item.value !== null || there.has(nameOf(item)));
  return { buckets: room.buckets, left };
}

/** What of the area is to be written: buckets that say something else than before. Nothing goes that lay there. */
export function changedBuckets(lying: Buckets, planned: Buckets): Buckets {
  return new Map(
    [...planned].filter(([name, items]) => textOf(lying.get(name) ?? []) !== textOf(items)),
  );
}

/** What fits into the buckets, and into all of them. */
class Room {
  readonly buckets = new Map<string, RoamingItem[]>();
  #whole: number;

  constructor(elsewhere: number) {
    this.#whole = elsewhere + PER_ENTRY;
  }

  /** Where nothing is left that anybody wants. */
  leaveEmpty(name: string): void {
    this.#whole += sizeOf(name, []) + PER_ENTRY;
    this.buckets.set(name, []);
  }

  /** Takes an item in, or in the place of one that is there; false where there is no room for it. */
  take(name: string, item: RoamingItem | undefined, inPlaceOf?: RoamingItem): boolean {
    if (item === undefined) return false;
    const before = this.buckets.get(name);
    const after = [...(before ?? []).filter((each) => each !== inPlaceOf), item];
    const more = sizeOf(name, after) - sizeOf(name, before) + (before ? 0 : PER_ENTRY);
    const { bucket, area } = ROAMING_LIMITS;
    if (sizeOf(name, after) > bucket || this.#whole + more > area) return false;
    this.#whole += more;
    this.buckets.set(name, after);
    return true;
  }
}

function sizeOf(name: string, items: readonly RoamingItem[] | undefined): number {
  return items === undefined ? 0 : bytesOf(name) + bytesOf(items);
}

/** Its size as browsers count it; Chromium writes `<` as six characters. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value).replaceAll('<', '\\u003C')).length;
}

function itemOf(item: StoredItem): RoamingItem {
  const { kind, npCommunicationId, trophyId, value, version, device, deletedAt } = item;
  const said = [kind, npCommunicationId, trophyId, value, version, device] as const;
  return deletedAt === undefined ? [...said] : [...said, deletedAt];
}

/** Words first; of each kind what says something before what was deleted; after that in an order that all share. */
function byWorth(one: StoredItem, other: StoredItem): number {
  const worth = ({ kind, value }: StoredItem): number =>
    ROAMING_KINDS.findIndex((each) => each === kind) + (value === null ? ROAMING_KINDS.length : 0);
  return worth(one) - worth(other) || (nameOf(one) < nameOf(other) ? -1 : 1);
}

function nameOf({ kind, npCommunicationId, trophyId }: StoredItem): string {
  return `${kind}/${npCommunicationId}/${String(trophyId)}`;
}

function textOf(items: readonly RoamingItem[]): string {
  return JSON.stringify(items.map((item) => JSON.stringify(item)).sort());
}
