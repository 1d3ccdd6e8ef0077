import { paceOf } from './rounding';

export const GOAL_KINDS = ['platinums', 'trophies', 'points', 'hundreds', 'average'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** What the player wants to have by a day, and what they had when they wanted it. Civil days. */
export interface Goal {
  kind: GoalKind;
  start: number;
  startDay: number;
  target: number;
  by: number;
}

/** True of what is stored as one, and can be counted with. */
export function isGoal(value: unknown): value is Goal {
  const { kind, ...numbers } = (value ?? {}) as Partial<Record<keyof Goal, unknown>>;
  const { start, startDay, target, by } = numbers;
  const isKnown = GOAL_KINDS.some((each) => each === kind);
  return isKnown && [start, startDay, target, by].every((number) => Number.isFinite(number));
}

/**
 * `begun`: there is no pace yet on the first day. On the way is what is within a tenth of what it takes. Once its day is
 * over nobody keeps how it ended: `reached-since` is reached now, and may have been then; `over` is not, and may have been
 * where there can be less again. `unread`: nobody has asked since it began, or since its day was over.
 */
type GoalState =
  | 'reached'
  | 'missed'
  | 'begun'
  | 'uncounted'
  | 'ahead'
  | 'on-the-way'
  | 'behind'
  | 'reached-since'
  | 'over'
  | 'unread';

/** The day that it is, and the last of which it is known what the player has. */
export interface KnownGoalDays {
  today: number;
  until: number;
}

export interface GoalPace {
  left: number;
  /** What a month has to bring; null where nothing is left, or no day. */
  needed: number | null;
  /** What a month has brought so far; null on the first day. */
  yours: number | null;
  /** The civil day on which it is reached at that pace, infinite beyond a hundred years; null where nothing was gained. */
  forecast: number | null;
  state: GoalState;
}

/**
 * @param value what the player has on the last day that is known, in what the target is in
 * @param counted the same as it was counted when the goal began
 */
export function goalPaceOf(
  goal: Goal,
  value: number,
  { today, until }: KnownGoalDays,
  counted = value,
): GoalPace {
  const left = Math.max(0, goal.target - value);
  const gained = counted - goal.start;
  const days = until - goal.startDay;
  const daysLeft = goal.by - until;
  return {
    left,
    needed: left > 0 && daysLeft > 0 && today <= goal.by ? paceOf(left, daysLeft) : null,
    yours: days > 0 ? paceOf(gained, days) : null,
    forecast: left > 0 && days > 0 && gained > 0 ? until + wayAhead((left * days) / gained) : null,
    state:
      today > goal.by
        ? endOf(goal, left, until)
        : stateOf({ left, gained, days, daysLeft }, goal.startDay < today),
  };
}

/** In whole days. What lies further ahead than a hundred years may be a day that no calendar has. */
function wayAhead(days: number): number {
  return days > A_HUNDRED_YEARS ? Infinity : Math.ceil(days);
}

const A_HUNDRED_YEARS = 36_525;

/** Of games at 100 % an add-on makes fewer again, of an average a new game less. */
export const MAY_FALL: ReadonlySet<GoalKind> = new Set(['hundreds', 'average']);

function endOf({ kind, by }: Goal, left: number, until: number): GoalState {
  if (until <= by) return left === 0 ? 'reached' : 'unread';
  if (left === 0) return 'reached-since';
  return MAY_FALL.has(kind) ? 'over' : 'missed';
}

function stateOf(
  way: Record<'left' | 'gained' | 'days' | 'daysLeft', number>,
  hasBegunBefore: boolean,
): GoalState {
  const { left, gained, days, daysLeft } = way;
  if (left === 0) return 'reached';
  if (days <= 0) return hasBegunBefore ? 'uncounted' : 'begun';
  // Both paces times both spans, in whole numbers: a tenth is a tenth.
  const [yours, needed] = [10 * gained * daysLeft, left * days];
  if (yours > 11 * needed) return 'ahead';
  return yours < 9 * needed ? 'behind' : 'on-the-way';
}

/** What an average takes that is not reached. */
export interface AverageLeft {
  /** So much percent of all games together. */
  percent: number;
  /** Games from nothing to all, at the least. */
  games: number;
}

/**
 * @param sum of the whole percents of the games
 * @param target the average, in whole percent
 */
export function averageLeft(sum: number, games: number, target: number): AverageLeft {
  const percent = Math.max(0, target * games - sum);
  return { percent, games: Math.ceil(percent / 100) };
}
