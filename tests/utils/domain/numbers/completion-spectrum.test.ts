import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionSpectrum, SPECTRUM } from '@/utils/domain/numbers/completion-spectrum';

test('nothing and all have bars of their own', () => {
  expect(completionSpectrum([0, 1, 9, 10, 99, 100])).toEqual({
    ...{ games: [1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1], unknown: 0 },
  });
});

test('a percent that is not known is in no bar', () => {
  expect(completionSpectrum([null, 50])).toEqual({
    ...{ games: [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0], unknown: 1 },
  });
});

test('each bar begins where it says', () => {
  expect(completionSpectrum(SPECTRUM).games).toEqual(Array(12).fill(1));
});

test('the bars add up to all games', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 100 }))), (percents) => {
      const { games, unknown } = completionSpectrum(percents);
      expect(games.reduce((sum, count) => sum + count, unknown)).toBe(percents.length);
    }),
  );
});
