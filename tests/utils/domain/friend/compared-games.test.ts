import { expect, test } from 'vitest';
import {
  COMPARED_SHOWN,
  comparedGames,
  comparedTotals,
  isShown,
  sortedComparison,
} from '@/utils/domain/friend/compared-games';
import {
  aboutTrophies,
  comparedTrophies,
  friendsTrophies,
} from '@/utils/domain/friend/compared-trophies';
import { yearsTitles } from '@/utils/domain/friend/years-titles';
import { randomFrom } from '../../../psn/random';
import { aLibraryTitle } from '../../../support/library-titles';
import { aTrophy } from '../../../support/trophies';

const NOBODY = { bronze: null, silver: null, gold: null, platinum: null };
const ENGLISH = new Intl.Collator('en');

function game(n: number, progress: number | null, bronze: number | null, platinum = 0) {
  const earned = bronze === null ? NOBODY : { bronze, silver: 0, gold: 0, platinum };
  const npCommunicationId = `NPWR0000${String(n)}_00`;
  return aLibraryTitle({ npCommunicationId, name: `Game ${String(n)}`, progress, earned });
}

test('each game of either stands there once, with who has more of it', () => {
  const mine = [game(1, 50, 5), game(2, 100, 10), game(3, 20, 2), game(4, null, null)];
  const theirs = [game(1, 50, 6), game(2, 99, 9), game(4, 30, 3), game(5, 10, 1, 1)];
  const compared = comparedGames(mine, theirs);
  expect(compared.map(({ title, ahead }) => [title.name, ahead])).toEqual([
    ['Game 1', 'theirs'],
    ['Game 2', 'mine'],
    ['Game 3', 'mine'],
    ['Game 4', 'unknown'],
    ['Game 5', 'theirs'],
  ]);
  expect(compared[2]).toMatchObject({ theirs: null, mine: { progress: 20, earned: 2 } });
  expect(compared[3]).toMatchObject({ mine: { progress: null, earned: null, platinum: null } });
  const mineSaid = { games: 4, trophies: 17, platinums: 0, isAtLeast: true, ahead: 1 };
  const theirsSaid = { games: 4, trophies: 20, platinums: 1, isAtLeast: false, ahead: 1 };
  expect(comparedTotals(compared, { mine: 0, theirs: 0 })).toEqual({
    ...{ common: 3, level: 0, unknown: 1 },
    mine: { ...mineSaid, lacksGames: false },
    theirs: { ...theirsSaid, lacksGames: false },
  });
  // There are more of theirs than can be read.
  expect(comparedTotals(compared, { mine: 0, theirs: 2 })).toMatchObject({
    mine: { ...mineSaid, lacksGames: false },
    theirs: { ...theirsSaid, isAtLeast: true, lacksGames: true },
  });
});

test('another edition of a game stands beside it, and its trophies are not counted against it', () => {
  const named = (n: number, name: string, progress: number | null, bronze: number) => ({
    ...game(n, progress, bronze),
    name,
  });
  const mine = [named(1, 'Lantern Keepers', 40, 9), named(2, 'Bloom', 10, 1), named(3, '', 5, 1)];
  const theirs = [
    named(4, 'Lantern Keepers (PS4)', 20, 3),
    named(5, 'Lantern Keepers: Deluxe Edition', 40, 2),
    ...[named(2, 'Bloom', 10, 1), named(6, '', 5, 1)],
  ];
  const compared = comparedGames(mine, theirs);
  const said = compared.map(({ title, otherEdition, ahead }) => [
    title.npCommunicationId.slice(8, 9),
    otherEdition?.npCommunicationId.slice(8, 9) ?? null,
    ahead,
  ]);
  expect(said).toEqual([
    ['1', '5', 'level'],
    ['2', null, 'level'],
    ['3', null, 'mine'],
    ['4', null, 'theirs'],
    ['6', null, 'theirs'],
  ]);
  expect(comparedTotals(compared, { mine: 0, theirs: 0 }).common).toBe(2);
});

test('a game of a friend’s year is found here by its set, and else by its furthest edition', () => {
  const titles = [
    { ...game(1, 10, 1), name: 'Bloom' },
    { ...game(2, 70, 7), name: 'Bloom (PS4)' },
    { ...game(3, 5, 1), name: '' },
  ];
  const asked = [
    { npCommunicationId: titles[0]!.npCommunicationId, name: 'Bloom' },
    { npCommunicationId: 'NPWR99999_00', name: 'Bloom: Deluxe Edition' },
    { npCommunicationId: 'NPWR99998_00', name: 'Something else' },
    { npCommunicationId: null, name: '' },
  ];
  const found = yearsTitles(asked, titles);
  expect(found.map((each) => each && [each.title.progress, each.isOtherEdition])).toEqual([
    [10, false],
    [70, true],
    null,
    null,
  ]);
});

