import { expect, test } from 'vitest';
import type { YearFigures } from '@/utils/domain/numbers/year-figures';
import * as words from '@/utils/words/en/year.json';
import { emptySaid, listCounts } from '@/utils/words/year';

test('a list of which the end of a year is missing is not said to lack dates', () => {
  const counts = 'By points.';
  expect(listCounts(counts, { isAtLeast: false, knownUntil: 20_706 })).toBe(counts);
  expect(listCounts(counts, { isAtLeast: true, knownUntil: null })).toMatch(/no date here\.$/);
  expect(listCounts(counts, { isAtLeast: true, knownUntil: 20_706 })).toBe(
    'By points. As far as is known.',
  );
});

test('a year without a trophy is told as far as it is known', () => {
  const none = { year: 2026, isRunning: true, isAtLeast: false, knownUntil: null };
  const said = (of: Partial<typeof none> | { knownUntil: number }) =>
    Object.values(emptySaid({ ...none, ...of } as YearFigures, 'en-US'));
  const title = words.emptyTitle({ year: '2026' });
  expect(said({})).toEqual([title, words.emptySoFar]);
  expect(said({ isRunning: false })).toEqual([title, words.empty]);
  expect(said({ knownUntil: 20_454 })).toEqual([title, words.emptyUntil({ day: 'Jan 1, 2026' })]);
  const unknown = [words.emptyKnownTitle({ year: '2026' }), words.emptyKnown];
  expect(said({ isAtLeast: true })).toEqual(unknown);
});
