import { expect, test } from 'vitest';
import { shortfall } from '@/utils/words/shortfall';

const failure = { cause: 'sony-down' } as const;

test.each([
  [[], 0, null],
  [
    [{ phase: 'played-games', failure }],
    0,
    'Playtimes are missing or old. The next sync tries again.',
  ],
  [[], 1, '1 entry of Sony’s could not be read. The next sync tries again.'],
  [
    [{ phase: 'summary', failure }],
    1200,
    'Your trophy level is missing or old. 1,200 entries of Sony’s could not be read. The next sync tries again.',
  ],
] as const)('%j and %i unread rows are said in words', (gaps, unread, words) => {
  expect(shortfall(gaps, unread, 'en')).toBe(words);
});
