import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedGame, type CopiedGame } from '@/utils/copy/merged-game';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import type { DatedRate } from '@/utils/domain/trophies/rarity';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const MARKS = { status: 'done', choice: 'picked' } as const;

interface Said {
  at: number | null;
  updatedAt?: number;
  name?: string;
  trophies?: { trophyId: number; earned?: boolean; rates?: DatedRate[] }[] | null;
  status?: 'playing' | undefined;
}

function aGame({ at, updatedAt = 1, name = 'Bloom', trophies = [], status }: Said): CopiedGame {
  const title = aLibraryTitle({
    ...{ name, lastUpdatedAt: updatedAt, fetched: { ...NOTHING_FETCHED, at } },
    ...(status !== undefined && { status }),
  });
  const set = trophies && aTrophySet({ trophies: trophies.map((each) => aTrophy(each)) });
  return { title, set };
}

const rate = fc.record({ day: fc.nat(3), rate: fc.integer({ min: 0, max: 3 }) });
const rates = fc
  .uniqueArray(rate, { selector: ({ day }) => day })
  .map((each) => [...each].sort((one, other) => one.day - other.day));
/** A set only grows from one time to the next, and none of its trophies is as it was. */
const game = fc
  .record({ at: fc.integer({ min: 1, max: 3 }), rates: fc.tuple(rates, rates, rates) })
  .map(({ at, rates: each }) =>
    aGame({
      at,
      trophies: each
        .slice(0, at)
        .map((known, trophyId) => ({ trophyId, earned: trophyId < at - 1, rates: known })),
    }),
  );
const anyGame = fc.oneof(game, fc.constant(aGame({ at: null, trophies: null })));

test('any order of merges ends in the same', () => {
  fc.assert(
    fc.property(anyGame, anyGame, anyGame, (a, b, c) => {
      const merge = (one: CopiedGame, other: CopiedGame) => mergedGame(one, other, MARKS);
      const end = merge(merge(a, b), c);
      expect(merge(a, merge(b, c))).toEqual(end);
      expect(merge(c, merge(b, a))).toEqual(end);
      expect(merge(merge(end, a), end)).toEqual(end);
    }),
    { numRuns: 300 },
  );
});

test('no rate that either had is lost', () => {
  fc.assert(
    fc.property(game, game, (one, other) => {
      const known = [one, other].flatMap(({ set }) => set?.trophies ?? []);
      const merged = mergedGame(one, other, {}).set?.trophies ?? [];
      for (const { trophyId, rates: each } of known) {
        const kept = merged.find((trophy) => trophy.trophyId === trophyId)?.rates ?? [];
        expect(kept.map(({ day }) => day)).toEqual(
          expect.arrayContaining(each.map(({ day }) => day)),
        );
      }
    }),
    { numRuns: 300 },
  );
});

const OLD = aGame({
  ...{ at: 5, updatedAt: 9, name: 'Old', status: 'playing' as const },
  trophies: [{ trophyId: 0, rates: [{ day: 1, rate: 40 }] }],
});

test.each([
  ['fetched later', aGame({ at: 6, name: 'New', trophies: [{ trophyId: 0, earned: true }] })],
  ['of a later word of Sony’s', { ...aGame({ at: 5, updatedAt: 10, name: 'New' }) }],
])('the title comes with the set that it is of: %s', (_, later) => {
  for (const [one, other] of [
    [OLD, later],
    [later, OLD],
  ] as const) {
    const { title, set } = mergedGame(one, other, MARKS);
    expect(title).toMatchObject({ name: 'New', ...MARKS });
    expect(set?.trophies.map(({ trophyId, earned }) => [trophyId, earned])).toEqual(
      later.set?.trophies.map(({ trophyId, earned }) => [trophyId, earned]),
    );
  }
});

test('trophies that only one of both has are kept, with the title that they are of', () => {
  const later = aGame({ at: 9, updatedAt: 99, name: 'New', trophies: null });
  const { title, set } = mergedGame(OLD, later, {});
  expect([title?.name, set]).toEqual(['Old', OLD.set]);
});

test('what the items do not say the row does not say either', () => {
  const { title } = mergedGame(OLD, OLD, {});
  expect(title).not.toHaveProperty('status');
});

test('of a day the higher rate: a 0 was an hour of Sony’s', () => {
  const of = (known: DatedRate[]) => aGame({ at: 5, trophies: [{ trophyId: 0, rates: known }] });
  const one = of([
    { day: 2, rate: 0 },
    { day: 5, rate: 30 },
  ]);
  const merged = mergedGame(one, of([{ day: 2, rate: 41 }]), {});
  expect(merged.set?.trophies[0]?.rates).toEqual([
    { day: 2, rate: 41 },
    { day: 5, rate: 30 },
  ]);
});
