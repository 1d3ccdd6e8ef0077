import { expect, test } from 'vitest';
import {
  countShown,
  hasAddOns,
  isSecret,
  sectionsOf,
  type TrophyListView,
  trophyCountOf,
} from '@/utils/domain/trophies/trophy-list';
import { markedTrophies, type MarkedTrophies } from '@/utils/domain/trophies/marked-trophies';
import { NOT_ANNOTATED } from '@/utils/domain/trophies/trophy-annotation';
import type { Trophy, TrophySet } from '@/utils/domain/trophies/trophy-set';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const PLAIN: TrophyListView = {
  ...{ shown: 'all', sort: 'sony', type: null },
  ...{ baseOnly: false, pinnedFirst: false },
};
const NONE = markedTrophies([]);

function idsOf(
  set: TrophySet,
  choices: Partial<TrophyListView>,
  marked: Partial<MarkedTrophies> = {},
): number[] {
  return sectionsOf(set, { ...PLAIN, ...choices }, { ...NONE, ...marked }).flatMap(({ trophies }) =>
    trophies.map(({ trophyId }) => trophyId),
  );
}

function rated(trophyId: number, rate: number): Trophy {
  return aTrophy({
    trophyId,
    rates: [
      { day: 1, rate: 500 - rate },
      { day: 2, rate },
    ],
  });
}

const EARNED = { earned: true, earnedAt: 5 };

test.each([
  ['all', [0, 1, 2]],
  ['earned', [1]],
  ['missing', [0, 2]],
] as const)('shows %s: %j', (shown, ids) => {
  const trophies = [0, 1, 2].map((trophyId) => aTrophy({ trophyId, earned: trophyId === 1 }));
  expect(idsOf(aTrophySet({ trophies }), { shown })).toEqual(ids);
});

test("the rarest first, by the last look; what has no rate comes last, in Sony's order", () => {
  const trophies = [
    aTrophy({ trophyId: 0 }),
    rated(1, 300),
    rated(2, 41),
    aTrophy({ trophyId: 3 }),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'rarity' })).toEqual([2, 1, 0, 3]);
});

test('an add-on that Sony’s groups leave out stands where its trophies do', () => {
  const trophies = [null, '001', '002', '003'].map((groupId, trophyId) =>
    aTrophy({ trophyId, groupId: groupId ?? 'default' }),
  );
  const named = (groupId: string) => ({ groupId, name: groupId, iconUrl: null });
  const numbered = (set: Partial<TrophySet>) =>
    sectionsOf(aTrophySet(set), PLAIN, NONE).map(({ groupId, number }) => [groupId, number]);
  const inOrder = [
    ['default', 0],
    ['001', 1],
    ['002', 2],
    ['003', 3],
  ];

  expect(numbered({ trophies, groups: ['default', '002'].map(named) })).toEqual(inOrder);
  // It was named before, and was put behind the others.
  expect(numbered({ trophies, groups: ['default', '002', '001'].map(named) })).toEqual(inOrder);
  // Of one the trophies are not here: it has its number all the same.
  const groups = ['default', '001', '002', '003'].map(named);
  const some = trophies.filter(({ groupId }) => groupId !== '001');
  expect(numbered({ trophies: some, groups })).toEqual(inOrder.toSpliced(1, 1));
});

test('an add-on has its number, whichever groups are listed', () => {
  const trophies = [
    aTrophy({ trophyId: 0, earned: true }),
    aTrophy({ trophyId: 1, groupId: '001', earned: true }),
    aTrophy({ trophyId: 2, groupId: '002' }),
  ];
  const sections = sectionsOf(aTrophySet({ trophies }), { ...PLAIN, shown: 'missing' }, NONE);

  expect(sections).toMatchObject([{ groupId: '002', number: 2 }]);
});

test('last earned first; earned without a date before what is missing', () => {
  const trophies = [
    aTrophy({ trophyId: 0 }),
    aTrophy({ trophyId: 1, earned: true, earnedAt: null }),
    aTrophy({ trophyId: 2, earned: true, earnedAt: 5 }),
    aTrophy({ trophyId: 3, earned: true, earnedAt: 9 }),
    aTrophy({ trophyId: 4, earned: null }),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'date' })).toEqual([3, 2, 1, 0, 4]);
});

