import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterRow, sayingOf } from '@/utils/domain/later-row';
import { MERGED, type Merge } from '@/utils/copy/merged-rows';
import { EMPTY_OVERVIEW, type OverviewRow, type PlayedGameRow } from '@/utils/database/database';
import { agedItem } from '@/utils/domain/library/deletions';
import type { PlayDays } from '@/utils/domain/history/play-days';
import type { StoredItem } from '@/utils/domain/library/player-item';
import { DAY } from '@/utils/domain/time-units';

const NOW = 2_000 * DAY;
const few = fc.nat(2);
const maybe = fc.option(few);
const device = fc.constantFrom('a', 'b');

const item = fc.record({
  kind: fc.constant('note'),
  npCommunicationId: fc.constant('NPWR1'),
  trophyId: fc.constant(1),
  value: fc.constantFrom('one', 'two', null),
  version: few,
  device,
  // Long ago, a little, not said, and by a clock that was wrong.
  deletedAt: fc.constantFrom(0, NOW - 366 * DAY, NOW - 364 * DAY, NOW, undefined, NOW + DAY),
});
const overview = fc
  .record({
    lastSyncedAt: maybe,
    profileAt: maybe,
    summaryAt: maybe,
    player: fc.constantFrom(null, { accountId: 'a' }, { accountId: 'b' }),
    hasPicks: fc.boolean(),
    hasChosen: fc.boolean(),
    newsSeenUpTo: maybe,
    isJoinPending: fc.boolean(),
    earningsFilledTo: fc.constantFrom(null, '', 'x'),
    nothingMissing: fc.constantFrom(null, { at: 1 }),
  })
  .map((said) => ({ ...EMPTY_OVERVIEW, ...said }) as unknown as OverviewRow);
const day = fc.tuple(few, few, maybe);
const playDays = fc.array(day).map((days) => ({
  npTitleId: 'CUSA1',
  month: '2026-11',
  days: [...days].sort(([a], [b]) => a - b),
}));
const listDays = fc
  .uniqueArray(few)
  .map((days) => ({ month: '2026-11', days: [...days].sort((a, b) => a - b) }));
const played = fc.record({
  ...{ lastPlayedAt: few, playSeconds: maybe, playCount: maybe, name: device },
  refusal: fc.option(fc.record({ at: few, tries: few })),
});
const said = fc.record({ finishedAt: few, requests: few });

/** In any order, in any groups, any number of times: the same. */
function expectOneEnd<Row>(merged: Merge<Row>, rows: fc.Arbitrary<Row>): void {
  const merge = (one: Row, other: Row): Row => merged(one, other, NOW);
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      const end = merge(merge(a, b), c);
      expect(merge(a, merge(b, c))).toEqual(end);
      expect(merge(c, merge(b, a))).toEqual(end);
      expect(merge(merge(end, b), end)).toEqual(end);
      expect(merge(a, a)).toEqual(a);
    }),
    { numRuns: 500 },
  );
}

test.each([
  ['an item', MERGED.playerItems, item],
  ['what is known of the whole', MERGED.overview, overview],
  ['a month of play', MERGED.playDays, playDays],
  ['the days of a list', MERGED.playedListDays, listDays],
  ['a played game', MERGED.playedGames, played],
  ['a run', MERGED.syncRuns, said],
  ['what a set was', MERGED.setVersions, said],
  ['what has happened', MERGED.trophyEvents, said],
] as [string, Merge<unknown>, fc.Arbitrary<unknown>][])(
  'any order of merges ends in the same: %s',
  (_, merge, rows) => {
    expectOneEnd(merge, rows);
  },
);

const said1: StoredItem = {
  ...{ kind: 'note', npCommunicationId: 'NPWR1', trophyId: 1 },
  ...{ value: 'one', version: 3, device: 'b' },
};

test.each([
  ['the higher version', { value: 'two', version: 4, device: 'a' }, 'two'],
  ['a deletion of a lower version', { value: null, version: 4, device: 'a' }, null],
  ['no deletion of the same version', { value: null, version: 3, device: 'z' }, 'one'],
  ['the later mark of the same version', { value: 'two', version: 3, device: 'c' }, 'two'],
  ['not the earlier one', { value: 'two', version: 3, device: 'a' }, 'one'],
  ['no lower version', { value: 'two', version: 2, device: 'z' }, 'one'],
])('of an item wins %s', (_, change, value) => {
  const other = { ...said1, ...change };
  expect(MERGED.playerItems(said1, other, NOW).value).toBe(value);
  expect(MERGED.playerItems(other, said1, NOW).value).toBe(value);
});

test.each([
  ['a deletion of less than a year', NOW - 365 * DAY, null],
  ['no deletion of longer ago', NOW - 365 * DAY - 1, 'one'],
  ['a deletion of nobody knows when', undefined, null],
  ['a deletion of a time that is yet to come', NOW + DAY, null],
])('of an item that an old copy still has wins %s', (_, deletedAt, value) => {
  const other: StoredItem = { ...said1, value: null, version: 9, ...(deletedAt && { deletedAt }) };
  expect(MERGED.playerItems(said1, other, NOW).value).toBe(value);
  expect(MERGED.playerItems(other, said1, NOW).value).toBe(value);
});

test('of two dates of a deletion the later one counts, so that both are forgotten together', () => {
  const deletion: StoredItem = { ...said1, value: null };
  const of = (deletedAt?: number): StoredItem => ({ ...deletion, ...(deletedAt && { deletedAt }) });
  for (const [one, other] of [
    [of(NOW), of(NOW - DAY)],
    [of(NOW - DAY), of()],
    [of(NOW + DAY), of(NOW - DAY)],
  ] as const) {
    expect(MERGED.playerItems(one, other, NOW)).toBe(one);
    expect(MERGED.playerItems(other, one, NOW)).toBe(one);
  }
});

