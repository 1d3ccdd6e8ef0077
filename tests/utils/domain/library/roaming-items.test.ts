import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bucketsOf,
  bytesOf,
  changedBuckets,
  laterOfBoth,
  ROAMING_LIMITS,
  roamingPlan,
  rowOf,
  withoutForgotten,
  type Buckets,
} from '@/utils/domain/library/roaming-items';
import { agedItem } from '@/utils/domain/library/deletions';
import type { StoredItem } from '@/utils/domain/library/player-item';
import { DAY } from '@/utils/domain/time-units';

const ACCOUNT = '1234567890123456789';

const NOW = 2_000 * DAY;

function aNote(set: number, value: string | null, version = 1, device = 'a'): StoredItem {
  const npCommunicationId = `NPWR${String(set).padStart(5, '0')}_00`;
  return { kind: 'note', npCommunicationId, trophyId: 3, value, version, device };
}

/** What a computer does: it takes what lies there, and puts there what it knows better. */
function meet(
  library: readonly StoredItem[],
  found: Buckets,
  now = NOW,
): { library: StoredItem[]; area: Buckets; left: number; isWritten: boolean } {
  const area = withoutForgotten(found, now);
  const after = laterOfBoth(library, [...area.values()].flat().map(rowOf), now);
  const plan = roamingPlan(ACCOUNT, after, area, 0);
  const changed = changedBuckets(found, plan.buckets);
  return {
    library: after,
    area: new Map([...found, ...changed]),
    left: plan.left.length,
    isWritten: changed.size > 0,
  };
}

const sorted = (items: readonly StoredItem[]): string[] =>
  items.map((item) => JSON.stringify(item)).sort();

const NOTHING: Buckets = new Map();

test('two computers that each know something know all of it after three meetings', () => {
  const first = meet([aNote(1, 'mine'), aNote(2, 'older')], NOTHING);
  const second = meet([aNote(2, 'newer', 2, 'b'), aNote(3, null, 4, 'b')], first.area);
  const third = meet(first.library, second.area);
  expect(sorted(third.library)).toEqual(sorted(second.library));
  expect(sorted(third.library)).toEqual(
    sorted([aNote(1, 'mine'), aNote(2, 'newer', 2, 'b'), aNote(3, null, 4, 'b')]),
  );
  expect(third.isWritten).toBe(false);
});

test('only what the player wrote goes, and nobody is told whose it is', () => {
  const { area } = meet(
    [aNote(1, 'mine'), { ...aNote(1, null), kind: 'choice', value: 'always' }],
    NOTHING,
  );
  const text = JSON.stringify([...area]);
  expect(text).toContain('mine');
  expect(text).not.toContain('always');
  expect(text).not.toContain(ACCOUNT);
  expect(bucketsOf(ACCOUNT)).not.toBe(bucketsOf('1234567890123456780'));
});

test('a bucket is written again only where it says something else', () => {
  const first = meet([aNote(1, 'one'), aNote(2, 'two')], NOTHING);
  const plan = roamingPlan(ACCOUNT, [aNote(1, 'one'), aNote(2, 'other', 2)], first.area, 0);
  const changed = changedBuckets(first.area, plan.buckets);
  expect([...changed.values()].flat().map(rowOf)).toEqual([aNote(2, 'other', 2)]);
});

test('what finds no room is told, and what lies there stays', () => {
  const long = 'ü'.repeat(999);
  const many = Array.from({ length: 200 }, (_, set) => aNote(set, long));
  const first = meet(many, NOTHING);
  expect(first.left).toBeGreaterThan(100);
  expect(sizeOf(first.area)).toBeLessThanOrEqual(ROAMING_LIMITS.area);
  // Another computer's word of a kind that goes first takes nobody's place.
  const second = meet([aNote(900, long, 1, 'b')], first.area);
  expect(second.left).toBe(1);
  expect(second.isWritten).toBe(false);
});

test('an area that is full to the last byte is not too full for Firefox, which weighs it as one text', () => {
  let { area } = meet(
    Array.from({ length: 200 }, (_, set) => aNote(set, 'x'.repeat(999))),
    NOTHING,
  );
  for (const letters of [900, 450, 220, 110, 55, 28, 14, 7, 3, 1])
    for (const set of [1_000, 2_000])
      ({ area } = meet([aNote(set + letters, 'x'.repeat(letters))], area));
  const weight = bytesOf(Object.fromEntries(area));
  expect(weight).toBeLessThanOrEqual(ROAMING_LIMITS.area);
  expect(weight).toBeGreaterThan(ROAMING_LIMITS.area - 100);
});

test('a later version without room leaves the earlier one where it lies', () => {
  const many = Array.from({ length: 43 }, (_, set) => aNote(set, 'long '.repeat(440)));
  const first = meet(many, NOTHING);
  const longer = [...first.area.values()].flat().map(rowOf)[0]!;
  const later = { ...longer, value: 'long '.repeat(1_600), version: 2 };
  const again = meet(
    [...many.filter((each) => each.npCommunicationId !== longer.npCommunicationId), later],
    first.area,
  );
  expect(again.library).toContainEqual(later);
  expect(again.left).toBe(1);
  expect(sorted([...again.area.values()].flat().map(rowOf))).toEqual(
    sorted([...first.area.values()].flat().map(rowOf)),
  );
  expect(meet(again.library, again.area).isWritten).toBe(false);
});