test('what was earned in one second is in the order of the log', () => {
  const at = { earned: true, earnedAt: 5_000 };
  const trophies = [
    aTrophy({ trophyId: 0, ...at, grade: 'platinum' }),
    aTrophy({ trophyId: 1, ...at }),
    aTrophy({ trophyId: 2, ...at }),
    aTrophy({ trophyId: 3 }),
    aTrophy({ trophyId: 4 }),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'date' })).toEqual([0, 2, 1, 3, 4]);
});

test('parts of a second are no order of their own, as in the log', () => {
  const trophies = [
    aTrophy({ trophyId: 0, earned: true, earnedAt: 5_100, grade: 'platinum' }),
    aTrophy({ trophyId: 1, earned: true, earnedAt: 5_900 }),
    aTrophy({ trophyId: 2, earned: true, earnedAt: 5_300 }),
    aTrophy({ trophyId: 3, earned: true, earnedAt: 6_000 }),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'date' })).toEqual([3, 0, 2, 1]);
});

test('next easiest: what is missing by how many have it, then what has no rate, and last what is earned', () => {
  const trophies = [
    { ...rated(0, 900), ...EARNED },
    aTrophy({ trophyId: 1 }),
    rated(2, 41),
    { ...rated(3, 990), earned: null },
    rated(4, 300),
    rated(5, 300),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'easiest' })).toEqual([4, 5, 2, 1, 3, 0]);
});

test('what is not to be had any more is advised after all that is, and before what is earned', () => {
  const missing = [rated(1, 990), rated(2, 41), aTrophy({ trophyId: 3 })];
  const trophies = [{ ...rated(0, 900), ...EARNED }, ...missing];
  const unobtainable = new Set([0, 1]);
  const set = aTrophySet({ trophies });
  expect(idsOf(set, { sort: 'easiest' }, { unobtainable })).toEqual([2, 3, 1, 0]);
  expect(idsOf(set, { sort: 'counter' }, { unobtainable })).toEqual([2, 3, 1, 0]);
  expect(idsOf(set, { sort: 'rarity' }, { unobtainable })).toEqual([2, 0, 1, 3]);
});

test('closest counter: by the share that is done; then what is not counted, and last what is earned', () => {
  const trophies = [
    aTrophy({ trophyId: 0, ...EARNED, progress: 9, target: 10 }),
    aTrophy({ trophyId: 1 }),
    aTrophy({ trophyId: 2, progress: 90, target: 1_000 }),
    aTrophy({ trophyId: 3, progress: 1, target: 2 }),
    aTrophy({ trophyId: 4, progress: null, target: 2 }),
    aTrophy({ trophyId: 5, progress: 0, target: 2 }),
    aTrophy({ trophyId: 6, earned: null, progress: 1, target: 2 }),
  ];
  expect(idsOf(aTrophySet({ trophies }), { sort: 'counter' })).toEqual([3, 2, 5, 4, 1, 6, 0]);
});

test("highest grade first, the same grade in Sony's order", () => {
  const grades = ['bronze', 'platinum', 'silver', 'gold', 'silver'] as const;
  const trophies = grades.map((grade, trophyId) => aTrophy({ trophyId, grade }));
  expect(idsOf(aTrophySet({ trophies }), { sort: 'grade' })).toEqual([1, 3, 2, 4, 0]);
});

test.each([
  [12, 30, { done: 12, target: 30 }],
  [30, 30, { done: 30, target: 30 }],
  // It counts something else.
  [500, 30, { done: null, target: 30 }],
  [null, 30, { done: null, target: 30 }],
  [12, 0, null],
  [12, null, null],
])('of a trophy that is not earned %j of %j are counted as %j', (progress, target, count) => {
  expect(trophyCountOf(aTrophy({ earned: false, progress, target }))).toStrictEqual(count);
  expect(trophyCountOf(aTrophy({ earned: true, progress, target }))).toBeNull();
});

test('pins stand first in their own group, and keep the order among them', () => {
  const trophies = [
    aTrophy({ trophyId: 0 }),
    aTrophy({ trophyId: 1 }),
    aTrophy({ trophyId: 2 }),
    aTrophy({ trophyId: 3, groupId: '001' }),
    aTrophy({ trophyId: 4, groupId: '001' }),
  ];
  const set = aTrophySet({ trophies });
  const pinned = new Set([4, 1, 2]);
  expect(idsOf(set, { pinnedFirst: true }, { pinned })).toEqual([1, 2, 0, 4, 3]);
  expect(idsOf(set, { pinnedFirst: false }, { pinned })).toEqual([0, 1, 2, 3, 4]);
});

