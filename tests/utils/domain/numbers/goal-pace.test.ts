import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLeft, type Goal, GOAL_KINDS, goalPaceOf } from '@/utils/domain/numbers/goal-pace';
import { dayNumber } from '@/tests/support/civil-days.ts';

const TODAY = dayNumber('2026-11-26');
/** The pace on a day on which Sony’s list was read. */
function paceOn(goal: Goal, value: number, today: number, counted = value) {
  return goalPaceOf(goal, value, { today, until: today }, counted);
}

const FIFTY: Goal = {
  ...{ kind: 'platinums', start: 38, startDay: dayNumber('2026-01-01') },
  ...{ target: 50, by: dayNumber('2027-06-21') },
};

test('eight platinums in a year, and four to go by summer', () => {
  expect(paceOn(FIFTY, 46, TODAY)).toEqual({
    ...{ left: 4, needed: 0.59, yours: 0.74, state: 'ahead' },
    forecast: dayNumber('2027-05-10'),
  });
});

test('within a tenth of what it takes one is on the way', () => {
  const goal = { ...FIFTY, start: 0, startDay: TODAY - 100, target: 200, by: TODAY + 100 };
  const state = (value: number) => paceOn(goal, value, TODAY).state;
  // 10 % more than what is left: 104.7 of 200.
  expect([104, 105].map(state)).toEqual(['on-the-way', 'ahead']);
  // 10 % less: 94.7.
  expect([95, 94].map(state)).toEqual(['on-the-way', 'behind']);
});

test('what Sony counts beside the lists is no gain', () => {
  const goal = { ...FIFTY, kind: 'points' as const, start: 100, target: 400 };
  expect(paceOn(goal, 250, TODAY, 100)).toMatchObject({ left: 150, yours: 0, forecast: null });
});

test('where nothing was gained there is no forecast', () => {
  expect(paceOn(FIFTY, 38, TODAY)).toMatchObject({
    ...{ left: 12, yours: 0, forecast: null, state: 'behind' },
  });
  expect(paceOn(FIFTY, 37, TODAY)).toMatchObject({ forecast: null, state: 'behind' });
});

test('on its first day a goal has no pace', () => {
  expect(paceOn({ ...FIFTY, startDay: TODAY }, 40, TODAY)).toMatchObject({
    ...{ yours: null, forecast: null, state: 'begun' },
  });
});

test('what is reached needs nothing more, also after its day, when nobody knows whether it was then', () => {
  const nothing = { left: 0, needed: null, forecast: null };
  expect(paceOn(FIFTY, 50, TODAY)).toMatchObject({ ...nothing, state: 'reached' });
  expect(paceOn(FIFTY, 55, FIFTY.by)).toMatchObject({ ...nothing, state: 'reached' });
  expect(paceOn(FIFTY, 55, FIFTY.by + 3)).toMatchObject({ ...nothing, state: 'reached-since' });
});

test('what may be less again is not said to be missed once its day is over', () => {
  const stateOf = (kind: Goal['kind']) => paceOn({ ...FIFTY, kind }, 46, FIFTY.by + 1).state;
  expect(GOAL_KINDS.map(stateOf)).toEqual(['missed', 'missed', 'missed', 'over', 'over']);
});

test('paces are of the days that are known, and of the others nobody says how it went', () => {
  const of = (value: number, today: number, until: number, goal = FIFTY) =>
    goalPaceOf(goal, value, { today, until });
  expect(of(46, TODAY + 90, TODAY)).toEqual(paceOn(FIFTY, 46, TODAY));
  // Its day has passed since it was asked last.
  expect(of(46, FIFTY.by + 1, FIFTY.by)).toMatchObject({ needed: null, state: 'unread' });
  expect(of(50, FIFTY.by + 1, FIFTY.by).state).toBe('reached');
  // It has begun since.
  const begun = { ...FIFTY, startDay: TODAY };
  expect(of(40, TODAY + 1, TODAY - 9, begun)).toMatchObject({
    ...{ yours: null, state: 'uncounted' },
  });
  expect(of(40, TODAY, TODAY - 9, begun).state).toBe('begun');
});

test('its last day is still one of it, the day after it is missed', () => {
  expect(paceOn(FIFTY, 46, FIFTY.by)).toMatchObject({ needed: null, state: 'behind' });
  expect(paceOn(FIFTY, 46, FIFTY.by + 1)).toMatchObject({ needed: null, state: 'missed' });
});

test('who goes on at their pace reaches it on the day that is forecast, and not before', () => {
  const anyWay = fc.record({
    ...{ gained: fc.integer({ min: 1, max: 99 }), left: fc.integer({ min: 1, max: 99 }) },
    ...{ days: fc.integer({ min: 1, max: 365 }), kind: fc.constantFrom(...GOAL_KINDS) },
  });
  fc.assert(
    fc.property(anyWay, ({ gained, left, days, kind }) => {
      const target = 10 + gained + left;
      const goal = { kind, start: 10, startDay: TODAY - days, target, by: TODAY + 30 };
      const forecast = paceOn(goal, 10 + gained, TODAY).forecast ?? NaN;
      expect(gained * (forecast - TODAY)).toBeGreaterThanOrEqual(left * days);
      expect(gained * (forecast - 1 - TODAY)).toBeLessThan(left * days);
    }),
  );
});

test('what is further off than a hundred years is on no day', () => {
  const goal = { ...FIFTY, startDay: TODAY - 1, start: 0 };
  const forecast = (target: number) => paceOn({ ...goal, target }, 1, TODAY).forecast;
  expect([36_526, 36_527, 1_000_000_000].map(forecast)).toEqual([
    ...[TODAY + 36_525, Infinity, Infinity],
  ]);
});

test('an average of 82.4 of 120 games lacks 912 percent to 90: ten games at the least', () => {
  expect(averageLeft(9_888, 120, 90)).toEqual({ percent: 912, games: 10 });
  expect(averageLeft(10_800, 120, 90)).toEqual({ percent: 0, games: 0 });
  expect(averageLeft(11_000, 120, 90)).toEqual({ percent: 0, games: 0 });
});
