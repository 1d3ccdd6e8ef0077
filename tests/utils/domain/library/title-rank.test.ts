import { describe, expect, test } from 'vitest';
import { RANKS } from '@/utils/domain/library/title-rank';
import { isBaseDone } from '@/utils/domain/library/what-is-left';
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

  test('is bounded by no older trophies of another set than it is now', () => {
    const title = fetched({ ...open, groupCount: 3 });
    const grown = { ...DEFINED, bronze: DEFINED.bronze + 5 };
    expect(RANKS.platinum({ ...title, defined: grown })).toEqual(atMost(17));
    expect(RANKS.platinum({ ...title, trophySetVersion: '01.99' })).toEqual(atMost(12));
  });

  test('is bounded by no older trophies where some were taken back since', () => {
    const title = fetched({ ...open, earned: counts(9, 1), groupCount: 3 });
    const [more, fewer] = [counts(10, 1), counts(4, 1)];
    expect(RANKS.platinum({ ...title, earned: more })).toEqual(atMost(3));
    expect(RANKS.platinum({ ...title, earned: fewer })).toEqual(atMost(11));
    expect(RANKS.platinum({ ...title, earned: { ...more, gold: null } })).toBe('unknown');
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
  const fewer = { ...fetched({ earned: counts(5) }), earned: counts(4) };
  expect(RANKS.rarest(fewer)).toBe('unknown');
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

test('the points that are left are of all grades, and not known where one count is not', () => {
  const earned = counts(8, 3, 2, 0);
  expect(RANKS.points(listed({ defined: DEFINED, earned }))).toEqual(exact(2 * 15 + 30 + 300));
  expect(RANKS.points(listed(ALL))).toEqual(exact(0));
  expect(RANKS.points(listed({ defined: DEFINED, earned: { ...earned, gold: null } }))).toBe(
    'unknown',
  );
});

describe('when the base game was done', () => {
  const WITHOUT = counts(10, 4, 2, 0);
  const dated = { ...TALLY, platinumAt: 700 };

  test('is when its platinum came, also with add-ons of which something is left', () => {
    const earned = counts(10, 4, 1, 1);
    const title = { defined: DEFINED, earned, progress: 80, groupCount: 3 };
    expect(RANKS.base(fetched({ ...title, tally: dated }))).toEqual(exact(700));
    expect(RANKS.base(listed(title))).toEqual(atMost(1_000));
    expect(RANKS.base(listed({ ...title, lastUpdatedAt: -5 }))).toBe('unknown');
  });

  test('is never while a platinum is not earned', () => {
    const earned = counts(10, 4, 2, 0);
    expect(RANKS.base(listed({ defined: DEFINED, earned, progress: 100 }))).toBe('none');
  });

  test('is when a set without a platinum and without add-ons was complete', () => {
    const title = { defined: WITHOUT, earned: WITHOUT, progress: 100, groupCount: 1 };
    expect(RANKS.base(fetched(title))).toEqual(exact(900));
    expect(RANKS.base(listed(title))).toEqual(atMost(1_000));
  });

  test('is known at most, or not at all, without a platinum and with add-ons', () => {
    const title = { defined: WITHOUT, earned: WITHOUT, progress: 100, groupCount: 2 };
    expect(RANKS.base(fetched(title))).toEqual(atMost(900));
    const half = { ...title, earned: counts(5), progress: 30 };
    expect(RANKS.base(listed(half))).toBe('unknown');
    expect(RANKS.base(listed({ ...half, groupCount: null }))).toBe('unknown');
    expect(RANKS.base(listed({ ...half, groupCount: 1 }))).toBe('none');
    expect(RANKS.base(listed({ ...half, ...NONE }))).toBe('none');
  });
});

describe('when a set was revised after the player had finished it', () => {
  const earned = counts(10, 4, 1, 1);
  const done = listed({ defined: DEFINED, earned, progress: 80, trophySetVersion: '01.02' });

  test('is known by the day on which it was seen, at the latest', () => {
    expect(RANKS.revised({ ...done, revisedAt: 700 })).toEqual(atMost(700));
  });

  test('is not known of what may have been before the first sync', () => {
    expect(RANKS.revised(done)).toBe('unknown');
    expect(RANKS.revised({ ...done, trophySetVersion: '01.00' })).toBe('none');
  });

  test('is nothing before it is finished, and once all is earned again', () => {
    expect(RANKS.revised({ ...done, earned: counts(9) })).toBe('none');
    expect(RANKS.revised({ ...listed(ALL), trophySetVersion: '01.02', revisedAt: 700 })).toBe(
      'none',
    );
  });

  test('is not known where it is not known whether it is finished', () => {
    const title = { defined: counts(10), earned: counts(3), progress: 30, groupCount: 2 };
    expect(RANKS.revised(listed({ ...title, trophySetVersion: '01.02' }))).toBe('unknown');
  });

  test('stays, where the set has come to have trophies of which none is earned', () => {
    const title = { defined: counts(12), earned: counts(10), progress: 80, groupCount: 1 };
    expect(RANKS.revised(listed({ ...title, revisedAt: 700 }))).toEqual(atMost(700));
  });
});

describe('the base game of a set without a platinum and with add-ons', () => {
  const defined = counts(10);
  const inPart = { defined, earned: counts(8), progress: 80, groupCount: 2 };
  const withBase = (base: TrophyTally['base'] & object) =>
    fetched({ ...inPart, tally: { ...TALLY, base } });

  test('is known from its trophies', () => {
    expect(RANKS.base(listed(inPart))).toBe('unknown');
    expect(RANKS.base(withBase({ done: true, at: 700 }))).toEqual(exact(700));
    expect(RANKS.base(withBase({ done: true, at: null }))).toEqual(atMost(1_000));
    expect(RANKS.base(withBase({ done: false, at: null }))).toBe('none');
    expect(isBaseDone(withBase({ done: true, at: null }))).toBe(true);
  });

  test('stays done, and is not known where one was earned or taken back since, or it is another set', () => {
    const done = withBase({ done: true, at: 700 });
    const open = withBase({ done: false, at: null });
    expect(RANKS.base({ ...done, earned: counts(9), progress: 90 })).toEqual(exact(700));
    expect(RANKS.base({ ...done, earned: counts(7), progress: 70 })).toBe('unknown');
    expect(RANKS.base({ ...open, earned: counts(9), progress: 90 })).toBe('unknown');
    expect(RANKS.base({ ...done, trophySetVersion: '01.99' })).toBe('unknown');
  });

  test('tells whether the set was revised since', () => {
    const version = { trophySetVersion: '01.02' };
    const of = (done: boolean) =>
      fetched({ ...inPart, ...version, tally: { ...TALLY, base: { done, at: null } } });
    expect(RANKS.revised(of(false))).toBe('none');
    expect(RANKS.revised(of(true))).toBe('unknown');
    expect(RANKS.revised({ ...of(true), revisedAt: 5 })).toEqual(atMost(5));
  });
});
