import { expect, test } from 'vitest';
import { chartOf, withRun } from './results-file.ts';
import { failedRow, type Measured } from './row.ts';

const row = (ours: number): Measured => ({
  what: 'script',
  floor: '',
  unit: 'kB',
  theirs: null,
  ours,
  ratio: null,
  budget: { atMost: 80, of: 'value' },
});

test('a chart rises from the least to the most', () => {
  expect(chartOf([1, 2, 8])).toBe('▁▂█');
  expect(chartOf([5, 5])).toBe('▁▁');
});

test('the last twelve runs are drawn, and a row that is measured no more goes', () => {
  const many = Array.from({ length: 12 }, (_, n) => n);
  expect(withRun({ script: many, old: [1] }, [row(12.345)])).toStrictEqual({
    script: [...many.slice(1), 12.35],
  });
});

test('what could not be measured this time is not forgotten', () => {
  const rows = [row(2), failedRow('typing', new Error('no key'))];
  expect(withRun({ script: [1], typing: [3] }, rows)).toStrictEqual({
    script: [1, 2],
    typing: [3],
  });
});
