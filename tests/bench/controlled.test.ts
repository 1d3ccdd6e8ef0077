import { expect, test } from 'vitest';
import { controlledBy, untilSharp } from './controlled.ts';
import { amountRow } from './timed-row.ts';

const once = [10, 11, 40, 10, 90, 12, 10];
const again = once.map((time) => 2 * time);

test('what ran twice and came out as two things takes every row of its rounds along', () => {
  const rows = [amountRow('nodes', { ours: 3, unit: 'nodes' }, 4)];
  const close = expect.closeTo(2) as number;
  expect(controlledBy({ once, again: once }, rows)).toMatchObject([{ ours: 3, isVoid: false }]);
  expect(controlledBy({ once, again }, rows)).toMatchObject([
    { isVoid: true, control: { low: close, median: close, high: close } },
  ]);
});

test('rounds are enough when what ran twice is as one', () => {
  const isEnough = untilSharp(({ a = [], b = [] }) => ({ once: a, again: b }));
  expect(isEnough({ a: once, b: once })).toBe(true);
  expect(isEnough({ a: once, b: once.toReversed() })).toBe(false);
});
