import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earnedTogether, mostEarned, trophyDaysOf } from '@/utils/domain/numbers/trophy-days';
import { dayNumber } from '@/tests/support/civil-days.ts';

const MARCH_1 = dayNumber('2026-03-01');
const [BRONZE, GOLD, PLATINUM, NO_GRADE] = [0, 2, 3, 7];

test('the days with a trophy, in order, each with its grades', () => {
  const days = [MARCH_1 + 4, MARCH_1, MARCH_1, MARCH_1];
  expect(trophyDaysOf(days, [GOLD, BRONZE, BRONZE, PLATINUM])).toEqual([
    { day: MARCH_1, trophies: 3, counts: { bronze: 2, silver: 0, gold: 0, platinum: 1 } },
    { day: MARCH_1 + 4, trophies: 1, counts: { bronze: 0, silver: 0, gold: 1, platinum: 0 } },
  ]);
});

test('a trophy without a date is on no day', () => {
  expect(trophyDaysOf([0, 0], [BRONZE, GOLD])).toEqual([]);
});

test('a trophy of an unknown grade is one of the day, and of no grade', () => {
  expect(trophyDaysOf([MARCH_1], [NO_GRADE])).toMatchObject([
    { trophies: 1, counts: { bronze: 0, silver: 0, gold: 0, platinum: 0 } },
  ]);
});

const anyDays = fc.array(
  fc.tuple(fc.nat(40), fc.constantFrom(BRONZE, 1, GOLD, PLATINUM, NO_GRADE)),
);

test('the days add up to what has a date', () => {
  fc.assert(
    fc.property(anyDays, (trophies) => {
      const days = Uint16Array.from(trophies.map(([day]) => day));
      const all = trophyDaysOf(days, Uint8Array.from(trophies.map(([, grade]) => grade)));
      const dated = trophies.filter(([day]) => day > 0);
      const { counts, trophies: sum } = earnedTogether(all);
      expect(sum).toBe(dated.length);
      expect(counts.gold).toBe(dated.filter(([, grade]) => grade === GOLD).length);
    }),
  );
});

test('where most was earned, of several the latest', () => {
  const on = (day: number, trophies: number) => ({ ...earnedTogether([]), day, trophies });
  expect(mostEarned([on(1, 2), on(2, 5), on(3, 5), on(4, 0)])).toMatchObject({ day: 3 });
  expect(mostEarned([on(1, 0)])).toBe(null);
  expect(mostEarned([])).toBe(null);
});
