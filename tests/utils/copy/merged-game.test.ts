import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedGame, type CopiedGame } from '@/utils/copy/merged-game';
import type { TitleMarks } from '@/utils/domain/library/player-item';
import { MERGED } from '@/utils/copy/merged-rows';
import type { PlayedGameRow } from '@/utils/database/database';
import {
  NOTHING_FETCHED,
  playedFacts,
  type Choice,
  type LibraryTitle,
} from '@/utils/domain/library/title';
import type { DatedRate } from '@/utils/domain/trophies/rarity';
import type { TrophyTally } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const MARKS = { status: 'done', choice: 'picked' } as const;

interface Said {
  at: number | null;
  earned?: string | null;
  tally?: LibraryTitle['tally'];
  version?: string;
  choice?: Choice;
  updatedAt?: number;
  name?: string;
  trophies?: { trophyId: number; earned?: boolean; rates?: DatedRate[] }[] | null;
  status?: 'playing' | undefined;
}

function aGame(said: Said): CopiedGame {
  const { at, updatedAt = 1, name = 'Bloom', choice = 'unpicked', trophies = [], status } = said;
  const { earned = null, tally = null, version = '01.00' } = said;
  const title = aLibraryTitle({
    ...{ name, choice, lastUpdatedAt: updatedAt, trophySetVersion: version, tally },
    fetched: { ...NOTHING_FETCHED, at, earned },
    ...(status !== undefined && { status }),
  });
  const set = trophies && aTrophySet({ trophies: trophies.map((each) => aTrophy(each)) });
  return { title, set };
}

const A_TALLY: TrophyTally = {
  ...{ lastEarnedAt: 1, platinumAt: null, completedAt: null },
  ...{ rarestEarned: null, leftToPlatinum: null },
};

const rate = fc.record({ day: fc.nat(3), rate: fc.integer({ min: 0, max: 3 }) });
const rates = fc
  .uniqueArray(rate, { selector: ({ day }) => day })
  .map((each) => [...each].sort((one, other) => one.day - other.day));
/** A set grows, and Sony takes trophies out of it too. Of a time not told there may be another set than the last. */
const game = fc
  .record({
    at: fc.option(fc.integer({ min: 1, max: 3 })),
    updatedAt: fc.nat(1),
    name: fc.constantFrom('Bloom', 'Boom'),
    choice: fc.constantFrom('picked', 'never', 'unpicked'),
    earned: fc.constantFrom('0', '1', null),
    version: fc.constantFrom('01.00', '01.01'),
    tally: fc.constantFrom(null, A_TALLY, { ...A_TALLY, lastEarnedAt: 2 }),
    ids: fc.subarray([0, 1, 2]),
    rates: fc.tuple(rates, rates, rates),
  })
  .map(({ ids, rates: each, ...said }) =>
    aGame({
      ...said,
      trophies: ids.map((trophyId) => ({
        trophyId,
        earned: trophyId < (said.at ?? 0) - 1,
        rates: each[trophyId] ?? [],
      })),
    }),
  );
/** Also where a title, or a set, could not be read, or was never fetched. */
const anyGame = fc
  .tuple(game, fc.constantFrom('both', 'both', 'title', 'set', 'neither'))
  .map(([{ title, set }, has]): CopiedGame => ({
    title: has === 'both' || has === 'title' ? title : null,
    set: has === 'both' || has === 'set' ? set : null,
  }));
const anyMarks = fc.constantFrom<TitleMarks>(MARKS, {}, { choice: 'unpicked' });

test('any order of merges ends in the same', () => {
  fc.assert(
    fc.property(anyGame, anyGame, anyGame, anyMarks, (a, b, c, marks) => {
      const merge = (one: CopiedGame, other: CopiedGame) => mergedGame(one, other, marks);
      const end = merge(merge(a, b), c);
      expect(merge(a, merge(b, c))).toEqual(end);
      expect(merge(c, merge(b, a))).toEqual(end);
      expect(merge(merge(end, a), end)).toEqual(end);
    }),
    { numRuns: 2_000 },
  );
});

/** What a library has of a game and of what was played; a copy can lie there that a sync had not joined yet. */
interface Played {
  game: CopiedGame;
  played: PlayedGameRow | null;
}

const anyPlayed = fc.option(
  fc.record({
    lastPlayedAt: fc.integer({ min: 0, max: 2 }),
    playSeconds: fc.option(fc.nat(1)),
    service: fc.constantFrom(null, 'ps_plus', 'other'),
  }) as fc.Arbitrary<object> as fc.Arbitrary<PlayedGameRow>,
);
const anyLibrary = fc
  .record({ game: anyGame, played: anyPlayed, isJoined: fc.boolean() })
  .map(({ isJoined, ...library }): Played => (isJoined ? joined(library) : library));

/** As every restoring does it at its end. */
function joined({ game: { title, set }, played }: Played): Played {
  const facts = title && playedFacts(title, played === null ? [] : [played]);
  return { game: { title: title && { ...title, ...facts }, set }, played };
}

function mergedPlayed(one: PlayedGameRow | null, other: PlayedGameRow | null) {
  return one && other ? MERGED.playedGames(one, other, 0) : (one ?? other);
}