test('what is counted is what another count finds, of any two libraries', () => {
  const random = randomFrom('compared');
  const some = (): ReturnType<typeof game>[] =>
    Array.from({ length: 60 }, (_, n) => n)
      .filter(() => random() < 0.6)
      .map((n) => {
        const bronze = random() < 0.1 ? null : Math.floor(random() * 5);
        return game(n, bronze === null ? null : bronze * 20, bronze, Number(random() < 0.2));
      });
  for (let round = 0; round < 50; round++) {
    const [mine, theirs] = [some(), some()];
    const [own, other] = [mine, theirs].map(
      (each) => new Map(each.map((title) => [title.npCommunicationId, title])),
    ) as [Map<string, (typeof mine)[number]>, Map<string, (typeof mine)[number]>];
    const all = comparedGames(mine, theirs);
    const both = [...own.keys()].filter((id) => other.has(id));
    const totals = comparedTotals(all, { mine: 0, theirs: 0 });
    expect(all).toHaveLength(new Set([...own.keys(), ...other.keys()]).size);
    expect(totals.common).toBe(both.length);
    let [ahead, level] = [0, 0];
    for (const id of both) {
      const [a, b] = [own.get(id)!, other.get(id)!];
      if (a.progress === null || b.progress === null) continue;
      const [one, two] = [a, b].map(
        ({ progress, earned }) => progress! * 1_000 + earned.bronze! + earned.platinum!,
      ) as [number, number];
      if (one > two) ahead++;
      else if (one === two) level++;
    }
    expect([totals.mine.ahead, totals.level]).toEqual([ahead, level]);
    const sums = COMPARED_SHOWN.map((shown) => all.filter((each) => isShown(each, shown)).length);
    expect(sums[0]! + sums[1]! + sums[2]!).toBe(sums[3]);
  }
});

test('the most comes first, and what is not known last', () => {
  const mine = [game(1, 10, 1), game(2, null, null), game(3, 90, 9)];
  const theirs = [game(1, 100, 10), game(3, 80, 8), game(4, 60, 6)];
  const all = comparedGames(mine, theirs);
  const order = (sort: Parameters<typeof sortedComparison>[1]): string[] =>
    sortedComparison(all, sort, ENGLISH).map(({ title }) => title.name.slice(-1));
  expect(order('name')).toEqual(['1', '2', '3', '4']);
  expect(order('mine')).toEqual(['3', '1', '2', '4']);
  expect(order('theirs')).toEqual(['1', '3', '4', '2']);
  expect(order('mine-ahead')).toEqual(['3', '1', '2', '4']);
  expect(order('theirs-ahead')).toEqual(['1', '3', '2', '4']);
});

test('of a game that only the friend has their copy says what its trophies are', () => {
  const trophies = [
    aTrophy({ trophyId: 3, name: 'Two\nlines', grade: 'platinum', hidden: true }),
    aTrophy({ trophyId: 0, name: '', grade: null }),
  ];
  const about = aboutTrophies(trophies);
  const set = { npCommunicationId: 'a', earned: [[3, 7] as const], open: [], about };
  expect(friendsTrophies(set)).toEqual([
    {
      ...{ trophyId: 3, name: 'Two lines', grade: 'platinum', hidden: true },
      theirs: { earned: true, at: 7 },
    },
    { trophyId: 0, name: '', grade: null, hidden: false, theirs: { earned: null, at: null } },
  ]);
});

test('of each trophy is told who has it and since when, and of none what nobody has said', () => {
  const trophies = [
    aTrophy({ trophyId: 0, earned: true, earnedAt: 5 }),
    aTrophy({ trophyId: 1, earned: null }),
    aTrophy({ trophyId: 2, earned: false }),
  ];
  const theirs = { npCommunicationId: 'a', earned: [[1, 7] as const], open: [0] };
  const has = comparedTrophies(trophies, theirs).map(({ mine, theirs: other }) => [mine, other]);
  expect(has).toEqual([
    [
      { earned: true, at: 5 },
      { earned: false, at: null },
    ],
    [
      { earned: null, at: null },
      { earned: true, at: 7 },
    ],
    [
      { earned: false, at: null },
      { earned: null, at: null },
    ],
  ]);
  expect(comparedTrophies(trophies, null).map((each) => each.theirs.earned)).toEqual([
    null,
    null,
    null,
  ]);
});
