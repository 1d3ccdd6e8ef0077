import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecast } from '@/utils/domain/sync/forecast';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const budget = (requests: number) => ({ requests, aWindow: 300, frees: WINDOW });

test.each([
  [0, 0, 0],
  [0, 300, 0],
  [1, 300, 190],
  [300, 300, 300 * 190],
  // One more than there is: a window is waited for.
  [301, 300, WINDOW + 190],
  [1, 0, WINDOW + 190],
  [300, 0, WINDOW + 300 * 190],
  [301, 0, 2 * WINDOW + 190],
  [1_000, 100, 3 * WINDOW + 300 * 190],
])('%i requests with %i left take %i ms', (requests, left, milliseconds) => {
  expect(forecast(requests, budget(left))).toBe(milliseconds);
});

test('whatever is left, more requests take longer, and more budget makes none of them longer', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(300), (requests, left) => {
      const takes = forecast(requests, budget(left));
      expect(forecast(requests + 1, budget(left))).toBeGreaterThan(takes);
      expect(forecast(requests, budget(left + 1))).toBeLessThanOrEqual(takes);
      expect(Number.isInteger(takes)).toBe(true);
    }),
  );
});
