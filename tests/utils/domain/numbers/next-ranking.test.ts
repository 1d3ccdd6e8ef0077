import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NextGame } from '@/utils/domain/numbers/next-reasons';
import { type GameWithOpen, rankedNext } from '@/utils/domain/numbers/next-ranking';
import { aNextGame } from '@/tests/support/next-games.ts';

const keysOf = (games: readonly GameWithOpen[], limit = 999) =>
  rankedNext(games, [], limit).map(
    ({ game, trophy }) => `${game.npCommunicationId}:${String(trophy.trophyId)}`,
  );

test('the best first', () => {
  expect(keysOf([aNextGame('A', [100, 900]), aNextGame('B', [500])])).toEqual([
    'A:1',
    'B:0',
    'A:0',
  ]);
});

test('as good: the commoner, what has less left, what was played last, then by their names', () => {
  const ten = (said: Partial<NextGame>) => (id: string) => aNextGame(id, [10], said);
  // 1.0 % and 1.1 % are two points both.
  const games = [
    aNextGame('F', [10, 11]),
    ...['E', 'D'].map(ten({})),
    ten({ leftToHundred: 6 })('C'),
    ten({ leftToHundred: 6, daysSince: 80, lastAt: 1_000 })('B'),
    ten({ leftToHundred: 6, daysSince: 80, lastAt: 1_001 })('A2'),
    ten({ leftToHundred: 9, daysSince: 70, lastAt: 2_000 })('A1'),
  ];
  expect(keysOf(games)).toEqual(['F:1', 'A2:0', 'B:0', 'C:0', 'A1:0', 'D:0', 'E:0', 'F:0']);
});

test('two of a game among the first twenty, the others after them', () => {
  const games = [
    aNextGame('A', Array<number>(6).fill(900)),
    ...Array.from({ length: 18 }, (_, index) => aNextGame(`B${String(index + 10)}`, [400])),
    aNextGame('C', [300]),
  ];
  const keys = keysOf(games);
  expect(keys.slice(0, 2)).toEqual(['A:0', 'A:1']);
  expect(keys.slice(2, 20).every((key) => key.startsWith('B'))).toBe(true);
  expect(keys.slice(20)).toEqual(['A:2', 'A:3', 'A:4', 'A:5', 'C:0']);
});

test('one game alone fills the list all the same', () => {
  expect(keysOf([aNextGame('A', [900, 800, 700, 600])])).toEqual(['A:0', 'A:1', 'A:2', 'A:3']);
});

test('of the editions of a game only the one that comes first', () => {
  const games = [
    aNextGame('A', [100, 200], { edition: 'one' }),
    aNextGame('B', [900, 50], { edition: 'one' }),
  ];
  expect(keysOf(games)).toEqual(['B:0', 'B:1']);
});

test('a trophy that is left out brings no other edition of its game', () => {
  const games = [
    aNextGame('A', [900, 300], { edition: 'one' }),
    aNextGame('B', [880, 700], { edition: 'one' }),
  ];
  const has = (id: string, trophyId: number): boolean => id === 'A' && trophyId === 0;
  const leftOut = { editions: new Set<string>(), has };
  const ranked = rankedNext(games, [], 9, leftOut);
  expect(ranked.map(({ game, trophy }) => [game.npCommunicationId, trophy.trophyId])).toEqual([
    ['A', 1],
  ]);
});

test('no more than are asked for', () => {
  expect(keysOf([aNextGame('A', [900, 800, 700])], 2)).toEqual(['A:0', 'A:1']);
  expect(keysOf([])).toEqual([]);
});

test('the order is one, however the games come', () => {
  const games = Array.from({ length: 30 }, (_, index) =>
    aNextGame(`G${String(index)}`, [10, 10, 50 * (index % 5), 400], {
      ...{ leftToHundred: index % 4, edition: String(index % 25) },
    }),
  );
  const expected = keysOf(games);
  const shuffled = fc.shuffledSubarray(games, { minLength: games.length });
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(keysOf(some)).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});
