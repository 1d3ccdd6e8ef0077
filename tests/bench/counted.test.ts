import { expect, test } from 'vitest';
import { boundRow, countRow } from './counted.ts';
import { verdictOf } from './row.ts';

const NAMED = { what: 'requests', floor: 'bound', unit: 'requests' as const };
const CASES = [
  { ours: 2, theirs: 2 },
  { ours: 6, theirs: 4 },
  { ours: 9, theirs: 8 },
];

test('a row shows the worst of its cases', () => {
  expect(countRow(NAMED, CASES)).toMatchObject({ ours: 6, theirs: 4, ratio: { median: 1.5 } });
  expect(verdictOf(countRow(NAMED, CASES))).toBe('over');
  expect(verdictOf(countRow(NAMED, CASES, 1.5))).toBe('pass');
});

test('fewer than it takes is a mistake, and so is nothing', () => {
  expect(verdictOf(boundRow(NAMED, CASES.slice(0, 1)))).toBe('pass');
  expect(verdictOf(boundRow(NAMED, CASES))).toBe('over');
  expect(() => boundRow(NAMED, [...CASES, { ours: 1, theirs: 2 }])).toThrow('takes 2');
  expect(() => countRow(NAMED, [])).toThrow('Nothing');
});
