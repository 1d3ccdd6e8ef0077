import { expect, test } from 'vitest';
import { averageLeft, goalPaceOf, type Goal } from '@/utils/domain/numbers/goal-pace';
import type { GoalValues } from '@/utils/domain/numbers/goal-values';
import { goalName, goalSentences, goalSoFar } from '@/utils/words/goals';

const VALUES: GoalValues = {
  uncertain: new Set(),
  ...{
    platinums: 46,
    trophies: 0,
    points: 0,
    hundreds: 0,
    average: 824,
    pointsOfLists: 0,
    percents: 9_888,
    games: 120,
  },
};
const day = (date: string): number => Date.parse(date) / 86_400_000;
const TODAY = day('2026-11-26');
const ON = { today: TODAY, until: TODAY };

function said(goal: Goal): string[] {
  const value = VALUES[goal.kind];
  const { percents, games } = VALUES;
  const left = averageLeft(percents, games, goal.target / 10).games;
  const pace = goalPaceOf(goal, value, ON);
  const needed = goal.kind === 'average' ? left : null;
  return goalSentences(goal, pace, { games: needed, ...ON }, 'en-GB');
}

const GOAL: Goal = {
  ...{ kind: 'platinums', start: 38, startDay: day('2026-01-01') },
  ...{ target: 50, by: day('2027-06-21') },
};

test('fifty platinums by summer: what it takes, what is made, and when it is done', () => {
  expect(goalName(GOAL, 'en-GB')).toEqual(['50 platinums', 'by 21 Jun 2027']);
  expect(goalSoFar(GOAL, 46, 'en-GB')).toBe('46 of 50');
  expect(said(GOAL)).toEqual([
    'It takes 0.59 a month.',
    'You make 0.74 a month.',
    'At that pace it is done on 10 May 2027.',
  ]);
});

test('90 % on average takes ten games at the least, and paces are percent', () => {
  const goal: Goal = { ...GOAL, kind: 'average', start: 804, target: 900 };
  expect(goalSoFar(goal, 824, 'en-GB')).toBe('82.4% of 90.0%');
  const [games, needed] = said(goal);
  expect(games).toBe('At least 10 games from 0 to 100%.');
  expect(needed).toMatch(/^It takes 1\.12% a month\.$/);
});

test('nothing gained has no forecast, nothing left has nothing to say, and the first day has no pace', () => {
  expect(said({ ...GOAL, start: 46 }).at(-1)).toBe('Nothing gained yet, so nobody can say when.');
  expect(said({ ...GOAL, target: 46 })).toEqual([]);
  expect(said({ ...GOAL, start: 46, startDay: TODAY })).toEqual(['It takes 0.59 a month.']);
});

test('a pace is said in three figures, and in full where it is larger', () => {
  const needed = (target: number): string | undefined =>
    said({ ...GOAL, kind: 'points', start: 0, target, by: TODAY + 100, startDay: TODAY }).at(-1);
  expect([7390, 739, 73.9, 7.39].map(needed)).toEqual([
    'It takes 2,250 a month.',
    'It takes 225 a month.',
    'It takes 22.5 a month.',
    'It takes 2.25 a month.',
  ]);
});

test('what no calendar has a day for takes more than a hundred years', () => {
  const goal: Goal = { ...GOAL, start: 45, startDay: TODAY - 300, target: 1_000_000_000 };
  expect(said(goal).at(-1)).toBe('At that pace it takes more than a hundred years.');
});

test('where less than a month is left, what is left is said and no pace of months', () => {
  const begun = { ...GOAL, start: 46, startDay: TODAY };
  expect(said({ ...begun, by: TODAY + 2 })).toEqual(['It takes 4 more in 2 days.']);
  expect(said({ ...begun, by: TODAY + 1 })).toEqual(['It takes 4 more in 1 day.']);
  expect(said({ ...begun, kind: 'average', target: 900, by: TODAY + 31 }).at(-1)).toBe(
    'It takes 7.6% more in 31 days.',
  );
  expect(said({ ...begun, by: TODAY + 32 })).toEqual(['It takes 3.81 a month.']);
});

test('an average of no games takes none of them', () => {
  const goal: Goal = { ...GOAL, kind: 'average', start: 0, startDay: TODAY, target: 900 };
  const sentences = goalSentences(goal, goalPaceOf(goal, 0, ON), { games: 0, ...ON }, 'en-GB');
  expect(sentences).toEqual([expect.stringMatching(/^It takes .* a month\.$/)]);
});

test('a day that has passed since it was asked last is none on which a goal is done', () => {
  const on = { today: day('2027-05-20'), until: TODAY };
  expect(goalSentences(GOAL, goalPaceOf(GOAL, 46, on), { games: null, ...on }, 'en-GB')).toEqual([
    'It takes 0.59 a month.',
    'You make 0.74 a month.',
  ]);
});

test('of a goal whose day is over no pace and no day is told', () => {
  const today = GOAL.by + 1;
  for (const until of [today, TODAY]) {
    const on = { today, until };
    const pace = goalPaceOf(GOAL, 46, on);
    expect(goalSentences(GOAL, pace, { games: null, ...on }, 'en-GB')).toEqual([]);
  }
});
