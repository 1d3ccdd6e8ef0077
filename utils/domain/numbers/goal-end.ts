import { DAY, HOUR } from '../time-units';
import { MAY_FALL, type Goal } from './goal-pace';
import type { GoalValues } from './goal-values';

/**
 * How goals end. `over` is not reached once its day is over, and may have been where nobody asked then and there can be
 * less again.
 */
const GOAL_ENDS = ['reached', 'missed', 'over'] as const;

/** How a goal ended: it stays so, whatever the figures become. */
export interface GoalEnd {
  /** The version of the goal that it is of: one that was changed since goes on. */
  of: number;
  state: (typeof GOAL_ENDS)[number];
  /** When Sony's list said so, in milliseconds since 1970. */
  at: number;
  /** What the player had then, in what the target is in. */
  value: number;
}

/** True of what is stored as one, and can be told. */
export function isGoalEnd(value: unknown): value is GoalEnd {
  const { state, ...numbers } = (value ?? {}) as Partial<Record<keyof GoalEnd, unknown>>;
  const isKnown = GOAL_ENDS.some((each) => each === state);
  return isKnown && [numbers.of, numbers.at, numbers.value].every((each) => Number.isFinite(each));
}

/** On the first places a day has begun so long before it does in Greenwich, and on the last it ends so long after. */
const [FIRST_ZONE, LAST_ZONE] = [14 * HOUR, 12 * HOUR];

/**
 * How a goal has ended by what Sony's list says now; null where it has not, or nobody can say. Its day is over once it is
 * so in every zone: what was reached a few hours late counts as in time, and is told with its day.
 * @param readBefore when the list was read before; null for the first time
 */
export function goalEndOf(
  goal: Goal,
  { [goal.kind]: value, uncertain }: GoalValues,
  { now, readBefore }: { now: number; readBefore: number | null },
): Omit<GoalEnd, 'of'> | null {
  const isUncertain = uncertain.has(goal.kind);
  // What is known of is at least so much; an average may be less.
  if (value >= goal.target && !(isUncertain && goal.kind === 'average')) {
    return { state: 'reached', at: now, value };
  }
  if (isUncertain || now < dayEnd(goal)) return null;
  const wasAsked = (readBefore ?? 0) >= goal.by * DAY - FIRST_ZONE;
  const isSure = wasAsked || !MAY_FALL.has(goal.kind);
  return { state: isSure ? 'missed' : 'over', at: now, value };
}

/**
 * The version of the item that says so. Of what two computers have seen of one goal that counts which knows more, and not
 * what was seen later: reached in time, missed, reached by then, over. What is of a changed goal is above all of them.
 */
export function goalEndVersion(goal: Goal, { of, state, at }: GoalEnd): number {
  if (state === 'reached') return 4 * of + (at < dayEnd(goal) ? 3 : 1);
  return 4 * of + (state === 'missed' ? 2 : 0);
}

function dayEnd({ by }: Goal): number {
  return (by + 1) * DAY + LAST_ZONE;
}