test('any order of merges ends in the same, what was played joined after each', () => {
  fc.assert(
    fc.property(anyLibrary, anyLibrary, anyLibrary, anyMarks, (a, b, c, marks) => {
      const merge = (one: Played, other: Played): Played =>
        joined({
          game: mergedGame(one.game, other.game, marks),
          played: mergedPlayed(one.played, other.played),
        });
      const end = merge(merge(a, b), c);
      expect(merge(a, merge(b, c))).toEqual(end);
      expect(merge(merge(a, c), b)).toEqual(end);
      expect(merge(c, merge(b, a))).toEqual(end);
      expect(merge(merge(end, a), end)).toEqual(end);
    }),
    { numRuns: 2_000 },
  );
});

test('no rate that either had is lost', () => {
  fc.assert(
    fc.property(game, game, (one, other) => {
      const known = [one, other].flatMap(({ set }) => set?.trophies ?? []);
      const { trophies = [], gone = [] } = mergedGame(one, other, {}).set ?? {};
      const merged = [...trophies, ...gone];
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
  ['fetched later', aGame({ at: 6, updatedAt: 9, trophies: [{ trophyId: 0, earned: true }] })],
  [
    'asked for more since',
    aGame({ at: 5, updatedAt: 10, trophies: [{ trophyId: 0, earned: true }] }),
  ],
])('a set comes with what was fetched for it: %s', (_, { title, set }) => {
  const later = {
    title: title && { ...title, fetched: { ...title.fetched, definitionsAt: 6 } },
    set,
  };
  for (const [one, other] of [
    [OLD, later],
    [later, OLD],
  ] as const) {
    const merged = mergedGame(one, other, MARKS);
    expect(merged.title).toMatchObject({ ...MARKS, fetched: later.title!.fetched });
    expect(merged.set?.trophies.map(({ trophyId, earned }) => [trophyId, earned])).toEqual([
      [0, true],
    ]);
  }
});

test('what Sony’s list said last of a game stays, beside a set of before that', () => {
  const [of10, of30] = [
    { bronze: 20, silver: 0, gold: 0, platinum: 0 },
    { bronze: 30, silver: 0, gold: 0, platinum: 0 },
  ];
  const fetched = { ...NOTHING_FETCHED, earned: 'of September', at: 50 };
  const september = aLibraryTitle({ earned: of10, progress: 50, lastUpdatedAt: 40, fetched });
  const december = aLibraryTitle({ earned: of30, progress: 75, lastUpdatedAt: 90, name: 'New' });
  const set = aTrophySet({ trophies: [aTrophy({ trophyId: 0 })] });
  const [one, other]: [CopiedGame, CopiedGame] = [
    { title: { ...september, open: 'of September' }, set },
    { title: december, set: null },
  ];
  for (const merged of [mergedGame(one, other, {}), mergedGame(other, one, {})]) {
    const { tally } = september;
    expect(merged).toEqual({
      title: { ...december, fetched, tally, open: 'of September' },
      set,
    });
  }
});

test('a game that either list has, and shows, is not gone or hidden by a list of the same word', () => {
  const here = aLibraryTitle({ lastUpdatedAt: 4 });
  const gone = { ...here, absence: { missedAt: 9, isSure: true }, hidden: true };
  const merged = (one: LibraryTitle, other: LibraryTitle) =>
    mergedGame({ title: one, set: null }, { title: other, set: null }, {}).title;
  for (const title of [merged(here, gone), merged(gone, here)]) {
    expect(title).toMatchObject({ absence: null, hidden: false });
  }
  // Sony's own word of when it changed comes before that.
  expect(merged(here, { ...gone, lastUpdatedAt: 5 })).toMatchObject({ hidden: true });
});

test('what was asked for after the trophies stays, when an older copy is merged', () => {
  const before = aGame({ at: 3 });
  const refused = { of: '1', at: 4, tries: 1, syncStartedAt: 4, failure: { cause: 'no-answer' } };
  const title = before.title!;
  const older = {
    ...before,
    title: { ...title, fetched: { ...title.fetched, groupsRefusal: refused } },
  } as CopiedGame;
  const named = {
    ...before,
    title: { ...title, fetched: { ...title.fetched, groups: '1', groupsAt: 5 } },
  };
  for (const merged of [mergedGame(older, named, {}), mergedGame(named, older, {})]) {
    expect(merged.title?.fetched).toMatchObject({ groups: '1', groupsAt: 5, groupsRefusal: null });
  }
});

test('of a title and a set that two libraries have apart both stay, and the set is fetched again', () => {
  const { title, set } = OLD;
  for (const [one, other] of [
    [
      { title, set: null },
      { title: null, set },
    ],
    [
      { title: null, set },
      { title, set: null },
    ],
  ] as const) {
    const merged = mergedGame(one, other, {});
    expect(merged.title).toMatchObject({ name: 'Old', fetched: NOTHING_FETCHED });
    expect(merged.set).toEqual(set);
  }
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

test('that a game was revised since it was done is known after any restore, whoever saw it', () => {
  const revised = (at: number, revisedAt?: number): CopiedGame => {
    const { title, set } = aGame({ at });
    return { title: title && { ...title, ...(revisedAt !== undefined && { revisedAt }) }, set };
  };
  const seenIn = (one: CopiedGame, other: CopiedGame) => [
    mergedGame(one, other, {}).title?.revisedAt,
    mergedGame(other, one, {}).title?.revisedAt,
  ];
  expect(seenIn(revised(1, 40), revised(2))).toEqual([40, 40]);
  expect(seenIn(revised(1, 40), revised(2, 50))).toEqual([50, 50]);
  expect(seenIn(revised(1), revised(2))).toEqual([undefined, undefined]);
});
