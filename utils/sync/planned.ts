import { BUDGET, RESERVE } from '../domain/sync/budget';
import { forecast } from '../domain/sync/forecast';
import type { SyncPlan, SyncRequest } from '../domain/sync/sync-plan';
import type { Remaining } from './cursor';
import type { BudgetNow } from './ports';

/** A plan, and the budget that it was made for. */
export interface Planned {
  plan: SyncPlan;
  budget: BudgetNow;
  /** How many requests it had room for at first. */
  first: number;
  /** How many games it is of, where they are asked for before a list is read. */
  latest?: number;
}

/** How much of the plan is left. */
export function remainingOf({ plan, budget, first, latest }: Planned, now: number): Remaining {
  const all = [...plan.now, ...plan.later];
  if (latest !== undefined) return remainingOfLatest(gamesIn(plan.now), latest);
  const phase = phaseOf(all[0]);
  const made = first - plan.now.length;
  // What waits for picks, and not for the budget, may be asked for without a wait.
  const atOnce = Math.max(plan.now.length, budget.requests - RESERVE - made);
  // What is spent while it goes on is not free before a window is over.
  const ahead = {
    requests: atOnce,
    aWindow: budget.aWindow - RESERVE,
    frees: BUDGET.milliseconds,
  };
  return {
    phase,
    left: gamesIn(all.filter((request) => phaseOf(request) === phase)),
    requestsLeft: all.length,
    endsAt: now + forecast(all.length, ahead),
  };
}

/** What comes after them nobody knows yet. */
function remainingOfLatest(left: number, latest: number): Remaining {
  return {
    phase: 'trophies',
    done: Math.max(0, latest - left),
    left,
    requestsLeft: null,
    endsAt: null,
  };
}

export function phaseOf(request: SyncRequest | undefined): Remaining['phase'] {
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
