import { expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { afterAnswer, halved, largestToTry, mayBeOfSize } from '@/utils/domain/sync/page-size';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

test('a page is as large as Sony allows, until that fails', () => {
  expect(largestToTry('titles', null, NOW)).toBe(800);
  expect(largestToTry('played-games', null, NOW)).toBe(200);
  expect(halved('titles', 800)).toBe(400);
  expect(halved('titles', 90)).toBe(50);
  expect(halved('titles', 50)).toBeNull();
  expect(halved('played-games', 5)).toBeNull();
});

test.each<[Failure, boolean]>([
  [{ cause: 'answer-not-understood', status: 400 }, true],
  [{ cause: 'sony-down', status: 503 }, true],
  [{ cause: 'no-answer' }, true],
  [{ cause: 'sony-down', status: 408 }, true],
  [{ cause: 'answer-not-understood', status: 200 }, true],
  [{ cause: 'answer-not-understood', status: 413 }, true],
  [{ cause: 'answer-not-understood', fields: ['trophyTitles'] }, false],
  [{ cause: 'too-many-requests', status: 429 }, false],
  [{ cause: 'offline' }, false],
  [{ cause: 'token-refused', status: 400, during: 'refresh' }, false],
  [{ cause: 'sony-down', status: 503, during: 'refresh' }, false],
])('%o may be a matter of size: %s', (failure, expected) => {
  expect(mayBeOfSize(failure)).toBe(expected);
});

test('what worked when the double had failed is remembered for a week, then tried larger', () => {
  const size = afterAnswer('titles', null, { size: 400, first: 800 }, NOW);

  expect(size).toStrictEqual({ size: 400, provenAt: NOW });
  expect(largestToTry('titles', size, NOW + 6 * DAY)).toBe(400);
  expect(largestToTry('titles', size, NOW + 7 * DAY)).toBe(800);
  expect(afterAnswer('titles', size, { size: 800, first: 800 }, NOW)).toBeNull();
});

test('what fell in an outage grows again with each page that works', () => {
  const fallen = { size: 100, provenAt: null };

  expect(largestToTry('titles', fallen, NOW)).toBe(200);
  const grown = afterAnswer('titles', fallen, { size: 200, first: 200 }, NOW);
  expect(grown).toStrictEqual({ size: 200, provenAt: null });
  expect(largestToTry('titles', grown, NOW)).toBe(400);
});

test('a page that was asked for small tells nothing of larger ones', () => {
  const proven = { size: 100, provenAt: NOW };

  expect(afterAnswer('played-games', proven, { size: 5, first: 5 }, NOW)).toBe(proven);
  expect(afterAnswer('played-games', null, { size: 5, first: 5 }, NOW)).toBeNull();
});
