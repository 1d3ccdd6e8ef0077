import { expect, test } from 'vitest';
import { isPlainEarnings } from '@/utils/database/plain-earnings';
import { ROW_SCHEMAS } from '@/utils/database/row-schemas';
import { earnedAt, earningsIn } from '../../support/earned-trophies';

const ROW = earningsIn(1, [earnedAt(Date.UTC(2026, 0, 1)), earnedAt(null)]);
const ODD = [undefined, null, Number.NaN, Infinity, 1, -1, '', 'abcde', 'abcdef', true, [], {}];

test('a row is plain as it is stored, and only where its schema hands it back as it is', () => {
  expect(isPlainEarnings(ROW)).toBe(true);
  let plain = 0;
  for (const field of Object.keys(ROW)) {
    for (const value of ODD) {
      const row = { ...ROW, [field]: value };
      if (!isPlainEarnings(row)) continue;
      plain += 1;
      const read = ROW_SCHEMAS.earnings.safeParse(row);
      expect([field, value, read.data]).toStrictEqual([field, value, row]);
    }
  }
  expect(plain).toBeGreaterThan(6);
  expect([undefined, null, 1, 'x', []].map(isPlainEarnings)).not.toContain(true);
});
