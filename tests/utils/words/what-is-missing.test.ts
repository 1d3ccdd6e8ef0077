import { expect, test } from 'vitest';
import { whatIsMissing } from '@/utils/words/what-is-missing';

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
  expect(whatIsMissing({ gaps, unreadCount: unread }, 0, 'en')).toBe(words);
});

test('when it is tried again is said where that is known, and not yet past', () => {
  const gaps = [{ phase: 'groups' as const, failure }];
  const triesAgainAt = Date.UTC(2026, 10, 27, 14, 32);
  expect(
    whatIsMissing({ gaps, unreadCount: 0, triesAgainAt }, triesAgainAt - 60_000, 'en'),
  ).toMatch(/^Names of some add-ons are missing\. Tried again at \d{1,2}:32/);
  expect(whatIsMissing({ gaps, unreadCount: 0, triesAgainAt }, triesAgainAt, 'en')).toBe(
    'Names of some add-ons are missing. The next sync tries again.',
  );
});
