import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionStack } from '@/utils/domain/library/editions';
import { gameGroups } from '@/utils/domain/library/grouping';
import { GROUPINGS, type Grouping } from '@/utils/domain/library/library-view';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { aLibraryTitle, allFetched } from '../../../support/library-titles.ts';
import { anyTitles } from '../../../support/shelves.ts';

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();
const inYear = (year: number): number => Date.UTC(year, 5, 1);
const TALLY = {
  ...{ platinumAt: null, rarestEarned: null, leftToPlatinum: null },
  ...{ lastEarnedAt: inYear(2020), completedAt: null },
};

/** What stands above each group, and the names in it. */
function groups(grouping: Grouping, titles: Partial<LibraryTitle>[]) {
  const stacks = titles.map((title, at) => ({
    title: aLibraryTitle({ name: String(at), ...title }),
    others: [],
  }));
  return gameGroups(stacks, grouping, yearOf).map(({ key, stacks: within, mayBeEarlier }) => ({
    key,
    names: within.map(({ title }) => title.name).join(' '),
    ...(mayBeEarlier > 0 && { mayBeEarlier }),
  }));
}

test('by platform: the newest console first, one set for several under all of them, once', () => {
  const platforms = [
    ['PSVITA', 'PS4'],
    ['PS4'],
    ['PS9'],
    [],
    ['PS5'],
    ['PS4', 'PSVITA'],
    ['PS4', 'PS3'],
  ];
  expect(
    groups(
      'platform',
      platforms.map((each) => ({ platforms: each })),
    ),
  ).toEqual([
    { key: 'PS5', names: '4' },
    { key: 'PS4', names: '1' },
    { key: 'PS4,PS3', names: '6' },
    { key: 'PS4,PSVITA', names: '0 5' },
    { key: 'PS9', names: '2' },
    { key: 'unknown', names: '3' },
  ]);
});

test('by the year of the last trophy: the latest first, then none, and then what is not known', () => {
  const fetched = allFetched(aLibraryTitle({ tally: TALLY }), 5);
  expect(
    groups('trophy-year', [
      { earned: noTrophies() },
      { lastUpdatedAt: -1 },
      { ...fetched, name: 'dated' },
      { lastUpdatedAt: inYear(2020) },
      { lastUpdatedAt: inYear(2024) },
    ]),
  ).toEqual([
    { key: '2024', names: '4', mayBeEarlier: 1 },
    { key: '2020', names: 'dated 3', mayBeEarlier: 1 },
    { key: 'none', names: '0' },
    { key: 'unknown', names: '1' },
  ]);
});

test('by the year of completion', () => {
  const all = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
  const complete = { defined: all, earned: all, progress: 100 };
  const done = { ...TALLY, completedAt: inYear(2019) };
  expect(
    groups('completed-year', [
      { progress: 3 },
      { ...allFetched(aLibraryTitle({ ...complete, tally: done }), 5), name: 'dated' },
      { ...complete, lastUpdatedAt: inYear(2021) },
    ]),
  ).toEqual([
    { key: '2021', names: '2', mayBeEarlier: 1 },
    { key: '2019', names: 'dated' },
    { key: 'none', names: '0' },
  ]);
});

test('by status, in their own order', () => {
  const statuses = [{}, { status: 'done' }, { status: 'playing' }, { status: 'done' }] as const;
  expect(groups('status', [...statuses])).toEqual([
    { key: 'playing', names: '2' },
    { key: 'done', names: '1 3' },
    { key: 'none', names: '0' },
  ]);
});

test('each game is in one group, and each group keeps the order that they came in', () => {
  fc.assert(
    fc.property(anyTitles, fc.constantFrom(...GROUPINGS), (titles, grouping) => {
      const stacks = titles.map((title): EditionStack => ({ title, others: [] }));
      const all = gameGroups(stacks, grouping, yearOf);
      const within = all.flatMap((group) => group.stacks);
      expect(new Set(within)).toEqual(new Set(stacks));
      expect(within).toHaveLength(stacks.length);
      for (const group of all) {
        const places = group.stacks.map((stack) => stacks.indexOf(stack));
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    }),
  );
});
