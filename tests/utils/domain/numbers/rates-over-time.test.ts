import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earningsOf, type SetEarnings } from '@/utils/domain/numbers/earnings';
import { ratesOverTime } from '@/utils/domain/numbers/rates-over-time';
import { rateSlopeOf } from '@/utils/domain/numbers/rate-slope';
import { logOf } from '@/utils/domain/numbers/trophy-log';
import { rateWhenEarned } from '@/utils/domain/trophies/rarity';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const NOW = START + 400 * DAY;

/** What was earned so many days after the start, with the rate of then and that of today. */
interface Earned {
  day: number | null;
  then: number | null;
  now: number | null;
}

/** A set whose trophies were read when they were earned and, where they have another rate, a year later. */
function aSet(number: number, earned: readonly Earned[]): SetEarnings {
  const trophies = earned.map(({ day, then, now }, trophyId) =>
    aTrophy({
      ...{ trophyId, earned: true, earnedAt: day === null ? null : START + day * DAY },
      rates: [
        ...(then === null || day === null ? [] : [{ day: START / DAY + day, rate: then }]),
        ...(now === null ? [] : [{ day: START / DAY + 399, rate: now }]),
      ],
    }),
  );
  const npCommunicationId = `NPWR0000${String(number)}_00`;
  return earningsOf(aTrophySet({ npCommunicationId, trophies }), NOW, true);
}

function over(sets: readonly SetEarnings[], readDays: readonly (number | null)[], limit = 50) {
  const log = logOf(sets);
  const read = readDays.map((day) => (day === null ? null : START + day * DAY));
  const all = ratesOverTime(log, read, limit);
  const said = ({ then, now }: { then: number; now: number }) => `${String(then)} ${String(now)}`;
  return { ...all, mostRarer: all.mostRarer.map(said), mostCommoner: all.mostCommoner.map(said) };
}

test('2.1 % when it was earned and 3.4 % now is commoner, and a tenth more or less is unchanged', () => {
  const set = aSet(1, [
    { day: 1, then: 21, now: 34 },
    { day: 2, then: 60, now: 40 },
    { day: 3, then: 60, now: 61 },
    { day: 4, then: 60, now: 59 },
  ]);
  expect(over([set], [399])).toEqual({
    ...{ known: 4, unchanged: 2, rarer: 1, commoner: 1 },
    ...{ mostRarer: ['60 40'], mostCommoner: ['21 34'] },
  });
});

test('it takes thirty days, a date, and two rates that can be believed', () => {
  const none = { known: 0, mostRarer: [], mostCommoner: [] };
  const young = aSet(1, [{ day: 370, then: 21, now: 34 }]);
  expect(over([young], [399])).toMatchObject(none);
  expect(over([young], [400])).toMatchObject({ known: 1 });
  expect(over([young], [null])).toMatchObject(none);
  const odd = [
    { day: 1, then: 0, now: 34 },
    { day: 1, then: 34, now: 0 },
    { day: null, then: 21, now: 34 },
    { day: 1, then: null, now: 34 },
    { day: 1, then: 34, now: null },
  ];
  expect(over([aSet(1, odd.slice(0, 4))], [399])).toMatchObject(none);
});

test('the most are those that a full sort has first', () => {
  const rate = fc.integer({ min: 1, max: 40 });
  const earned = fc.record({ day: fc.integer({ min: 0, max: 399 }), then: rate, now: rate });
  const set = fc.array(earned, { maxLength: 12 });
  fc.assert(
    fc.property(fc.tuple(set, set), fc.integer({ min: 1, max: 6 }), (sets, limit) => {
      const counted = sets
        .flat()
        // One that was read on the day on which it was earned has the later rate of both.
        .filter(({ day }) => day <= 369)
        .map(({ then, now }) => ({ then, now, change: now - then }));
      const changed = counted.filter(({ change }) => Math.abs(change) > 1);
      const most = (way: 1 | -1) =>
        changed
          .filter(({ change }) => change * way > 0)
          .map(({ change, now }) => `${String(change)} ${String(now)}`)
          .sort((one, other) => {
            const [a = 0, b = 0] = one.split(' ').map(Number);
            const [c = 0, d = 0] = other.split(' ').map(Number);
            return way * (c - a) || b - d;
          })
          .slice(0, limit);
      const all = ratesOverTime(
        logOf(sets.map((each, index) => aSet(index + 1, each))),
        [START + 399 * DAY, START + 399 * DAY],
        limit,
      );
      expect(all.known).toBe(counted.length);
      expect(all.rarer + all.commoner).toBe(changed.length);
      const said = ({ then, now }: { then: number; now: number }) =>
        `${String(now - then)} ${String(now)}`;
      expect(all.mostRarer.map(said)).toEqual(most(-1));
      expect(all.mostCommoner.map(said)).toEqual(most(1));
    }),
  );
});

test('the list has a trophy where its game has what became of it, whichever days were read', () => {
  const reading = fc.record({
    day: fc.integer({ min: 0, max: 140 }),
    rate: fc.integer({ min: 1, max: 90 }),
  });
  const readings = fc.uniqueArray(reading, { selector: ({ day }) => day, maxLength: 4 });
  fc.assert(
    fc.property(readings, fc.integer({ min: 0, max: 140 }), (read, earnedDay) => {
      const [first, readDay] = [START / DAY, 140];
      const rates = read
        .toSorted((one, other) => one.day - other.day)
        .map(({ day, rate }) => ({ day: first + day, rate }));
      const earnedAt = START + earnedDay * DAY;
      const trophy = aTrophy({ earned: true, earnedAt, rates });
      const listed = over([earningsOf(aTrophySet({ trophies: [trophy] }), NOW, true)], [readDay]);
      const then = rateWhenEarned(rates, earnedAt);
      const slope = rateSlopeOf(rates, then, first + readDay, first + earnedDay);
      const change = then === null ? null : (slope?.change ?? null);
      expect([listed.rarer, listed.commoner, listed.unchanged]).toEqual([
        ...(['rarer', 'commoner', 'unchanged'] as const).map((each) => Number(change === each)),
      ]);
    }),
  );
});
