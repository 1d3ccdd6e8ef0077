import { expect, test } from 'vitest';
import { movedColumn, withColumn } from '@/utils/domain/library/changed-columns';
import {
  DEFAULT_COLUMNS,
  askedColumns,
  columnsInAddress,
} from '@/utils/domain/library/list-columns';

test.each([
  [null, DEFAULT_COLUMNS],
  ['', DEFAULT_COLUMNS],
  ['price,<b>', DEFAULT_COLUMNS],
  ['none', []],
  ['rarest,price,platform,rarest', ['rarest', 'platform']],
])('%s in an address: %j', (asked, columns) => {
  expect(askedColumns(asked)).toEqual(columns);
});

test('an address has them only where they are not as they are anyway', () => {
  expect(columnsInAddress(DEFAULT_COLUMNS)).toBeNull();
  expect(columnsInAddress([])).toBe('none');
  expect(columnsInAddress(['rarest', 'platform'])).toBe('rarest,platform');
});

test('one is taken in at the end, and out', () => {
  expect(withColumn(['rarest'], 'played', true)).toEqual(['rarest', 'played']);
  expect(withColumn(['rarest', 'played'], 'rarest', false)).toEqual(['played']);
});

test('one is moved, as far as there are any', () => {
  const three = ['rarest', 'played', 'grades'] as const;
  expect(movedColumn(three, 'played', -1)).toEqual(['played', 'rarest', 'grades']);
  expect(movedColumn(three, 'played', 1)).toEqual(['rarest', 'grades', 'played']);
  expect(movedColumn(three, 'rarest', -1)).toBe(three);
  expect(movedColumn(three, 'platform', 1)).toBe(three);
});