test('only what is of a type, by the player’s word, however far its group is', () => {
  const of = { ...NOT_ANNOTATED, npCommunicationId: 'A' };
  const marked = markedTrophies([
    { ...of, trophyId: 0, missable: true, online: true },
    { ...of, trophyId: 2, online: true },
    { ...of, trophyId: 9, online: true },
  ]);
  const set = aTrophySet({
    trophies: [0, 1, 2].map((trophyId) => aTrophy({ trophyId, earned: trophyId === 0 })),
  });
  expect(idsOf(set, { type: 'online' }, marked)).toEqual([0, 2]);
  expect(idsOf(set, { type: 'missable' }, marked)).toEqual([0]);
  expect(idsOf(set, { type: 'story' }, marked)).toEqual([]);
  const online = countShown(set, { ...PLAIN, type: 'online' }, marked);
  expect(online).toEqual({ all: 2, earned: 1, missing: 1 });
  const [section] = sectionsOf(set, { ...PLAIN, type: 'missable' }, marked);
  expect(section?.progress).toBe(33);
});

test('each group says how far the whole of it is, whatever is listed of it', () => {
  const trophies = [
    aTrophy({ trophyId: 9, groupId: '001', grade: 'gold', ...EARNED }),
    aTrophy({ trophyId: 0, grade: 'silver', ...EARNED }),
    aTrophy({ trophyId: 1, grade: 'bronze' }),
    aTrophy({ trophyId: 2, grade: 'platinum' }),
  ];
  const groups = [{ groupId: '001', name: 'The Storm', iconUrl: null }];
  const sections = sectionsOf(
    aTrophySet({ groups, trophies }),
    { ...PLAIN, shown: 'earned' },
    NONE,
  );

  expect(sections).toMatchObject([
    {
      groupId: 'default',
      group: null,
      progress: 66,
      earned: { bronze: 0, silver: 1, gold: 0, platinum: 0 },
      defined: { bronze: 1, silver: 1, gold: 0, platinum: 1 },
      trophies: [{ trophyId: 0 }],
    },
    { groupId: '001', group: { name: 'The Storm' }, progress: 100, trophies: [{ trophyId: 9 }] },
  ]);
});

test('a group of which only definitions are there claims nothing of what is earned', () => {
  const trophies = [
    aTrophy({ trophyId: 0, ...EARNED }),
    aTrophy({ trophyId: 1, groupId: '001', earned: null }),
    aTrophy({ trophyId: 2, groupId: '001', grade: 'gold', earned: null }),
  ];
  const set = aTrophySet({ trophies });
  expect(sectionsOf(set, PLAIN, NONE)).toMatchObject([
    { groupId: 'default', progress: 100 },
    {
      groupId: '001',
      progress: null,
      earned: { bronze: null, silver: 0, gold: null, platinum: 0 },
      defined: { bronze: 1, silver: 0, gold: 1, platinum: 0 },
    },
  ]);
  expect(countShown(set, PLAIN, NONE)).toEqual({ all: 3, earned: 1, missing: 0 });
});

test('trophies of which nobody knows the group stand in one of their own, the last', () => {
  const trophies = [
    aTrophy({ trophyId: 0, groupId: null, grade: null }),
    aTrophy({ trophyId: 1, groupId: '001' }),
    aTrophy({ trophyId: 2 }),
  ];
  const sections = sectionsOf(aTrophySet({ trophies }), PLAIN, NONE);
  expect(sections.map(({ groupId }) => groupId)).toEqual(['default', '001', null]);
  expect(sections[2]).toMatchObject({ group: null, progress: null });
  expect(hasAddOns(aTrophySet({ trophies }))).toBe(true);
});

test('the base game alone, and what there is to show of it', () => {
  const trophies = [aTrophy({ trophyId: 0 }), aTrophy({ trophyId: 1, groupId: '001', ...EARNED })];
  const set = aTrophySet({ trophies });
  expect(idsOf(set, { baseOnly: true })).toEqual([0]);
  expect(countShown(set, { ...PLAIN, baseOnly: true }, NONE)).toEqual({
    all: 1,
    earned: 0,
    missing: 1,
  });
  expect(countShown(set, PLAIN, NONE)).toEqual({ all: 2, earned: 1, missing: 1 });
  expect(hasAddOns(set)).toBe(true);
  expect(hasAddOns(aTrophySet())).toBe(false);
});

test.each([
  [true, null, true],
  [true, false, true],
  [true, true, false],
  [false, false, false],
])('hidden %s and earned %s is a secret: %s', (hidden, earned, expected) => {
  expect(isSecret({ hidden, earned })).toBe(expected);
});
