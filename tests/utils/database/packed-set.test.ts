import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReadable, packed, unpacked } from '@/utils/database/packed-set';
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
  iconUrl: textOrNull,
  rewardName: textOrNull,
  target: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
  earned: fc.constantFrom(true, false, null),
  earnedAt: numberOrNull,
  progress: numberOrNull,
  progressedAt: numberOrNull,
  rates: fc.array(fc.record({ day: fc.nat(), rate: fc.nat(1_000) }), { maxLength: 5 }),
});

const sets: fc.Arbitrary<TrophySet> = fc.record({
  npCommunicationId: text,
  groups: fc.array(fc.record({ groupId: text, name: text, iconUrl: textOrNull })),
  trophies: fc.array(trophies, { maxLength: 10 }),
});

test('whatever a set holds, it comes out of the database as it went in', () => {
  fc.assert(
    fc.property(sets, (set) => {
      // Records of fast-check have no prototype.
      expect(unpacked(structuredClone(packed(set)))).toStrictEqual(structuredClone(set));
    }),
  );
});

test('each field has its place, which rows that are stored rely on', () => {
  const trophy = aTrophy({
    trophyId: 7,
    groupId: '001',
    grade: 'gold',
    hidden: true,
    name: 'Name',
    detail: 'Detail',
    iconUrl: 'https://image.api.playstation.com/i.png',
    rewardName: 'Avatar',
    target: 9,
    earned: true,
    earnedAt: 1,
    progress: 2,
    progressedAt: 3,
    rates: [
      { day: 20_000, rate: 46 },
      { day: 20_001, rate: 47 },
    ],
  });
  expect(packed(aTrophySet({ trophies: [trophy] }))).toStrictEqual({
    npCommunicationId: 'NPWR00001_00',
    v: 1,
    groups: [],
    trophies: [
      [
        ...[7, '001', 2, 1, 'Name', 'Detail', 'https://image.api.playstation.com/i.png', 'Avatar'],
        ...[9, 1, 1, 2, 3, [20_000, 46, 20_001, 47]],
      ],
    ],
  });
});

test('a trophy, or a group, that cannot be read costs itself only', () => {
  const whole = packed(aTrophySet({ trophies: [aTrophy(), aTrophy({ trophyId: 2 })] }));
  const [first, second] = whole.trophies;
  const damaged = {
    ...whole,
    groups: [{ groupId: 'default', name: null, iconUrl: null }],
    trophies: [first?.with(4, null), second, null],
  };

  expect(isReadable(whole)).toBe(true);
  expect(isReadable({ ...whole, groups: damaged.groups })).toBe(false);
  expect(isReadable({ ...whole, trophies: damaged.trophies })).toBe(false);
  expect(unpacked(damaged)).toMatchObject({ groups: [], trophies: [{ trophyId: 2 }] });
});
