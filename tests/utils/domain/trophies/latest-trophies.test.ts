import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { latestTrophies, titlesWithLatest } from '@/utils/domain/trophies/latest-trophies';
import { tallyOf, type Trophy, type TrophySet } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle } from '../../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

function titleOf(set: TrophySet, said: Partial<LibraryTitle> = {}): LibraryTitle {
  const tally = tallyOf(set, set.trophies.length, true);
  return aLibraryTitle({ npCommunicationId: set.npCommunicationId, tally, ...said });
}

function setOf(npCommunicationId: string, ...trophies: Partial<Trophy>[]): TrophySet {
  return aTrophySet({
    npCommunicationId,
    trophies: trophies.map((said, trophyId) => aTrophy({ trophyId, earned: true, ...said })),
  });
}

const first = (atLeast: number) => ({ atLeast, since: Infinity, atMost: Infinity });

const namesOf = (found: { npCommunicationId: string; trophyId: number }[]): string[] =>
  found.map(({ npCommunicationId, trophyId }) => `${npCommunicationId} ${String(trophyId)}`);

describe('of all that is fetched', () => {
  const anySets = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 9 }).map((second) => second * 1_000)), {
      maxLength: 5,
    }),
    {
      maxLength: 8,
    },
  );

  const anyLatest = fc.record({
    atLeast: fc.integer({ min: 1, max: 4 }),
    since: fc.integer({ min: 1, max: 10_000 }),
    atMost: fc.integer({ min: 4, max: 12 }),
  });

  test('no game that is left out has one of the latest', () => {
    fc.assert(
      fc.property(anySets, anyLatest, (dates, latest) => {
        const sets = dates.map((instants, at) =>
          setOf(`NPWR${String(at)}`, ...instants.map((earnedAt) => ({ earnedAt }))),
        );
        const titles = sets.map((set) => titleOf(set, { lastUpdatedAt: lastIn(set) }));
        const ids = titlesWithLatest(titles, latest).map((title) => title.npCommunicationId);
        const asked = sets.filter(({ npCommunicationId }) => ids.includes(npCommunicationId));
        const found = (from: TrophySet[]) => namesOf(latestTrophies(from, latest));
        expect(found(asked)).toEqual(found(sets));
      }),
    );
  });

  function lastIn({ trophies }: TrophySet): number {
    return Math.max(0, ...trophies.flatMap(({ earnedAt }) => earnedAt ?? []));
  }
});

test('the latest come first, a platinum before what it came with, and of one second as in the log', () => {
  const at = (second: number) => ({ earnedAt: second * 1_000 });
  const one = setOf('A', at(5), at(9), { ...at(9), grade: 'platinum' }, at(9));
  const other = setOf('B', at(9), { earned: false, earnedAt: null }, at(7));
  const order = ['B 0', 'A 2', 'A 3', 'A 1', 'B 2', 'A 0'];
  expect(namesOf(latestTrophies([one, other], first(6)))).toEqual(order);
});

test('all of the time that is asked for are among them, as far as there are not too many', () => {
  const set = setOf('A', ...[9, 8, 7, 3, 2].map((second) => ({ earnedAt: second * 1_000 })));
  const instants = (said: { atLeast: number; since: number; atMost: number }) =>
    latestTrophies([set], { ...said, since: said.since * 1_000 }).map(
      ({ earnedAt }) => earnedAt / 1_000,
    );
  expect(instants({ atLeast: 2, since: 7, atMost: 9 })).toEqual([9, 8, 7]);
  expect(instants({ atLeast: 4, since: 7, atMost: 9 })).toEqual([9, 8, 7, 3]);
  expect(instants({ atLeast: 2, since: 1, atMost: 4 })).toEqual([9, 8, 7, 3]);
});

test('one without a date is none of the latest, and its rate may be unknown', () => {
  const set = setOf(
    'A',
    { earnedAt: null, rates: [{ day: 1, rate: 12 }] },
    { earnedAt: 5_000 },
    {
      earnedAt: 4_000,
      rates: [
        { day: 1, rate: 12 },
        { day: 2, rate: 9 },
      ],
    },
  );
  expect(latestTrophies([set], first(9)).map(({ earnedAt, rate }) => [earnedAt, rate])).toEqual([
    [5_000, null],
    [4_000, 9],
  ]);
});

test('a game of which nothing is fetched, or nothing earned, is not read for them', () => {
  const nothing = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
  const unearned = setOf('A', { earned: false });
  expect(
    titlesWithLatest(
      [aLibraryTitle({ tally: null }), titleOf(unearned, { earned: nothing })],
      first(8),
    ),
  ).toEqual([]);
});
