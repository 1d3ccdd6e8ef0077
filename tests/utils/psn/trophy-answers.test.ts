import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as answers from '@/utils/psn/answers';
import { toDefinition, toGroup, toState } from '@/utils/psn/to-domain';

/** Recorded shapes: definitions of a PS5 trophy, and what two players have of one. */
const DEFINITION = {
  trophyId: 35,
  trophyHidden: true,
  trophyType: 'silver',
  trophyName: ' Lamplighter ',
  trophyDetail: 'Light nine lanterns.',
  trophyIconUrl: 'https://psnobj.prod.dl.playstation.net/psnobj/NPWR00001_00/a.png',
  trophyGroupId: '001',
  trophyProgressTargetValue: '9',
  trophyRewardName: 'Avatar',
};
const EARNED = {
  trophyId: 0,
  trophyHidden: false,
  earned: true,
  earnedDateTime: '2020-11-22T17:51:30Z',
  trophyType: 'platinum',
  trophyRare: 0,
  trophyEarnedRate: '1.0',
};
const COUNTED = {
  trophyId: 35,
  earned: false,
  progress: '2',
  progressRate: 22,
  progressedDateTime: '2020-11-27T16:17:23Z',
  trophyType: 'silver',
  trophyRare: 1,
  trophyEarnedRate: '5.4',
};

const NOW = Date.UTC(2026, 10, 22);

function definition(said: object) {
  const { read, unread } = answers.parseRows(answers.definitionRow, 'trophyId', [said]);
  return { trophy: read.map(toDefinition)[0], unread };
}

function earned(said: object) {
  const { read, unread } = answers.parseRows(answers.earnedRow, 'trophyId', [said]);
  return { state: read.map((row) => toState(row, NOW))[0], unread };
}

describe('a definition', () => {
  test('is read with all that it has', () => {
    expect(definition(DEFINITION).trophy).toStrictEqual({
      trophyId: 35,
      groupId: '001',
      grade: 'silver',
      hidden: true,
      name: 'Lamplighter',
      detail: 'Light nine lanterns.',
      iconUrl: 'https://psnobj.prod.dl.playstation.net/psnobj/NPWR00001_00/a.png',
      rewardName: 'Avatar',
      target: 9,
    });
  });

  test.each(['trophyName', 'trophyDetail'])('has no text where its %s is none', (field) => {
    for (const value of [7, null, {}, ['a']]) {
      const { trophy, unread } = definition({ ...DEFINITION, [field]: value });
      expect(unread).toStrictEqual([]);
      expect(trophy?.[field === 'trophyName' ? 'name' : 'detail']).toBe('');
    }
  });

  test.each(['', ' ', null, 7.5])(
    'is in no group that is known where it is in %j',
    (trophyGroupId) => {
      expect(definition({ ...DEFINITION, trophyGroupId }).trophy?.groupId).toBeNull();
    },
  );

  test.each(['Gold', 'GOLD', ' gold'])('is a gold one where it is called %j', (trophyType) => {
    expect(definition({ ...DEFINITION, trophyType }).trophy?.grade).toBe('gold');
  });

  test('does without all that it can do without', () => {
    expect(definition({ trophyId: 0, trophyType: 'platinum' }).trophy).toStrictEqual({
      trophyId: 0,
      groupId: null,
      grade: 'platinum',
      hidden: null,
      name: '',
      detail: '',
      iconUrl: null,
      rewardName: null,
      target: null,
    });
  });

  test.each([
    ['an id that is no number', { trophyId: '35a' }, 'trophyId'],
    ['an id below zero', { trophyId: -1 }, 'trophyId'],
    ['a broken id', { trophyId: 1.5 }, 'trophyId'],
  ])('with %s is told apart by its field', (_, said, field) => {
    expect(definition({ ...DEFINITION, ...said }).unread).toMatchObject([{ fields: [field] }]);
  });

  test.each(['javascript:alert(1)', 'data:image/png;base64,AA', '//evil.example/x.png', ''])(
    'has no picture at %s',
    (trophyIconUrl) => {
      expect(definition({ ...DEFINITION, trophyIconUrl }).trophy?.iconUrl).toBeNull();
    },
  );
});

describe('what a player has of a trophy', () => {
  test('is read where it is earned', () => {
    expect(earned(EARNED).state).toStrictEqual({
      trophyId: 0,
      earned: true,
      earnedAt: Date.UTC(2020, 10, 22, 17, 51, 30),
      progress: null,
      progressedAt: null,
      rate: 10,
    });
  });

  test('is read where a counter is under way', () => {
    expect(earned(COUNTED).state).toStrictEqual({
      trophyId: 35,
      earned: false,
      earnedAt: null,
      progress: 2,
      progressedAt: Date.UTC(2020, 10, 27, 16, 17, 23),
      rate: 54,
    });
  });

  test('does without counter, date and rate, as on PS3', () => {
    expect(earned({ trophyId: 3, earned: false }).state).toStrictEqual({
      trophyId: 3,
      earned: false,
      earnedAt: null,
      progress: null,
      progressedAt: null,
      rate: null,
    });
  });

  test('has no counter where it is earned, and no date where it is not', () => {
    expect(earned({ ...COUNTED, earned: true }).state).toMatchObject({
      progress: null,
      progressedAt: null,
      earnedAt: null,
    });
    expect(earned({ ...EARNED, earned: false }).state?.earnedAt).toBeNull();
  });

  test.each([['trophyId', { trophyId: null }]])('is told apart by its %s (%j)', (field, said) => {
    expect(earned({ ...EARNED, ...said }).unread).toMatchObject([{ fields: [field] }]);
  });
});

