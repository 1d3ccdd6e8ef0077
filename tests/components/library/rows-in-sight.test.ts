import { expect, test } from 'vitest';
import { GroupRows } from '@/components/library/group-rows';
import type { EmptyCells } from '@/components/library/empty-cells';
import { RowsInSight } from '@/components/library/rows-in-sight';
import type { EditionStack } from '@/utils/domain/library/editions';
import { manyStacks } from '../../support/title-list.ts';

const COLUMNS = 3;
const stacks = manyStacks(60);
const [first, second] = [stacks.slice(0, 30), stacks.slice(30)];

const inGroups = (...groups: EditionStack[][]) =>
  groups.map((of, at) => ({ key: `group ${String(at)}`, stacks: of, mayBeEarlier: 0 }));

/** A list whose beginning is above the window. */
function scrolledList(): HTMLElement {
  const list = document.createElement('div');
  list.style.cssText = 'position: fixed; top: -500px';
  document.body.append(list);
  return list;
}

/** Reads rows from one to another, both in sight, and then has other games; tells the cells of each group. */
function reading() {
  const inSight = new RowsInSight();
  const list = scrolledList();
  let groups = inGroups(first, second);
  let empty: EmptyCells = 0;
  const read = (top: number, last: number) => {
    const drawn = { findItemIndex: () => last, getItemOffset: () => 0 };
    inSight.remember(new GroupRows(groups, COLUMNS, empty), drawn, top, COLUMNS);
  };
  const emptyIn = (...now: EditionStack[][]) => {
    groups = inGroups(...now);
    empty = inSight.emptyBefore(groups, list, COLUMNS);
    return typeof empty === 'number'
      ? [0, 0]
      : groups.map(({ key }) => (empty as Map<string, number>).get(key));
  };
  return { inSight, read, emptyIn };
}

const moved = (some: readonly EditionStack[], count: number) => [
  ...some.slice(-count),
  ...some.slice(0, -count),
];

test('a group that begins anywhere in sight begins with its first cell', () => {
  for (const top of [9, 8, 7, 5, 2]) {
    const { read, emptyIn } = reading();
    read(14, 18);
    expect(emptyIn(first, moved(second, 1))).toEqual([0, 2]);
    // Its first row is the eleventh.
    read(top, 9);
    expect(emptyIn(first, moved(second, 1))).toEqual([0, 2]);
    read(top, 10);
    expect(emptyIn(first, moved(second, 1))).toEqual([0, 0]);
  }
});

test('what else is looked for has no cells of what was looked for before', () => {
  const { inSight, read, emptyIn } = reading();
  read(14, 18);
  expect(emptyIn(first, moved(second, 1))).toEqual([0, 2]);
  inSight.forget();
  expect(emptyIn(first, second)).toEqual([0, 0]);
});

test('a game at the upper edge that goes to another group moves none of that one', () => {
  const { read, emptyIn } = reading();
  read(4, 7);
  const [goes, ...others] = first.slice(12);
  expect(
    emptyIn(
      [...first.slice(0, 12), ...others],
      [...second.slice(0, 13), goes!, ...second.slice(13)],
    ),
  ).toEqual([1, 0]);
});
