import { expect, test } from 'vitest';
import { statisticsViewOf, statisticsQueryOf } from '@/utils/domain/numbers/statistics-view';

const USUAL = { hidden: false, otherEditions: false, sessionGap: 4 } as const;

test.each([
  ['', USUAL],
  ['hidden=out', { ...USUAL, hidden: true }],
  ['editions=best&gap=1', { ...USUAL, otherEditions: true, sessionGap: 1 as const }],
])('how the statistics are looked at comes back from its address: %s', (query, view) => {
  expect(statisticsViewOf(query)).toEqual(view);
  expect(statisticsQueryOf(view)).toBe(query);
});

test('what an address says that nobody knows is left out', () => {
  expect(statisticsViewOf('hidden=yes&editions=all&gap=5&else=1')).toEqual(USUAL);
});
