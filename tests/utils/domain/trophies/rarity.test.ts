import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  RARITY_BANDS,
  rarityBandOf,
  rateWhenEarned,
  withRate,
  type DatedRate,
} from '@/utils/domain/trophies/rarity';

const DAY = 86_400_000;
const at = (day: number) => day * DAY + 7;

/** Looks as day and rate, in turn. */
function looks(...flat: [day: number, rate: number][]): DatedRate[] {
  return flat.map(([day, rate]) => ({ day, rate }));
}

test.each([
  // Recorded at the edges of Sony's own buckets.
  [10, 'ultra-rare'],
  [46, 'ultra-rare'],
  [54, 'very-rare'],
  [145, 'very-rare'],
  [159, 'rare'],
  [471, 'rare'],
  [531, 'common'],
  [833, 'common'],
  [0, 'ultra-rare'],
  [49, 'ultra-rare'],
  [50, 'very-rare'],
  [149, 'very-rare'],
  [150, 'rare'],
  [499, 'rare'],
  [500, 'common'],
  [1_000, 'common'],
])('a trophy that %i in a thousand have is %s', (rate, band) => {
  expect(rarityBandOf(rate)).toBe(band);
});

test('a 0.0 on the day on which it was earned is not believed where another rate came later', () => {
  expect(rateWhenEarned(looks([3, 0], [30, 30]), at(3))).toBe(null);
  expect(rateWhenEarned(looks([3, 0], [8, 30]), at(3))?.rate).toBe(30);
  expect(rateWhenEarned(looks([3, 0]), at(3))?.rate).toBe(0);
});

describe('a look at the rate', () => {
  test.each<[string, DatedRate[], number | null, number, DatedRate[]]>([
    ['is kept', [], 46, 3, looks([3, 46])],
    ['is kept where it has changed', looks([3, 46]), 47, 9, looks([3, 46], [9, 47])],
    ['adds nothing where it has not', looks([3, 46]), 46, 9, looks([3, 46])],
    ['adds nothing where Sony did not say', looks([3, 46]), null, 9, looks([3, 46])],
    ['takes the place of the same day’s', looks([1, 40], [3, 46]), 47, 3, looks([1, 40], [3, 47])],
    ['goes back within a day', looks([1, 40], [3, 46]), 40, 3, looks([1, 40])],
    ['of 0.0 is not believed after another', looks([3, 46]), 0, 9, looks([3, 46])],
    ['of 0.0 is not believed on the same day', looks([3, 46]), 0, 3, looks([3, 46])],
    ['of 0.0 is all there is at first', [], 0, 3, looks([3, 0])],
    ['is kept after a first 0.0', looks([3, 0]), 46, 4, looks([3, 0], [4, 46])],
  ])('%s', (_, before, rate, day, after) => {
    expect(withRate(before, rate, at(day))).toStrictEqual(after);
  });

  test('whatever comes, the last good rate is shown, days rise, and nothing is kept twice', () => {
    const rates = fc.constantFrom(null, 0, 40, 46, 47);
    const series = fc.array(fc.tuple(rates, fc.nat(3)), { maxLength: 40 });
    fc.assert(
      fc.property(series, (all) => {
        let kept: DatedRate[] = [];
        let day = 100;
        let good: number | null = null;
        for (const [rate, passed] of all) {
          day += passed;
          kept = withRate(kept, rate, at(day));
          if (rate !== null && (rate > 0 || good === null)) good = rate;
          expect(kept.at(-1)?.rate ?? null).toBe(good);
        }
        for (const [index, look] of kept.slice(1).entries()) {
          expect(look.day).toBeGreaterThan(kept[index]?.day ?? 0);
          expect(look.rate).not.toBe(kept[index]?.rate);
        }
      }),
    );
  });

  test('leaves the looks before as they were', () => {
    const before = Object.freeze(looks([3, 46]));
    expect(withRate(before, 47, at(3))).not.toBe(before);
  });
});

describe('the rate when a trophy was earned', () => {
  test.each<[string, DatedRate[], number, number | null]>([
    ['is not known without a look', [], 5, null],
    ['is that of the same day', looks([5, 46]), 5, 46],
    ['is that of a look a week later', looks([12, 46]), 5, 46],
    ['is not known by a look that came later still', looks([13, 46]), 5, null],
    ['is what it was before, where it has not changed', looks([5, 46]), 900, 46],
    ['is what it was then, and not what it is now', looks([5, 90], [30, 46]), 10, 90],
    ['is that of the nearer look, where it had changed', looks([5, 90], [500, 46]), 499, 46],
    ['is that of the last look before among many', looks([1, 9], [5, 8], [60, 7]), 6, 8],
    ['does not reach back over a gap of months', looks([5, 90], [500, 46]), 100, 90],
  ])('%s', (_, all, day, rate) => {
    expect(rateWhenEarned(all, at(day))?.rate ?? null).toBe(rate);
  });

  test('whatever the looks, it is one of them, or not known', () => {
    const all = fc.array(fc.tuple(fc.nat(900), fc.nat(1_000)), { maxLength: 8 });
    fc.assert(
      fc.property(all, fc.nat(1_000), (flat, day) => {
        const sorted = looks(...flat).sort((one, other) => one.day - other.day);
        const reading = rateWhenEarned(sorted, at(day));
        const above = sorted.filter(({ rate }) => rate > 0);
        // Nothing is believed that says zero beside others.
        const believed = above.length === 0 ? sorted : above;
        if (reading !== null) expect(believed).toContain(reading);
        else expect(believed.every((look) => look.day > day + 7)).toBe(true);
      }),
    );
  });
});

test('bands go from the rarest to the most common, whatever the rates', () => {
  const rates = fc.double({ min: 0, max: 1_000, noNaN: true });
  fc.assert(
    fc.property(rates, rates, (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(RARITY_BANDS.indexOf(rarityBandOf(low))).toBeLessThanOrEqual(
        RARITY_BANDS.indexOf(rarityBandOf(high)),
      );
    }),
  );
});
