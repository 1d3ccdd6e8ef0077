import { expect, test } from 'vitest';
import { GroupRows } from '@/components/library/group-rows';
import { manyStacks } from '../../support/title-list.ts';

const SHAPE = { columns: 3, rowsOnScreen: 2, count: 9, isRightToLeft: false };
const stacks = manyStacks(9);
/** Rows of 3 and 1, of 2, and of 3. */
const rows = new GroupRows(
  [
    { key: 'a', stacks: stacks.slice(0, 4), mayBeEarlier: 0 },
    { key: 'b', stacks: stacks.slice(4, 6), mayBeEarlier: 0 },
    { key: 'c', stacks: stacks.slice(6), mayBeEarlier: 0 },
  ],
  3,
);

test('each group begins a row of its own, with its head above it', () => {
  expect(rows.rows.map((row) => row.length)).toEqual([3, 1, 2, 3]);
  expect([0, 1, 2, 3].map((row) => rows.headAt(row)?.key)).toEqual(['a', undefined, 'b', 'c']);
  expect([0, 1, 2, 3].map((row) => rows.groupAt(row)?.key)).toEqual(['a', 'a', 'b', 'c']);
  expect([0, 1, 2, 3].map((row) => rows.startOf(row))).toEqual([0, 3, 4, 6]);
});

test('says which line of all a row is, with its heads', () => {
  expect([0, 1, 2, 3].map((row) => rows.lineOf(row))).toEqual([1, 2, 4, 6]);
});

test('says in which row a game stands', () => {
  expect(stacks.map((_, game) => rows.rowOf(game))).toEqual([0, 0, 0, 1, 2, 2, 3, 3, 3]);
});

test.each([
  ['ArrowDown', 0, 3],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 5, 7],
  ['ArrowUp', 8, 5],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 1, null],
  ['ArrowDown', 7, null],
  ['PageDown', 1, 5],
  ['PageDown', 5, 7],
  ['PageUp', 3, 0],
  ['PageUp', 1, null],
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 0, null],
  ['Home', 5, 0],
  ['End', 5, 8],
] as const)('%s leads from game %i to %j', (key, from, to) => {
  expect(rows.after(key, from, SHAPE)).toBe(to);
});

test('the games of a row that begins with empty cells stand at its end', () => {
  // Of the first: two empty and one, and then three. Of the last: one empty and two, and then one.
  const later = new GroupRows(
    [
      { key: 'a', stacks: stacks.slice(0, 4), mayBeEarlier: 0 },
      { key: 'b', stacks: stacks.slice(4, 6), mayBeEarlier: 0 },
      { key: 'c', stacks: stacks.slice(6), mayBeEarlier: 0 },
    ],
    3,
    new Map([
      ['a', 2],
      ['c', 1],
    ]),
  );
  expect(later.rows.map((row) => row.length)).toEqual([1, 3, 2, 2, 1]);
  expect([0, 1, 2, 3, 4].map((row) => later.fromAt(row))).toEqual([3, null, 1, 2, null]);
  expect([0, 1, 2, 3, 4].map((row) => later.startOfGroup(row))).toEqual([0, 0, 4, 6, 6]);
  const down = (game: number): number | null => later.after('ArrowDown', game, SHAPE);
  const up = (game: number): number | null => later.after('ArrowUp', game, SHAPE);
  expect([0, 1, 3, 4, 5, 6, 7].map(down)).toEqual([3, 4, 5, 6, 6, 8, 8]);
  expect([8, 7, 6, 5, 4, 3, 1].map(up)).toEqual([6, 5, 5, 2, 1, 0, 0]);
});

test('there are no rows where there are no games', () => {
  const none = new GroupRows([], 3);
  expect(none.rows).toEqual([]);
  expect(none.groupAt(0)).toBeUndefined();
  expect(none.after('ArrowDown', 0, { ...SHAPE, count: 0 })).toBeNull();
});
