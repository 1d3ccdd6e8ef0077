import { expect, test } from 'vitest';
import { failedRow, type Measured, verdictOf } from './row.ts';

const ROW: Measured = {
  what: 'popup',
  floor: 'an empty page',
  unit: 'ms',
  theirs: 40,
  ours: 60,
  ratio: { median: 1.5, low: 1.3, high: 1.7 },
  budget: { atMost: 1.2, of: 'ratio' },
};

test.each([
  ['over', ROW],
  ['pass', { ...ROW, ratio: { median: 1.3, low: 1.15, high: 1.4 } }],
  ['over', { ...ROW, ratio: null }],
  ['void', { ...ROW, isVoid: true }],
  ['failed', failedRow('popup', new Error('no browser'))],
  ['pass', { ...ROW, budget: { atMost: 60, of: 'value' as const } }],
  ['over', { ...ROW, budget: { atMost: 59.9, of: 'value' as const } }],
])('%s', (verdict, row) => {
  expect(verdictOf(row)).toBe(verdict);
});

test('a row that failed says why, in a line', () => {
  expect(failedRow('popup', new Error('no browser\nat a place')).failure).toBe('no browser');
  expect(failedRow('popup', 'gone').failure).toBe('gone');
});
