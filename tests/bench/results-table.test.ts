import { expect, test } from 'vitest';
import { tableOf } from './results-table.ts';

test('a row says beside what it is compared with what nobody could do without', () => {
  const ratio = { median: 3, low: 2.9, high: 3.1 };
  const [, , row] = tableOf([
    {
      what: 'a copy restored',
      floor: 'JSON',
      unit: 'ms',
      theirs: 300,
      ours: 1_800,
      ratio: { median: 6, low: 6, high: 6 },
      budget: { atMost: 1.5, of: 'ratio' },
      least: { what: 'written once', amount: 900, ratio, ours: ratio },
    },
  ]).split('\n');
  expect(row).toContain('| JSON (written once: 900 ms, 3.00 ×) | 300 ms | 1800 ms | 6.00 × |');
});

test('a row says what was measured, against what, and whether that is within its budget', () => {
  const table = tableOf([
    {
      what: 'popup',
      floor: 'an empty page',
      unit: 'ms',
      theirs: 40.04,
      ours: 70,
      ratio: { median: 1.75, low: 1.6, high: 1.9 },
      budget: { atMost: 1.2, of: 'ratio' },
    },
    {
      what: 'script',
      floor: '',
      unit: 'kB',
      theirs: null,
      ours: 60,
      ratio: null,
      budget: { atMost: 80, of: 'value' },
    },
  ]);
  expect(table).toBe(
    [
      '| what   | compared with | theirs | ours  | ratio              | budget   |          |',
      '| ------ | ------------- | ------ | ----- | ------------------ | -------- | -------- |',
      '| popup  | an empty page | 40 ms  | 70 ms | 1.75 × (1.60–1.90) | ≤ 1.20 × | **over** |',
      '| script |               |        | 60 kB |                    | ≤ 80 kB  | pass     |',
    ].join('\n'),
  );
});
