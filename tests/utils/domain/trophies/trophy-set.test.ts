import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GRADES,
  type GradeCounts,
  definedOf,
  earnedOf,
  pointsOf,
  progressOf,
  sumOfGrades,
} from '@/utils/domain/trophies/grades';
import {
  tallyOf,
  withDefinitions,
  withGroups,
  type Trophy,
  type TrophyDefinition,
} from '@/utils/domain/trophies/trophy-set';
import { aTrophy, aTrophySet } from '../../../support/trophies';

function counts(bronze: number, silver = 0, gold = 0, platinum = 0): GradeCounts {
  return { bronze, silver, gold, platinum };
}

describe('progress', () => {
  test.each([
    [counts(0), counts(41, 7, 2, 1), 0],
    [counts(41, 7, 2, 1), counts(41, 7, 2, 1), 100],
    // The platinum counts for nothing.
    [counts(41, 7, 2, 0), counts(41, 7, 2, 1), 100],
    [counts(40, 7, 2, 0), counts(41, 7, 2, 1), 98],
    // 5 × 15 + 1 × 30 of 10 × 15 + 2 × 30 + 1 × 90 points: 35 %.
    [counts(5, 1), counts(10, 2, 1, 1), 35],
    [counts(1), counts(2), 50],
    [counts(1), counts(3), 33],
    [counts(0), counts(0), 0],
    [counts(0), counts(0, 0, 0, 1), 0],
  ])('of %j of %j is %i %', (earned, defined, progress) => {
    expect(progressOf(earned, defined)).toBe(progress);
  });

  test('whatever is earned, it is a whole percent, and a hundred only with everything', () => {
    const pair = fc.tuple(fc.nat(60), fc.nat(60)).map(([one, other]) => ({
      earned: Math.min(one, other),
      defined: Math.max(one, other),
    }));
    const grades = fc.record({ bronze: pair, silver: pair, gold: pair });
    fc.assert(
      fc.property(grades, ({ bronze, silver, gold }) => {
        const earned = counts(bronze.earned, silver.earned, gold.earned);
        const defined = counts(bronze.defined, silver.defined, gold.defined);
        const progress = progressOf(earned, defined);
        expect(Number.isInteger(progress)).toBe(true);
        const isAll = sumOfGrades(earned) === sumOfGrades(defined) && sumOfGrades(defined) > 0;
        expect(progress === 100).toBe(isAll);
        expect(progress).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('points are 15, 30, 90 and 300', () => {
  expect(GRADES.map((grade) => pointsOf({ ...counts(0), [grade]: 1 }))).toStrictEqual([
    15, 30, 90, 300,
  ]);
});

describe('counting by grade', () => {
  const gold = aTrophy({ grade: 'gold', earned: true });

  test('counts what there is and what is earned', () => {
    const trophies = [aTrophy(), gold, aTrophy({ grade: 'gold' })];
    expect(definedOf(trophies)).toStrictEqual(counts(1, 0, 2));
    expect(earnedOf(trophies)).toStrictEqual(counts(0, 0, 1));
  });

  test('leaves open what a trophy that may be earned would count for', () => {
    const trophies = [gold, aTrophy({ earned: null }), aTrophy({ grade: 'silver' })];
    expect(definedOf(trophies)).toStrictEqual(counts(1, 1, 1));
    expect(earnedOf(trophies)).toStrictEqual({ ...counts(0, 0, 1), bronze: null });
  });

  test('leaves all of them open where one is of an unknown grade', () => {
    const none = { bronze: null, silver: null, gold: null, platinum: null };
    const missing = aTrophy({ grade: null });
    expect(definedOf([gold, missing])).toStrictEqual(none);
    expect(earnedOf([gold, missing])).toStrictEqual(counts(0, 0, 1));
    expect(earnedOf([gold, { ...missing, earned: true }])).toStrictEqual(none);
  });

  test('makes no progress and no sum of what is not known', () => {
    const bronze = { ...counts(0, 1), bronze: null };
    expect(progressOf(bronze, counts(2, 2))).toBeNull();
    expect(progressOf({ ...counts(1), platinum: null }, counts(2))).toBe(50);
    expect(sumOfGrades(bronze)).toBeNull();
  });
});

describe('new definitions', () => {
  const earned = { earned: true, earnedAt: 5, rates: [{ day: 1, rate: 46 }] };
  const set = aTrophySet({
    groups: [{ groupId: 'default', name: 'Base', iconUrl: null }],
    trophies: [aTrophy({ trophyId: 0, ...earned }), aTrophy({ trophyId: 1, progress: 3 })],
  });

  function definition(trophyId: number, said: Partial<TrophyDefinition> = {}): TrophyDefinition {
    const trophy: Partial<Trophy> = aTrophy({ trophyId, ...said });
    for (const field of ['earned', 'earnedAt', 'progress', 'progressedAt', 'rates'] as const) {
      delete trophy[field];
    }
    return trophy as TrophyDefinition;
  }

  test('keep what the player has, joined by id in whatever order', () => {
    const definitions = [definition(2), definition(1, { name: 'New' }), definition(0)];
    const after = withDefinitions(set, definitions, 3);
    expect(after.trophies.map(({ trophyId }) => trophyId)).toStrictEqual([2, 1, 0]);
    // Nobody has said anything of the new one.
    expect(after.trophies).toMatchObject([
      { earned: null, earnedAt: null, rates: [] },
      { name: 'New', progress: 3 },
      earned,
    ]);
    expect(after.groups).toStrictEqual(set.groups);
  });

  test('take nothing away while they are fewer than there should be', () => {
    expect(withDefinitions(set, [definition(1)], 2).trophies).toMatchObject([
      { trophyId: 0, ...earned },
      { trophyId: 1 },
    ]);
    expect(withDefinitions(set, [], 2).trophies).toStrictEqual(set.trophies);
  });

  test.each([
    [[1, 2, 4], 6, [0, 1, 2, 3, 4, 5]],
    [[4, 2, 6, 1], 7, [0, 4, 5, 2, 3, 6, 1]],
    [[], 6, [0, 1, 2, 3, 4, 5]],
    [[0, 5], null, [0, 1, 2, 3, 4, 5]],
    [[1, 2, 4], 3, [1, 2, 4]],
  ])('leave a trophy that cannot be read where it was: %j', (read, count, order) => {
    const trophies = Array.from({ length: 6 }, (_, trophyId) => aTrophy({ trophyId }));
    const definitions = read.map((trophyId) => definition(trophyId));
    const after = withDefinitions({ ...set, trophies }, definitions, count);
    expect(after.trophies.map(({ trophyId }) => trophyId)).toStrictEqual(order);
  });

  test('take away what Sony has taken away', () => {
    const after = withDefinitions(set, [definition(1)], 1);
    expect(after.trophies.map(({ trophyId }) => trophyId)).toStrictEqual([1]);
  });

  test('leave beside the set what was seen of a trophy that goes, until it comes back', () => {
    const without = withDefinitions(set, [definition(1)], 1);
    expect(without.gone).toStrictEqual([{ trophyId: 0, rates: earned.rates }]);
    // Nothing was seen of the other one.
    const none = withDefinitions(without, [definition(7), definition(8)], 2);
    expect(none.gone).toStrictEqual(without.gone);
    const back = withDefinitions(none, [definition(0), definition(7)], 2);
    expect(back.trophies[0]?.rates).toStrictEqual(earned.rates);
    expect(back).not.toHaveProperty('gone');
  });

  test('leave the set before as it was', () => {
    const before = structuredClone(set);
    withDefinitions(set, [definition(0, { name: 'New' }), definition(7)], 2);
    expect(set).toStrictEqual(before);
  });
});

describe('what the list of games needs of a set', () => {
  const platinum = aTrophy({ trophyId: 0, grade: 'platinum' });
  const add = aTrophy({ trophyId: 3, groupId: '001' });
  const has = (trophy: Trophy, earnedAt: number | null, rate = 100): Trophy => ({
    ...trophy,
    earned: true,
    earnedAt,
    rates: [
      { day: 1, rate: 5 },
      { day: 2, rate },
    ],
  });
  const tally = (...trophies: Trophy[]) => tallyOf(aTrophySet({ trophies }), trophies.length, true);
  const unsaid = (trophyId: number) => aTrophy({ trophyId, earned: null });

  test('is nothing for a set without trophies, and where only its definitions are there', () => {
    expect(tally()).toBeNull();
    expect(tally({ ...platinum, earned: null }, unsaid(1), unsaid(2))).toBeNull();
  });

  test('claims nothing that a trophy of which nobody has said anything could make untrue', () => {
    expect(tally(platinum, has(aTrophy(), 4), unsaid(2))).toMatchObject({
      lastEarnedAt: null,
      completedAt: null,
      leftToPlatinum: null,
    });
    expect(tally(platinum, has(aTrophy(), 4), { ...add, earned: null })).toMatchObject({
      lastEarnedAt: null,
      leftToPlatinum: 0,
    });
    expect(tally(platinum, aTrophy({ groupId: null }))?.leftToPlatinum).toBeNull();
    // None is left in a base game that the platinum itself is not in.
    expect(tally({ ...platinum, groupId: '099' }, add)?.leftToPlatinum).toBeNull();
    expect(tally({ ...platinum, groupId: null }, aTrophy())?.leftToPlatinum).toBe(1);
  });

  test('is not complete where a trophy of the set is missing', () => {
    const trophies = [has(platinum, 9), has(aTrophy(), 4)];
    expect(tallyOf(aTrophySet({ trophies }), 2, true)).toMatchObject({ completedAt: 9 });
    expect(tallyOf(aTrophySet({ trophies }), 3, true)).toMatchObject({ completedAt: null });
    expect(tallyOf(aTrophySet({ trophies }), null, true)).toMatchObject({ completedAt: null });
  });

  test('says nothing that is about all where trophies are missing', () => {
    const trophies = [platinum, has(aTrophy(), 4), aTrophy()];
    const whole = { lastEarnedAt: 4, leftToPlatinum: 1 };
    const partial = { lastEarnedAt: null, leftToPlatinum: null };
    expect(tallyOf(aTrophySet({ trophies }), 3, true)).toMatchObject(whole);
    expect(tallyOf(aTrophySet({ trophies }), null, true)).toMatchObject(whole);
    expect(tallyOf(aTrophySet({ trophies }), 4, true)).toMatchObject(partial);
    expect(tallyOf(aTrophySet({ trophies }), 3, false)).toMatchObject(partial);
  });

  test('counts base trophies only on the way to the platinum', () => {
    expect(tally(platinum, has(aTrophy(), 1), aTrophy(), add)?.leftToPlatinum).toBe(1);
    expect(tally(platinum, has(aTrophy(), 1), add)?.leftToPlatinum).toBe(0);
    expect(tally(has(platinum, 9), has(aTrophy(), 1), add)?.leftToPlatinum).toBeNull();
    expect(tally(aTrophy(), add)?.leftToPlatinum).toBeNull();
  });

  test('is complete with the last trophy, add-ons included', () => {
    expect(tally(has(platinum, 9), has(aTrophy(), 4), add)).toMatchObject({
      lastEarnedAt: 9,
      platinumAt: 9,
      completedAt: null,
    });
    expect(tally(has(platinum, 9), has(aTrophy(), 4), has(add, 20))).toMatchObject({
      lastEarnedAt: 20,
      platinumAt: 9,
      completedAt: 20,
    });
  });

  test('has the rarest by the latest looks at what is earned', () => {
    const unearned = aTrophy({ rates: [{ day: 1, rate: 1 }] });
    expect(tally(has(aTrophy(), 1, 300), has(aTrophy(), 2, 80), unearned)?.rarestEarned).toBe(80);
    expect(tally(unearned)?.rarestEarned).toBeNull();
  });

  test('says where an earned trophy without a rate may be rarer than the rarest', () => {
    const unrated = aTrophy({ earned: true, earnedAt: 3, rates: [] });
    expect(tally(has(aTrophy(), 2, 80), unrated)).toMatchObject({
      rarestEarned: 80,
      lacksRate: true,
    });
    expect(tally(has(aTrophy(), 2, 80))).not.toHaveProperty('lacksRate');
  });

  test('says whether and when the base game was done where its counts do not', () => {
    const addOn = aTrophy({ groupId: '001' });
    const base = aTrophy({ earned: true, earnedAt: 5 });
    expect(tally(base, aTrophy({ earned: true, earnedAt: 8 }), addOn)?.base).toEqual({
      ...{ done: true, at: 8 },
    });
    expect(tally(base, aTrophy({ earned: true }), addOn)?.base).toEqual({ done: true, at: null });
    expect(tally(base, aTrophy(), addOn)?.base).toEqual({ done: false, at: null });
    expect(tally(base, aTrophy({ earned: null }), addOn)).not.toHaveProperty('base');
    expect(tally(base, aTrophy({ groupId: null }), addOn)).not.toHaveProperty('base');
    expect(tally(base, aTrophy())).not.toHaveProperty('base');
    expect(tally(base, platinum, addOn)).not.toHaveProperty('base');
  });

  test('does not take the last date that is known for the last', () => {
    expect(tally(has(platinum, null), has(aTrophy(), 3))).toMatchObject({
      lastEarnedAt: null,
      platinumAt: null,
      completedAt: null,
    });
  });
});

test('a group that has trophies keeps its name where Sony leaves it out', () => {
  const named = (groupId: string, name = groupId) => ({ groupId, name, iconUrl: null });
  const trophies = ['default', '001', '002'].map((groupId, trophyId) =>
    aTrophy({ trophyId, groupId }),
  );
  const groups = [named('default'), named('001'), named('002'), named('003')];
  const after = withGroups(aTrophySet({ trophies, groups }), [named('001', 'New')]);

  expect(after.groups.map(({ name }) => name)).toStrictEqual(['default', 'New', '002']);
});
