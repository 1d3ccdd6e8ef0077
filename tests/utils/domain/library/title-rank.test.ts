import { describe, expect, test } from 'vitest';
import { RANKS } from '@/utils/domain/library/title-rank';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { GradeCounts } from '@/utils/domain/trophies/grades';
import type { TrophyTally } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle, allFetched } from '../../../support/library-titles.ts';

const counts = (bronze: number, silver = 0, gold = 0, platinum = 0): GradeCounts => ({
  ...{ bronze, silver, gold, platinum },
});
const DEFINED = counts(10, 4, 2, 1);
const ALL = { defined: DEFINED, earned: DEFINED, progress: 100 };
const NONE = { earned: counts(0), progress: 0 };
const TALLY: TrophyTally = {
  lastEarnedAt: 900,
  platinumAt: null,
  completedAt: 900,
  rarestEarned: 41,
  leftToPlatinum: 3,
};

const listed = (said: Partial<LibraryTitle>) => aLibraryTitle({ lastUpdatedAt: 1_000, ...said });
const fetched = (said: Partial<LibraryTitle>) => allFetched(listed({ tally: TALLY, ...said }), 5);
const exact = (value: number) => ({ value, certainty: 'exact' });
const atMost = (value: number) => ({ value, certainty: 'at-most' });

describe('how far the platinum is', () => {
  const open = { defined: DEFINED, earned: counts(3, 1, 0, 0) };

  test('is known from the list alone where a set has one group', () => {
    expect(RANKS.platinum(listed({ ...open, groupCount: 1 }))).toEqual(exact(12));
  });

  test('is at most what is missing where there are add-ons, or may be', () => {
    expect(RANKS.platinum(listed({ ...open, groupCount: 3 }))).toEqual(atMost(12));
    expect(RANKS.platinum(listed({ ...open, groupCount: null }))).toEqual(atMost(12));
  });

  test('is known exactly from the trophies, and from older ones at most', () => {
    const title = fetched({ ...open, groupCount: 3 });
    expect(RANKS.platinum(title)).toEqual(exact(3));
    expect(RANKS.platinum({ ...title, lastUpdatedAt: 1_001 })).toEqual(atMost(3));
  });

  test('is nothing without a platinum, or with it', () => {
    expect(RANKS.platinum(listed({ ...open, defined: counts(10) }))).toBe('none');
    expect(RANKS.platinum(listed({ ...open, earned: counts(3, 1, 0, 1) }))).toBe('none');
  });

  test('is nothing where it is not possible, and a trophy that it does not need changes nothing', () => {
    expect(RANKS.platinum(listed({ ...open, unobtainable: 'game' }))).toBe('none');
    expect(RANKS.platinum(listed({ ...open, unobtainable: 'platinum' }))).toBe('none');
    const said = { ...open, groupCount: 1 };
    expect(RANKS.platinum(listed({ ...said, unobtainable: 'trophy' }))).toEqual(exact(12));
  });

  test('is not known where a count is not', () => {
    expect(RANKS.platinum(listed({ ...open, earned: { ...open.earned, gold: null } }))).toBe(
      'unknown',
    );
    expect(RANKS.platinum(listed({ ...open, defined: { ...DEFINED, platinum: null } }))).toBe(
      'unknown',
    );
  });
});

describe('when a game was completed', () => {
  test('was at the latest when its set changed last', () => {
    expect(RANKS.completed(listed(ALL))).toEqual(atMost(1_000));
    expect(RANKS.completed(fetched(ALL))).toEqual(exact(900));
    expect(RANKS.completed(fetched({ ...ALL, tally: { ...TALLY, completedAt: null } }))).toEqual(
      atMost(1_000),
    );
  });

  test('is nothing while something is missing, whatever an older look has seen', () => {
    expect(RANKS.completed(fetched({ earned: counts(9, 4, 2, 1), progress: 98 }))).toBe('none');
    expect(RANKS.completed(listed({ ...NONE, defined: counts(0) }))).toBe('none');
  });

  test('is not known where neither date nor counts are', () => {
    expect(RANKS.completed(listed({ ...ALL, lastUpdatedAt: -5 }))).toBe('unknown');
    expect(RANKS.completed(listed({ ...ALL, defined: { ...DEFINED, gold: null } }))).toBe(
      'unknown',
    );
  });
});

test('the last trophy came at the latest when the set changed last; without one there is none', () => {
  expect(RANKS.trophy(listed({}))).toEqual(atMost(1_000));
  expect(RANKS.trophy(fetched({}))).toEqual(exact(900));
  expect(RANKS.trophy({ ...fetched({}), lastUpdatedAt: 2_000 })).toEqual(atMost(2_000));
  expect(RANKS.trophy(listed(NONE))).toBe('none');
  expect(RANKS.trophy(listed({ lastUpdatedAt: -5 }))).toBe('unknown');
  expect(RANKS.trophy(listed({ earned: { ...counts(0), gold: null } }))).toBe('unknown');
  expect(RANKS.trophy(listed({ earned: { ...counts(1), gold: null } }))).toEqual(atMost(1_000));
});

test('how rare the rarest is the list does not know', () => {
  expect(RANKS.rarest(listed({}))).toBe('unknown');
  expect(RANKS.rarest(listed(NONE))).toBe('none');
  expect(RANKS.rarest(fetched({}))).toEqual(exact(41));
  expect(RANKS.rarest({ ...fetched({}), lastUpdatedAt: 2_000 })).toEqual(atMost(41));
  expect(RANKS.rarest(fetched({ tally: { ...TALLY, lastEarnedAt: null } }))).toEqual(atMost(41));
  expect(RANKS.rarest(fetched({ tally: { ...TALLY, lacksRate: true } }))).toEqual(atMost(41));
});

test('a playtime that lacks an edition is at least so long', () => {
  expect(RANKS.playtime(listed({ playSeconds: 60, isPlaytimePartial: true }))).toEqual({
    value: 60,
    certainty: 'at-least',
  });
  expect(RANKS.playtime(listed({ playSeconds: null }))).toBe('unknown');
  expect(RANKS.playtime(listed({ playSeconds: 59, isPlaytimePartial: true }))).toBe('unknown');
});

test('how many trophies are earned, of whatever grade', () => {
  const earned = { bronze: 3, silver: 2, gold: 0, platinum: 1 };
  expect(RANKS.trophies(listed({ earned }))).toEqual(exact(6));
  expect(RANKS.trophies(listed({ earned: { ...earned, gold: null } }))).toBe('unknown');
});

test.each([
  [['PS5', 'PSPC'], exact(0)],
  [['PSVITA', 'PS4'], exact(1)],
  [['PS9'], exact(5)],
  [[], 'unknown'],
])('the newest console of %j', (platforms, rank) => {
  expect(RANKS.platform(listed({ platforms }))).toEqual(rank);
});
