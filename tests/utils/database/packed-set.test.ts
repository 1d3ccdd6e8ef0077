import { serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  earnedNamesIn,
  isReadable,
  packed,
  storedSet,
  unpacked,
} from '@/utils/database/packed-set';
import { GRADES } from '@/utils/domain/trophies/grades';
import type { Trophy, TrophySet } from '@/utils/domain/trophies/trophy-set';
import { aTrophy, aTrophySet } from '../../support/trophies';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const numberOrNull = fc.option(fc.nat());
const textOrNull = fc.option(text);

const trophies: fc.Arbitrary<Trophy> = fc.record({
  trophyId: fc.nat(500),
  groupId: textOrNull,
  grade: fc.constantFrom(...GRADES, null),
  hidden: fc.boolean(),
  name: text,
  detail: text,
  iconUrl: fc.option(
    fc.oneof(
      text,
      text.map((name) => `https://image/${name}.png`),
    ),
  ),
  rewardName: textOrNull,
  target: fc.option(fc.double({ min: 0, max: 2 ** 53 - 1, noNaN: true })),
  earned: fc.constantFrom(true, false, null),
  earnedAt: numberOrNull,
  progress: numberOrNull,
  progressedAt: numberOrNull,
  rates: fc.array(fc.record({ day: fc.nat(), rate: fc.nat(1_000) }), { maxLength: 5 }),
});

const sets: fc.Arbitrary<TrophySet> = fc.record({
  npCommunicationId: text,
  groups: fc.array(fc.record({ groupId: text, name: text, iconUrl: textOrNull })),
  trophies: fc.uniqueArray(trophies, { maxLength: 10, selector: ({ trophyId }) => trophyId }),
});
const setsWithGone = fc
  .tuple(sets, trophies)
  .map(([set, { trophyId, rates }]): TrophySet => ({ ...set, gone: [{ trophyId, rates }] }));

const HOST = 'https://image.api.playstation.com/';
/** Chromium goes on storing fractions where one lay before, as the first of these does. */
const [, COUNTED] = [7.5, 9].map((target) => ({ target, progress: target - 7 }));
const EARNED_TROPHY = aTrophy({
  trophyId: 7,
  groupId: '001',
  grade: 'gold',
  hidden: true,
  name: 'Name',
  detail: 'Detail',
  iconUrl: `${HOST}i.png`,
  rewardName: 'Avatar',
  earned: true,
  earnedAt: 1_600_000_000_000,
  progressedAt: 1_600_000_007_500,
  rates: [
    { day: 20_000, rate: 46 },
    { day: 20_001, rate: 47 },
  ],
  ...COUNTED,
});

test('lists and whole numbers are written as such, also what was calculated or lay where a fraction did', () => {
  const row = packed(
    aTrophySet({ trophies: [EARNED_TROPHY, aTrophy({ earnedAt: 1_700_000_000_000 })] }),
  );
  const asWritten: unknown = JSON.parse(JSON.stringify(row));

  expect(serialize(row)).toHaveLength(serialize(asWritten).length);
});

test('whatever a set holds, it comes out of the database as it went in', () => {
  fc.assert(
    fc.property(fc.oneof(sets, setsWithGone), (set) => {
      // Records of fast-check have no prototype.
      expect(unpacked(structuredClone(packed(set)))).toStrictEqual(structuredClone(set));
    }),
  );
});

test('what is earned is called as in the whole set', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const earned = set.trophies.filter((trophy) => trophy.earned === true);
      const names = earned.map(({ trophyId, name }) => [trophyId, name]);
      expect(earnedNamesIn(packed(set))).toStrictEqual(names);
    }),
  );
  expect(earnedNamesIn({ ...packed(aTrophySet()), trophies: [null, [1], 'a'] })).toStrictEqual([]);
});

test('each field has its place, which rows that are stored rely on', () => {
  const other = aTrophy({ trophyId: 8, iconUrl: `${HOST}j.png`, earned: null });

  expect(packed(aTrophySet({ trophies: [EARNED_TROPHY, other] }))).toStrictEqual({
    npCommunicationId: 'NPWR00001_00',
    v: 2,
    groups: [],
    shared: {
      groupIds: ['001', 'default'],
      pictures: [HOST, '.png'],
      since: 1_600_000_000_000,
      firstDay: 20_000,
    },
    trophies: [
      [7, 0, 2, 1, 'Name', 'Detail', 'i', 1, 0, [0, 46, 1, 47], 9, 2, 7.5, 'Avatar'],
      [8, 1, 0, 0, other.name, other.detail, 'j', null, null, []],
    ],
  });
});

test('a row of the first packing says what it said', () => {
  const trophies = [
    [
      ...[7, '001', 2, 1, 'Name', 'Detail', `${HOST}i.png`, 'Avatar', 9, 1, 1_600_000_000_000],
      ...[2, 1_600_000_007_500, [20_000, 46, 20_001, 47]],
    ],
  ];
  const row = { npCommunicationId: 'NPWR00001_00', v: 1, groups: [], trophies } as const;

  const read = storedSet.parse(row);
  expect(isReadable(read)).toBe(true);
  expect(unpacked(read)).toStrictEqual(aTrophySet({ trophies: [EARNED_TROPHY] }));
});

test('what is stored and cannot be is not known, and the trophy stays', () => {
  const set = packed(aTrophySet({ trophies: [aTrophy({ name: 'Name', target: 9, progress: 3 })] }));
  const stored = (place: number, value: unknown) =>
    unpacked({ ...set, trophies: [(set.trophies[0] as unknown[]).with(place, value)] }).trophies;

  expect(stored(2, 9)).toMatchObject([{ name: 'Name', grade: null }]);
  expect(stored(7, 7)).toMatchObject([{ name: 'Name', earned: null }]);
  expect(stored(10, -1)).toMatchObject([{ name: 'Name', target: null }]);
  expect(stored(10, 1e300)).toMatchObject([{ name: 'Name', target: null }]);
  expect(stored(11, '3')).toMatchObject([{ name: 'Name', target: 9, progress: null }]);
  const rates = [20_000, 46, 20_001, -1, 20_002, 1_001, 20_003];
  expect(stored(9, rates)).toMatchObject([{ rates: [{ day: 20_000, rate: 46 }] }]);
});

test('a trophy that is stored twice is there once, and its set is fetched again', () => {
  const set = packed(aTrophySet({ trophies: [aTrophy(), aTrophy({ name: 'Other' })] }));

  expect(unpacked(set).trophies).toStrictEqual([aTrophy()]);
  expect(isReadable(set)).toBe(false);
});

test('a trophy, or a group, that cannot be read costs itself only', () => {
  const whole = packed(aTrophySet({ trophies: [aTrophy(), aTrophy({ trophyId: 2 })] }));
  const [first, second] = whole.trophies;
  const damaged = {
    ...whole,
    groups: [{ groupId: 'default', name: null, iconUrl: null }],
    trophies: [first?.with(4, null), second, null, first?.with(1, 9)],
  };

  expect(isReadable(whole)).toBe(true);
  expect(isReadable({ ...whole, groups: damaged.groups })).toBe(false);
  expect(isReadable({ ...whole, trophies: damaged.trophies })).toBe(false);
  expect(unpacked(damaged)).toMatchObject({ groups: [], trophies: [{ trophyId: 2 }] });
});
