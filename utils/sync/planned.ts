import { FailureError } from '../domain/failure';
import { BUDGET, leftByAhead } from '../domain/sync/budget';
import { forecast } from '../domain/sync/forecast';
import type { SyncPlan, SyncRequest } from '../domain/sync/sync-plan';
import type { Remaining } from './cursor';
import type { BudgetNow } from './ports';

/** Requests that are worth waking for, once there is budget again. */
const WORTH_WAKING = 40;

/** A plan, and the budget that it was made for. */
export interface Planned {
  plan: SyncPlan;
  budget: BudgetNow;
  /** How many requests of a window it leaves to picks that are still to come. */
  leftToPicks: number;
  /** How many requests it had room for at first. */
  first: number;
  /** How many games it is of, where they are asked for before a list is read. */
  latest?: number;
}

/** How much of the plan is left: of what is picked until that is there, and then of the rest. */
export function remainingOf(planned: Planned, now: number): Remaining {
  const { plan, budget, first, latest } = planned;
  const isRest = isRestOf(plan);
  const all = [...plan.now, ...plan.later].filter((each) => isRest === true || !each.isRest);
  if (latest !== undefined) return remainingOfLatest(gamesIn(plan.now), latest);
  const phase = phaseOf(all[0]);
  const made = first - plan.now.length;
  const leaves = leftByAhead(planned.leftToPicks);
  // What waits for picks, and not for the budget, may be asked for without a wait.
  const atOnce = Math.max(plan.now.length, budget.requests - leaves - made);
  // What is spent while it goes on is not free before a window is over.
  const ahead = {
    requests: atOnce,
    aWindow: budget.aWindow - leaves,
    frees: BUDGET.milliseconds,
  };
  return {
    phase,
    left: gamesIn(all.filter((request) => phaseOf(request) === phase)),
    isRest,
    requestsLeft: all.length,
    endsAt: now + forecast(all.length, ahead),
  };
}

/** Nothing can be asked now: is anything left at all? */
export function endOfPlan({ plan, budget, leftToPicks }: Planned): null {
  if (plan.later.length === 0) return null;
  const wanted = leftByAhead(leftToPicks) + Math.min(plan.later.length, WORTH_WAKING);
  const until = budget.freesAt(wanted);
  throw new FailureError({ cause: 'own-pause', during: phaseOf(plan.later[0]), until });
}

/** What comes after them nobody knows yet. */
function remainingOfLatest(left: number, latest: number): Remaining {
  return {
    phase: 'trophies',
    done: Math.max(0, latest - left),
    left,
    isRest: false,
    requestsLeft: null,
    endsAt: null,
  };
}

/** Whether a plan is of the rest alone, which is at its end; null where nothing is left. */
export function isRestOf({ now, later }: SyncPlan): boolean | null {
  const next = now[0] ?? later[0];
  return next === undefined ? null : next.isRest === true;
}

function phaseOf(request: SyncRequest | undefined): Remaining['phase'] {
  return request?.kind === 'matching' ? 'matching' : 'trophies';
}

export function hasSet(requests: readonly SyncRequest[], id: string): boolean {
  return requests.some((each) => each.kind !== 'matching' && each.npCommunicationId === id);
}

function gamesIn(requests: readonly SyncRequest[]): number {
  const sets = new Set<string>();
  let games = 0;
  for (const request of requests) {
    if (request.kind === 'matching') games += request.npTitleIds.length;
    else sets.add(request.npCommunicationId);
  }
  return games + sets.size;
}
