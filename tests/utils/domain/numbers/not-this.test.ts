import { expect, test } from 'vitest';
import { type NotThis, withoutNotThis } from '@/utils/domain/numbers/not-this';
import { aNextGame } from '@/tests/support/next-games.ts';

const NOW = 1_795_000_000_000;
const GAMES = [aNextGame('A', [10, 20]), aNextGame('B', [30])];

/** What is left, such as `A:0`. */
function left(...notThis: NotThis[]): string[] {
  return withoutNotThis(GAMES, notThis, NOW).flatMap(({ game, open }) =>
    open.map(({ trophyId }) => `${game.npCommunicationId}:${String(trophyId)}`),
  );
}

test('a trophy that the player does not want is not suggested', () => {
  expect(left({ npCommunicationId: 'A', trophyId: 0, until: null })).toEqual(['A:1', 'B:0']);
});

test('of a game that they do not want none is', () => {
  expect(left({ npCommunicationId: 'A', trophyId: null, until: null })).toEqual(['B:0']);
});

test('after its time it is suggested again', () => {
  const until = (until: number) => left({ npCommunicationId: 'B', trophyId: 0, until });
  expect(until(NOW + 1)).toEqual(['A:0', 'A:1']);
  expect(until(NOW)).toEqual(['A:0', 'A:1', 'B:0']);
});

test('what is undone leaves nothing behind', () => {
  expect(left()).toEqual(['A:0', 'A:1', 'B:0']);
});