test('of one set as much fits as a bucket takes, by what Chromium makes of each letter', () => {
  const notes = (letter: string, count: number): StoredItem[] =>
    Array.from({ length: 10 }, (_, trophyId) => ({ ...aNote(1, letter.repeat(count)), trophyId }));
  expect(meet(notes('a', 1_900), NOTHING).left).toBe(6);
  // `<` is six bytes there.
  expect(meet(notes('<', 1_000), NOTHING).left).toBe(9);
});

test('a deletion goes with its date, and a year later out of every library and the area', () => {
  const aged = (items: readonly StoredItem[], now: number): StoredItem[] =>
    items.flatMap((item) => agedItem(item, now) ?? []);
  const mine = [aNote(1, null, 2), aNote(66, 'kept')];
  const first = meet(aged(mine, NOW), NOTHING);
  const second = meet([aNote(1, 'theirs', 1, 'b')], first.area);
  expect(second.library).toContainEqual({ ...aNote(1, null, 2), deletedAt: NOW });

  const later = NOW + 366 * DAY;
  const third = meet(aged(first.library, later), second.area, later);
  const fourth = meet(aged(second.library, later), third.area, later);
  for (const each of [third, fourth]) expect(each.library).toEqual([aNote(66, 'kept')]);
  expect(fourth.isWritten).toBe(false);
});

test('a bucket in which all is forgotten is emptied, and one that is only full is not', () => {
  const first = meet([{ ...aNote(1, null, 2), deletedAt: NOW }], NOTHING);
  const later = meet([], first.area, NOW + 366 * DAY);
  expect(first.isWritten).toBe(true);
  expect([...later.area.values()]).toEqual([[]]);
  expect(meet([], later.area, NOW + 366 * DAY).isWritten).toBe(false);

  const kept = meet([aNote(1, 'mine')], NOTHING).area;
  const plan = roamingPlan(ACCOUNT, [aNote(1, 'mine')], kept, ROAMING_LIMITS.area);
  expect(changedBuckets(kept, plan.buckets).size).toBe(0);
});

test('what a later build has roam stays where it lies', () => {
  const first = meet([aNote(1, 'mine')], NOTHING);
  const [name = '', items = []] = [...first.area][0] ?? [];
  const later = ['mood', 'NPWR00001_00', 3, 'glad', 1, 'later'] as const;
  const area: Buckets = new Map([[name, [...items, [...later]]]]);
  expect(meet([aNote(1, 'mine')], area).isWritten).toBe(false);
  const changed = meet([aNote(1, 'other', 2)], area).area.get(name);
  expect(changed).toContainEqual(later);
});

test('no bucket and no area is larger than browsers take, whatever is written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 3_000 });
  const items = fc.array(
    fc.tuple(fc.nat(300), text).map(([set, value]) => aNote(set, value + '<"\\')),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(items, (some) => {
      const { area } = meet(laterOfBoth(some, [], NOW), NOTHING);
      expect(sizeOf(area)).toBeLessThanOrEqual(ROAMING_LIMITS.area);
      for (const [name, bucket] of area)
        expect(bytesOf(bucket) + name.length).toBeLessThanOrEqual(ROAMING_LIMITS.bucket);
    }),
    { numRuns: 40 },
  );
});

test('200 random edits on three computers, meeting in any order, end in one library', () => {
  const edit = fc.record({
    by: fc.nat(2),
    set: fc.nat(8),
    value: fc.option(fc.constantFrom('x', 'y')),
  });
  const step = fc.oneof(edit, fc.record({ meets: fc.nat(2) }));
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 200 }), (steps) => {
      const libraries: StoredItem[][] = [[], [], []];
      let area = NOTHING;
      const meeting = (by: number): boolean => {
        const met = meet(libraries[by]!, area);
        [libraries[by], area] = [met.library, met.area];
        return met.isWritten;
      };
      for (const each of steps) {
        if ('meets' in each) meeting(each.meets);
        else {
          const before = libraries[each.by]!;
          const { version = 0 } =
            before.find(
              (item) => item.npCommunicationId === aNote(each.set, '').npCommunicationId,
            ) ?? {};
          libraries[each.by] = laterOfBoth(
            before,
            [aNote(each.set, each.value, version + 1, 'abc'[each.by])],
            NOW,
          );
        }
      }
      for (let round = 0; round < 2; round += 1) [0, 1, 2].map(meeting);
      expect([0, 1, 2].map(meeting)).toEqual([false, false, false]);
      expect(sorted(libraries[1]!)).toEqual(sorted(libraries[0]!));
      expect(sorted(libraries[2]!)).toEqual(sorted(libraries[0]!));
      expect(sorted([...area.values()].flat().map(rowOf))).toEqual(sorted(libraries[0]!));
    }),
    { numRuns: 20 },
  );
});

function sizeOf(area: Buckets): number {
  return [...area].reduce((sum, [name, items]) => sum + name.length + bytesOf(items), 0);
}

test('what never found room, and is deleted, is not missing there', () => {
  const all = Array.from({ length: 200 }, (_, set) => aNote(set, 'x'.repeat(1_000)));
  const full = meet(all, NOTHING);
  const lies = new Set([...full.area.values()].flat().map((item) => item[1]));
  const after = all.map((item) =>
    lies.has(item.npCommunicationId)
      ? item
      : { ...aNote(0, null, 2), npCommunicationId: item.npCommunicationId },
  );
  expect(full.left).toBeGreaterThan(50);
  expect(meet(after, full.area).left).toBe(0);
});
