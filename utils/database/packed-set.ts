import * as z from 'zod/mini';
import type { Trophy, TrophyGroup, TrophySet } from '../domain/trophies/trophy-set';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { schemaOf } from '../schema/schema-of';
import { type EarnedName, earnedNameIn } from './earned-name';
import { firstUnpackedTrophy } from './first-packing';
import { packedRates, packedTrophy, unpackedRates, unpackedTrophy } from './packed-trophy';
import { NOTHING_SHARED, sharedFactsOf, storedSharedFacts, type SharedFacts } from './shared-facts';

/** One set as a row. */
export interface PackedSet {
  npCommunicationId: string;
  /** The version of this packing. */
  v: 2;
  groups: TrophySet['groups'];
  shared: SharedFacts;
  trophies: ReturnType<typeof packedTrophy>[];
  /** Each with its rates as a trophy has them, the days counted from 1970. */
  gone?: [trophyId: number, rates: number[]][];
}

/** The same as it is found, also of an earlier packing: a trophy, or a group, that cannot be read costs itself only. */
export interface StoredSet extends Pick<PackedSet, 'npCommunicationId' | 'shared' | 'gone'> {
  v: 1 | 2;
  groups: unknown[];
  trophies: unknown[];
}

export const storedSet = schemaOf<StoredSet>()(() =>
  z.object({
    npCommunicationId: z.string(),
    v: z.literal([1, 2]),
    groups: z.array(z.unknown()),
    shared: z._default(storedSharedFacts, NOTHING_SHARED),
    trophies: z.array(z.unknown()),
    gone: z.exactOptional(z.catch(z.array(z.tuple([z.number(), z.array(z.number())])), [])),
  }),
);

export const storedGroup = schemaOf<TrophyGroup>()(() =>
  z.object({ groupId: z.string(), name: z.string(), iconUrl: z.nullable(z.string()) }),
);
const readGroup = readInPlace(storedGroup);

export function packed({ npCommunicationId, groups, trophies, gone }: TrophySet): PackedSet {
  const shared = sharedFactsOf(trophies);
  return {
    ...{ npCommunicationId, v: 2, groups, shared },
    trophies: trophies.map((trophy) => packedTrophy(trophy, shared)),
    ...(gone && { gone: gone.map(({ trophyId, rates }) => [trophyId, packedRates(rates, 0)]) }),
  };
}

/** What can be read of a set. */
export function unpacked(stored: StoredSet): TrophySet {
  const { npCommunicationId, v, groups, shared, trophies, gone } = stored;
  const readTrophy =
    v === 1 ? firstUnpackedTrophy : (trophy: unknown) => unpackedTrophy(trophy, shared);
  return {
    npCommunicationId,
    groups: readable(readGroup, groups),
    trophies: eachOnce(readable(readTrophy, trophies)),
    ...(gone && {
      gone: gone.map(([trophyId, rates]) => ({ trophyId, rates: unpackedRates(rates, 0) })),
    }),
  };
}

/** The names of the trophies that are earned, each with its id: without making a trophy of each, of 250,000. */
export function earnedNamesIn(stored: StoredSet): EarnedName[] {
  const { v, trophies } = stored;
  if (v === 2) return trophies.flatMap((trophy) => earnedNameIn(trophy));
  return unpacked(stored).trophies.flatMap(({ earned, trophyId, name }) =>
    earned === true ? [[trophyId, name] as const] : [],
  );
}

/** True where all of a set can be read. */
export function isReadable(stored: StoredSet): boolean {
  return isAllOf(stored, unpacked(stored));
}

/** True where nothing of what is stored was left out. */
export function isAllOf(stored: StoredSet, { groups, trophies }: TrophySet): boolean {
  return groups.length === stored.groups.length && trophies.length === stored.trophies.length;
}

function readable<Item>(
  read: (item: unknown) => Item | typeof UNREADABLE_PART,
  items: readonly unknown[],
): Item[] {
  return items.flatMap((item) => {
    const found = read(item);
    return found === UNREADABLE_PART ? [] : [found];
  });
}

/** The first with an id counts: two could neither be told apart nor counted. */
function eachOnce(trophies: readonly Trophy[]): Trophy[] {
  const known = new Set<number>();
  return trophies.filter(({ trophyId }) => known.size < known.add(trophyId).size);
}
