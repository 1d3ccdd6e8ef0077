import { expect, test } from 'vitest';
import { percent } from '@/utils/format/numbers';

test('a percent that is almost the next one is not drawn as it', () => {
  expect([99.9, 100, 0.6, 57, 29].map((value) => percent(value, 'en'))).toStrictEqual([
    ...['99%', '100%', '0%', '57%', '29%'],
  ]);
});
