import { describe, expect, test } from 'vitest';
import { lastPlayed, lastPlayedExactly } from '@/utils/words/last-played';
import {
  aroundShownGames,
  countOfGames,
  playedAgo,
  playedExactly,
  trophies,
} from '@/utils/words/library';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();
const YESTERDAY = NOON - 86_400_000;

test('one game, two games', () => {
  expect(countOfGames(1, 'en-GB')).toBe('1 game');
  expect(countOfGames(0, 'en-GB')).toBe('0 games');
  expect(countOfGames(1_300, 'en-GB')).toBe('1,300 games');
  expect(trophies(1, 'en-GB')).toBe('1 trophy');
});

test.each([
  [1, 1, ['', ' game']],
  [0, 0, ['', ' games']],
  [1_300, 1_300, ['', ' games']],
  [44, 60, ['', ' games in 60 editions']],
  [4, 44, ['', ' games in 44 editions']],
  [1, 1_300, ['', ' game in 1,300 editions']],
] as const)(
  '%i games in %i editions, in one sentence around its number',
  (games, titles, around) => {
    expect(aroundShownGames(games, titles, 'en-GB')).toEqual(around);
  },
);

describe('when a game was played last', () => {
  test('is said of the played list', () => {
    expect(lastPlayed('played-list', YESTERDAY, NOON, 'en-GB')).toBe('Played yesterday');
  });

  test('is not claimed of the trophy list, which only knows of trophies', () => {
    expect(lastPlayed('trophy-list', YESTERDAY, NOON, 'en-GB')).toBe('Last trophy yesterday');
    expect(lastPlayed('no-trophy', YESTERDAY, NOON, 'en-GB')).toBe('Last change yesterday');
  });

  test('is not known of an instant that is none', () => {
    expect(lastPlayed('played-list', -1, NOON, 'en-GB')).toBe('Played –');
    expect(lastPlayed('trophy-list', -1, NOON, 'en-GB')).toBe('Last trophy –');
    expect(lastPlayedExactly('played-list', -1, 'en-GB')).toContain('unknown, from');
    expect([playedAgo(-1, NOON, 'en-GB'), playedExactly(-1, 'en-GB')]).toStrictEqual([
      '–',
      'unknown',
    ]);
    expect(playedAgo(YESTERDAY, NOON, 'en-GB')).toBe('yesterday');
    for (const none of [0, 1e15, 1e300]) {
      expect(playedAgo(none, NOON, 'en-GB')).toBe('–');
      expect(playedExactly(none, 'en-GB')).toBe('unknown');
    }
  });

  test('comes with its source', () => {
    expect(lastPlayedExactly('played-list', YESTERDAY, 'en-GB')).toBe(
      '21 November 2026 at 12:00, from Sony’s list of played games',
    );
    expect(lastPlayedExactly('trophy-list', YESTERDAY, 'en-GB')).toContain('no play date');
    expect(lastPlayedExactly('no-trophy', YESTERDAY, 'en-GB')).toContain('none is earned');
  });
});
