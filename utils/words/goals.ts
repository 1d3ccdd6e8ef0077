import type { GoalEnd } from '../domain/numbers/goal-end';
import type { Goal, GoalKind, GoalPace, KnownGoalDays } from '../domain/numbers/goal-pace';
import { civilDay } from '../format/calendar-names';
import { count, tenthsOfPercent, toThreeFigures } from '../format/numbers';
import * as words from './en/next.json';
import { atLeast } from './at-least';

export const GOAL_KIND_NAMES: Record<GoalKind, string> = words.goalKinds;

/** Why something cannot be a goal: the player has as much, nobody can have as much, or its day is over. */
export type GoalFault = keyof typeof words.goalWrong;

export function goalWrongSaid(
  fault: GoalFault,
  { kind, value, most }: { kind: GoalKind; value: number; most: number },
  locale: string,
): string {
  const { few, many, day } = words.goalWrong;
  if (fault === 'day') return day;
  return fault === 'few'
    ? few({ value: goalValue(kind, value, locale) })
    : many({ most: goalValue(kind, most, locale) });
}

/** An average is in tenths of a percent. */
function goalValue(kind: GoalKind, value: number, locale: string): string {
  return kind === 'average' ? tenthsOfPercent(value, locale) : count(value, locale);
}

export function goalName({ kind, target, by }: Goal, locale: string): [what: string, by: string] {
  const what =
    kind === 'average'
      ? words.goalAverage({ target: tenthsOfPercent(target, locale) })
      : words.goalNames[kind]({ target }, locale);
  return [what, words.goalByDay({ day: civilDay(by, locale) })];
}

/** @param isUncertain it may be more; an average may be less too */
export function goalSoFar(
  { kind, target }: Goal,
  value: number,
  locale: string,
  isUncertain = false,
): string {
  return words.goalSoFar({
    value:
      isUncertain && kind !== 'average' ? atLeast(value, locale) : goalValue(kind, value, locale),
    target: goalValue(kind, target, locale),
  });
}

export function goalState({ state }: GoalPace): string {
  return words.goalStates[state];
}

/** How a goal has ended, and when that was seen: it says so from then on. */
export function endedSaid(
  { by }: Goal,
  state: GoalEnd['state'],
  day: number,
  locale: string,
): string {
  if (state !== 'reached') return words.goalStates[state];
  const said = { day: civilDay(day, locale) };
  return day <= by ? words.goalReachedOn(said) : words.goalReachedBy(said);
}

/** Of these nobody knows what the player makes. */
const UNTOLD: ReadonlySet<GoalPace['state']> = new Set(['begun', 'uncounted', 'unread']);

/**
 * What it takes, what the player makes, and when it is done at that; each where it is known.
 * @param at `games` that an average takes from nothing to all, at the least; null of another goal, 0 where the library has none
 */
export function goalSentences(
  goal: Goal,
  { needed, yours, forecast, left, state }: GoalPace,
  { games, today, until }: KnownGoalDays & { games: number | null },
  locale: string,
): string[] {
  // Of one whose day is over there is no way any more: so it stays once its end is known.
  if (left === 0 || today > goal.by) return [];
  const pace = (amount: number): string =>
    goal.kind === 'average'
      ? toThreeFigures(amount / 1_000, locale, 'percent')
      : toThreeFigures(amount, locale, 'decimal');
  return [
    ...(games === null || games === 0 ? [] : [words.goalAverageLeft({ games }, locale)]),
    ...(needed === null
      ? []
      : [neededSaid(goal, { left, days: goal.by - until }, pace(needed), locale)]),
    ...(yours === null || forecast === null ? [] : [words.goalYours({ yours: pace(yours) })]),
    // A day that has passed since is none on which it is done.
    ...(forecast === null || forecast < today ? [] : [forecastSaid(forecast, locale)]),
    ...(forecast === null && !UNTOLD.has(state) ? [words.goalNoForecast] : []),
  ];
}

/** Within less than a month a pace of months would be more than is left. */
function neededSaid(
  { kind }: Goal,
  { left, days }: { left: number; days: number },
  needed: string,
  locale: string,
): string {
  if (days > A_MONTH) return words.goalNeeded({ needed });
  return words.goalNeededSoon({ left: goalValue(kind, left, locale), days }, locale);
}

const A_MONTH = 31;

function forecastSaid(forecast: number, locale: string): string {
  return Number.isFinite(forecast)
    ? words.goalForecast({ day: civilDay(forecast, locale) })
    : words.goalForecastFar;
}