/** What a library or a copy says of one thing; nothing where it says nothing. */
const maybeItem = fc.option(item, { nil: undefined });
type MaybeItem = StoredItem | undefined;

test('whenever what was deleted is forgotten, any order of merges ends in the same', () => {
  const merge = (one: MaybeItem, other: MaybeItem): MaybeItem =>
    one && other ? MERGED.playerItems(one, other, NOW) : (one ?? other);
  // What is not dated is dated by each at another time: only what is to be read of it counts.
  const age = (one: MaybeItem): MaybeItem => (one && agedItem(one, NOW)) ?? undefined;
  const saidBy = (one: MaybeItem): unknown => one && { ...one, deletedAt: undefined };
  fc.assert(
    fc.property(maybeItem, maybeItem, maybeItem, (a, b, c) => {
      const end = saidBy(age(merge(merge(a, b), c)));
      expect(saidBy(age(merge(age(merge(age(c), b)), a)))).toEqual(end);
      expect(saidBy(age(merge(b, age(merge(a, age(c))))))).toEqual(end);
    }),
    { numRuns: 1_000 },
  );
});

test('a played game is as it was played last, and longest', () => {
  const of = (change: Partial<PlayedGameRow>) =>
    ({ lastPlayedAt: 5, playSeconds: 90, playCount: 2, ...change }) as PlayedGameRow;
  const one = of({});
  for (const other of [of({ lastPlayedAt: 4, playSeconds: 900 }), of({ playSeconds: 100 })]) {
    const later = other.lastPlayedAt === 4 ? one : other;
    expect(MERGED.playedGames(one, other, NOW)).toBe(later);
    expect(MERGED.playedGames(other, one, NOW)).toBe(later);
  }
});

test('what was answered since is not refused again by an older copy', () => {
  const of = (matched: 0 | 1, refusal: object | null) =>
    ({ lastPlayedAt: 5, matched, refusal }) as PlayedGameRow;
  const [once, twice] = [
    { at: 9, tries: 1 },
    { at: 10, tries: 2 },
  ];
  for (const [before, since] of [
    [of(0, once), of(1, null)],
    [of(1, once), of(1, null)],
    [of(1, once), of(1, twice)],
    [of(0, once), of(0, twice)],
    // Nobody had asked for it then.
    [of(0, null), of(0, once)],
  ] as const) {
    expect(MERGED.playedGames(before, since, NOW)).toBe(since);
    expect(MERGED.playedGames(since, before, NOW)).toBe(since);
  }
});

test('of a day the smallest total and the largest, and every day of both', () => {
  const month = { npTitleId: 'CUSA1', month: '2026-11' };
  const one = {
    ...month,
    days: [
      [1, 100, 1],
      [3, 300, 3],
    ] as [number, number, number][],
  };
  const other = {
    ...month,
    days: [
      [2, 200, 2],
      [3, 250, 9],
    ] as [number, number, number][],
  };
  expect(MERGED.playDays(one, other, NOW).days).toEqual([
    [1, 100, 1],
    [2, 200, 2],
    [3, 250, 9],
    [3, 300, 3],
  ]);
  // Two of a day belong together: the earlier one is what the later one is counted from.
  const fallen = { ...month, days: [...one.days, [3, 100, 3], [3, 400, 4]] as typeof one.days };
  expect(MERGED.playDays(fallen, other, NOW).days.slice(-3)).toEqual(fallen.days.slice(-3));
});

test('two computers that were connected on one day know of all of its hours together', () => {
  const of = (...seconds: number[]): PlayDays => ({
    ...{ npTitleId: 'CUSA1', month: '2026-11' },
    days: seconds.map((each) => [3, each, 1]),
  });
  for (const [one, other, both] of [
    [of(36_000, 39_600), of(41_400), of(36_000, 41_400)],
    [of(36_000), of(39_600), of(36_000, 39_600)],
    [of(36_000, 41_400), of(39_600), of(36_000, 41_400)],
    // Another reading may be of before it fell.
    [of(36_000, 100), of(41_400), of(36_000, 100)],
  ] as const) {
    expect(MERGED.playDays(one, other, NOW)).toEqual(both);
    expect(MERGED.playDays(other, one, NOW)).toEqual(both);
  }
});

test('what is known of the whole is each part as it was read last, and nothing is known to be filled in', () => {
  const row = (change: Partial<OverviewRow>): OverviewRow => ({ ...EMPTY_OVERVIEW, ...change });
  const player = (onlineId: string) => ({ accountId: '1', onlineId }) as OverviewRow['player'];
  const one = row({ profileAt: 2, player: player('New'), lastSyncedAt: 1, hasChosen: true });
  const other = row({ profileAt: 1, player: player('Old'), lastSyncedAt: 5, newsSeenUpTo: 4 });
  expect(MERGED.overview({ ...one, earningsFilledTo: null }, other, NOW)).toMatchObject({
    ...{ player: player('New'), profileAt: 2, lastSyncedAt: 5, hasChosen: true },
    ...{
      newsSeenUpTo: 4,
      earningsFilledTo: '',
      openFilledTo: '',
      baseFilledTo: '',
      nothingMissing: null,
    },
  });
});

test('fields in another order say the same', () => {
  expect(sayingOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(sayingOf({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(sayingOf([1, 2])).not.toBe(sayingOf([2, 1]));
});

test('what is not known comes before anything', () => {
  const rows = [{ at: null }, { at: -1 }];
  expect(laterRow(rows[0]!, rows[1]!, [({ at }) => at])).toBe(rows[1]);
  expect(laterRow(rows[1]!, rows[0]!, [({ at }) => at])).toBe(rows[1]);
});
