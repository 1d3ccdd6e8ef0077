import { expect, test } from 'vitest';
import { markAfter } from '@/components/charts/chart-mark';

// . A . B
// C . . .
// . . D E
const MARKS = [
  { id: 'A', row: 0, column: 1 },
  { id: 'B', row: 0, column: 3 },
  { id: 'C', row: 1, column: 0 },
  { id: 'D', row: 2, column: 2 },
  { id: 'E', row: 2, column: 3 },
];

test.each([
  ['ArrowRight', 'A', 'B'],
  ['ArrowLeft', 'B', 'A'],
  ['ArrowRight', 'B', null],
  ['ArrowDown', 'B', 'C'],
  ['ArrowDown', 'C', 'D'],
  ['ArrowUp', 'E', 'C'],
  ['ArrowUp', 'A', null],
  ['Home', 'E', 'A'],
  ['End', 'A', 'E'],
  ['x', 'A', null],
])('%s leads from %s to %s, over places that have none', (key, from, to) => {
  const mark = MARKS.find(({ id }) => id === from)!;
  expect(markAfter(key, mark, MARKS)?.id ?? null).toBe(to);
});
