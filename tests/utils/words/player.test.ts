import { expect, test } from 'vitest';
import { level, toNextLevel } from '@/utils/words/player';

test('the level, and how far the next one is', () => {
  expect(level(412, 'en-GB')).toBe('Level 412');
  expect(level(null, 'en-GB')).toBe('Level –');
  expect(toNextLevel(412, 63, 'en-GB')).toBe('63% to level 413');
});