test.each([
  ['0', 0],
  ['9', 9],
  [9, 9],
  [0, 0],
  [-1, null],
  ['12.5', 12.5],
  ['1000000', 1_000_000],
  ['', null],
  ['-1', null],
  ['1e9', null],
  ['nine', null],
  [null, null],
  [undefined, null],
])('a counter of %j is %j, and costs no trophy', (value, expected) => {
  expect(definition({ ...DEFINITION, trophyProgressTargetValue: value }).trophy?.target).toBe(
    expected,
  );
  expect(earned({ ...COUNTED, progress: value }).state?.progress).toBe(expected);
});

test.each([
  ['0.0', 0],
  ['4.6', 46],
  [4.6, 46],
  [100, 1_000],
  [100.1, null],
  [-1, null],
  ['83.3', 833],
  ['100.0', 1_000],
  ['100', 1_000],
  ['5.45', 55],
  ['100.1', null],
  ['999.9', null],
  ['-1.0', null],
  ['', null],
  ['4,6', null],
  ['NaN', null],
  [null, null],
  [undefined, null],
])('a rate of %j is %j tenths of a percent, and costs no trophy', (trophyEarnedRate, rate) => {
  expect(earned({ ...EARNED, trophyEarnedRate }).state?.rate).toBe(rate);
});

test('whatever rate Sony writes, it is whole tenths from none to all, as written', () => {
  fc.assert(
    fc.property(fc.nat(1_000), (rate) => {
      const trophyEarnedRate = (rate / 10).toFixed(1);
      expect(earned({ ...EARNED, trophyEarnedRate }).state?.rate).toBe(rate);
    }),
  );
});

test.each(['', 'yesterday', '0000-00-00', '0001-01-01T00:00:00Z', '2061-01-01T00:00:00Z', 7])(
  'a trophy that was earned at %j is earned, and nobody knows when',
  (earnedDateTime) => {
    expect(earned({ ...EARNED, earnedDateTime }).state).toMatchObject({
      earned: true,
      earnedAt: null,
    });
  },
);

test('a date of progress that cannot be read costs itself only', () => {
  expect(earned({ ...COUNTED, progressedDateTime: 'soon' }).state).toMatchObject({
    progress: 2,
    progressedAt: null,
  });
});

test('whatever a row is, it is read or told apart, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (row) => {
      for (const schema of [answers.definitionRow, answers.earnedRow]) {
        const { read, unread } = answers.parseRows(schema, 'trophyId', [row]);
        expect(read.length + unread.length).toBe(1);
        expect(unread.every(({ fields }) => fields.length > 0)).toBe(true);
      }
    }),
  );
});

describe('groups', () => {
  const groups = (rows: object[]) =>
    answers.parseRows(answers.groupRow, 'trophyGroupId', rows).read.map(toGroup);

  test('are read by id and name', () => {
    const trophyGroupIconUrl = 'http://image.api.playstation.com/g.png';
    const base = { trophyGroupId: 'default', trophyGroupName: ' Lantern Keepers ' };
    expect(groups([base, { ...base, trophyGroupId: '001', trophyGroupIconUrl }])).toStrictEqual([
      { groupId: 'default', name: 'Lantern Keepers', iconUrl: null },
      {
        groupId: '001',
        name: 'Lantern Keepers',
        iconUrl: 'https://image.api.playstation.com/g.png',
      },
    ]);
  });

  test('that come twice are one', () => {
    const addOn = { trophyGroupId: '001', trophyGroupName: 'Night\n' };
    const again = { trophyGroupId: '001', trophyGroupName: 'Day' };
    expect(groups([addOn, again]).map(({ name }) => name)).toStrictEqual(['Night']);
  });

  test('do without a name, as trophies do', () => {
    expect(groups([{ trophyGroupId: '001' }])).toStrictEqual([
      { groupId: '001', name: '', iconUrl: null },
    ]);
  });

  test('one without an id costs itself only', () => {
    const base = { trophyGroupId: 'default', trophyGroupName: 'Base' };
    const odd = [
      { trophyGroupName: 'nobody' },
      { ...base, trophyGroupId: '' },
      { ...base, trophyGroupId: -7 },
    ];
    expect(groups([...odd, base]).map(({ name }) => name)).toStrictEqual(['Base']);
  });
});
