import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTrophiesIn, packedOpen, unpackedOpen } from '@/utils/domain/trophies/open-trophies';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { NextScoring, NEXT_MOODS } from '@/utils/domain/numbers/next-reasons';
import { NEXT_GAME } from '@/tests/support/next-games.ts';
import { aTrophy } from '@/tests/support/trophies.ts';

const open = (...trophies: Partial<Trophy>[]) => ({
  trophies: trophies.map((said, trophyId) => aTrophy({ trophyId, ...said })),
});

const anyTrophy = fc.record({
  earned: fc.constantFrom(true, false, false, null),
  grade: fc.constantFrom('bronze', 'silver', 'platinum', null),
  groupId: fc.constantFrom('default', '001', null),
  rates: fc.option(fc.nat(1000), { nil: null }).map((rate) => {
    return rate === null ? [] : [{ day: 1, rate }];
  }),
  target: fc.constantFrom(null, 10, 1_000_000),
  progress: fc.option(fc.nat(1_000_000), { nil: null }),
});

test('what is missing, with its last rate and how far it is counted', () => {
  const rates = [
    { day: 1, rate: 90 },
    { day: 2, rate: 412 },
  ];
  const set = open(
    { earned: true },
    { earned: null },
    { grade: 'platinum' },
    { rates, target: 50, progress: 48 },
    { groupId: '001', target: 50 },
    { groupId: null, target: 50, progress: 51 },
  );
  const none = { rate: null, share: null };
  const expected = [
    { trophyId: 3, rate: 412, share: 0.96, isBase: true },
    { trophyId: 4, ...none, isBase: false },
    { trophyId: 5, ...none, isBase: true },
  ];
  expect(openTrophiesIn(set)).toStrictEqual(expected);
  expect(unpackedOpen(packedOpen(set))).toStrictEqual(expected);
});

test('text that is cut off tells of what is whole', () => {
  const text = packedOpen(open({}, {}));
  expect(unpackedOpen(text.slice(0, -1))).toHaveLength(1);
  expect(unpackedOpen('')).toStrictEqual([]);
});

test('eight of a set at the most, and the two best of it among them, whatever the mood', () => {
  fc.assert(
    fc.property(
      fc.array(anyTrophy, { maxLength: 40 }),
      fc.subarray([...NEXT_MOODS]),
      fc.constantFrom(null, 2),
      (trophies, moods, leftToPlatinum) => {
        const set = open(...trophies);
        const kept = unpackedOpen(packedOpen(set));
        expect(kept.length).toBe(Math.min(8, openTrophiesIn(set).length));
        const scoring = new NextScoring(moods);
        const best = (some: ReturnType<typeof unpackedOpen>): number[] =>
          some
            .map((one) => scoring.scoreOf({ ...NEXT_GAME, leftToPlatinum }, one) ?? 0)
            .sort((one, other) => other - one)
            .slice(0, 2);
        // Each as it is kept alone: how far it is counted is kept in so many steps, and a step may round to a point.
        const each = trophies.flatMap((trophy) => unpackedOpen(packedOpen(open(trophy))));
        const [all, here] = [best(each), best(kept)];
        // Of who wants it short and rare another may be better by a little: half of its counter counts on top.
        const isMixed = moods.includes('short') && moods.includes('rare');
        const least = all.map((score) => score - (isMixed ? 6 : 0));
        expect(here.every((score, at) => score >= least[at]!)).toBe(true);
        expect(packedOpen(set).isWellFormed()).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
