import { expect, test } from 'vitest';
import * as words from '@/utils/words/en/background.json';

/* What each of these would do is checked by the types: a line that is no error there is one. */
test('a wrong key or placeholder is an error where it is written', () => {
  // @ts-expect-error misspelt
  expect(words.badge.wating).toBeUndefined();
  // @ts-expect-error the placeholder is missing
  expect(() => words.badge.day({}, 'en-GB')).not.toThrow();
  // @ts-expect-error one too many
  expect(words.moreGames({ more: 2, games: 3 }, 'en-GB')).toBe('2 more');
  // @ts-expect-error of another type
  expect(words.ofGames({ games: 3 })).toBe('3.');
});
