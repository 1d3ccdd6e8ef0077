import { expect, test } from 'vitest';
import { laterItem } from '@/utils/domain/library/later-item';
import { NO_SET, type StoredItem } from '@/utils/domain/library/player-item';
import {
  goalEndOf,
  goalEndVersion,
  isGoalEnd,
  type GoalEnd,
} from '@/utils/domain/numbers/goal-end';
import { GOAL_KINDS, type Goal } from '@/utils/domain/numbers/goal-pace';
import { goalValues, type GoalValues } from '@/utils/domain/numbers/goal-values';
import { goalsIn } from '@/utils/domain/numbers/next-marks';
import { dayNumber } from '@/tests/support/civil-days.ts';

const BY = dayNumber('2027-06-21');
const FIFTY: Goal = {
  ...{ kind: 'platinums', start: 38, startDay: dayNumber('2026-01-01') },
  ...{ target: 50, by: BY },
};
const at = (day: number, hour = 12): number => (24 * day + hour) * 3_600_000;

function valuesOf(value: number, ...uncertain: Goal['kind'][]): GoalValues {
  const all = Object.fromEntries(GOAL_KINDS.map((kind) => [kind, value]));
  return { ...goalValues([]), ...all, uncertain: new Set(uncertain) };
}

/** How a goal ends on a day, of which the list was read on another one before. */
function endOn(day: number, value: GoalValues, goal = FIFTY, before: number | null = day - 1) {
  const readBefore = before === null ? null : at(before);
  return goalEndOf(goal, value, { now: at(day), readBefore })?.state ?? null;
}

test('it is reached once the list says so, and missed once its day is over everywhere', () => {
  expect(endOn(BY - 90, valuesOf(49))).toBeNull();
  expect(goalEndOf(FIFTY, valuesOf(51), { now: at(BY), readBefore: null })).toEqual({
    ...{ state: 'reached', at: at(BY), value: 51 },
  });
  // Until noon of the next day it is still that day on the last of all places.
  const onNext = (hour: number) =>
    goalEndOf(FIFTY, valuesOf(49), { now: at(BY + 1, hour), readBefore: at(BY) })?.state;
  expect([onNext(11), onNext(12)]).toEqual([undefined, 'missed']);
});

test('what may be less again was missed only where the list was read on its last day or later', () => {
  for (const kind of GOAL_KINDS) {
    const mayFall = kind === 'hundreds' || kind === 'average';
    const goal = { ...FIFTY, kind };
    expect(endOn(BY + 9, valuesOf(49), goal, BY)).toBe('missed');
    expect(endOn(BY + 9, valuesOf(49), goal, BY - 2)).toBe(mayFall ? 'over' : 'missed');
    expect(endOn(BY + 9, valuesOf(49), goal, null)).toBe(mayFall ? 'over' : 'missed');
  }
});

test('of what is not known of every game nothing is missed, and an average is not reached either', () => {
  for (const kind of GOAL_KINDS) {
    const goal = { ...FIFTY, kind };
    expect(endOn(BY + 9, valuesOf(49, kind), goal)).toBeNull();
    expect(endOn(BY, valuesOf(50, kind), goal)).toBe(kind === 'average' ? null : 'reached');
  }
});

test('what cannot be told is no end', () => {
  const end: GoalEnd = { of: 7, state: 'missed', at: 1, value: 3 };
  expect(isGoalEnd(end)).toBe(true);
  for (const odd of [null, true, { ...end, state: 'won' }, { ...end, at: '1' }, { of: 7 }])
    expect(isGoalEnd(odd)).toBe(false);
});

test('of what two computers have seen of one goal the one that knows more counts, whichever was later', () => {
  const goalOf = (version: number): StoredItem => ({
    ...{ kind: 'goal', npCommunicationId: NO_SET, trophyId: 1, device: 'a' },
    ...{ value: FIFTY, version },
  });
  const itemOf = (state: GoalEnd['state'], day: number, of = 7): StoredItem => {
    const value: GoalEnd = { of, state, at: at(day), value: 50 };
    const version = goalEndVersion(FIFTY, value);
    return { ...goalOf(version), kind: 'goal-end', value };
  };
  const inTime = itemOf('reached', BY - 9);
  const missed = itemOf('missed', BY + 3);
  const since = itemOf('reached', BY + 90);
  const over = itemOf('over', BY + 200);
  const later = (one: StoredItem, other: StoredItem) => laterItem(one, other, at(BY + 400));
  const ranked = [over, since, missed, inTime];
  ranked.forEach((less, index) => {
    for (const more of ranked.slice(index + 1)) {
      expect(later(less, more)).toBe(more);
      expect(later(more, less)).toBe(more);
    }
  });
  // A goal that was changed since goes on, and its end is above what the former one came to.
  expect(goalsIn([goalOf(7), inTime])[0]?.end).toEqual(inTime.value);
  expect(goalsIn([goalOf(8), inTime])[0]?.end).toBeNull();
  expect(later(inTime, itemOf('over', BY, 8))).toMatchObject({ value: { of: 8 } });
});
