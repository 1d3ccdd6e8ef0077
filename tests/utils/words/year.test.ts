import { expect, test } from 'vitest';
import { listCounts } from '@/utils/words/year';

test('a list of which the end of a year is missing is not said to lack dates', () => {
  const counts = 'By points.';
  expect(listCounts(counts, { isAtLeast: false, knownUntil: 20_706 })).toBe(counts);
  expect(listCounts(counts, { isAtLeast: true, knownUntil: null })).toMatch(/no date here\.$/);
  expect(listCounts(counts, { isAtLeast: true, knownUntil: 20_706 })).toBe(
    'By points. As far as is known.',
  );
});
