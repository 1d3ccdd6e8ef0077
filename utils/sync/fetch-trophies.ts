import { costsItself, FailureError, failureOf, type Failure } from '../domain/failure';
import { BUDGET, RESERVE } from '../domain/sync/budget';
import { forecast } from '../domain/sync/forecast';
import {
  decidingRequests,
  planSync,
  RECENT_PLAY,
  type SyncPlan,
  type SyncRequest,
} from '../domain/sync/sync-plan';
import type { SyncGap } from '../domain/sync/sync-status';
import { advanced, type Cursor, type Remaining } from './cursor';
import { FailedRequests } from './failed-requests';
import type {
  BudgetNow,
  ListStore,
  PlanFacts,
  PsnLibrary,
  Rows,
  SyncPorts,
  TrophyStore,
} from './ports';
import type { Step } from './step';

/** Requests that are worth waking for, once there is budget again. */
const WORTH_WAKING = 40;

/** Where a sync reads from and writes to. */
export interface Sources {
  psn: PsnLibrary;
  lists: ListStore;
  trophies: TrophyStore;
  ports: Pick<SyncPorts, 'now' | 'settings' | 'budget'>;
  storeCursor: (cursor: Cursor) => Promise<void>;
}

/** A plan, and the budget that it was made for. */
interface Planned {
  plan: SyncPlan;
  budget: BudgetNow;
}

/**
 * Carries out the plan (`sync-plan.ts`), a request a step. The plan lives in memory only: it follows from what is
 * stored, so a new worker, or the player's next click, just plans anew.
 */
export class FetchTrophies {
  readonly #sources: Sources;
  #plan: Planned | null = null;
  readonly #failed = new FailedRequests();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Something has changed that the plan follows from. */
  replan(): void {
    this.#plan = null;
  }

  /** The next request of the plan; null where nothing is left. Fails with `own-pause` where the rest has to wait. */
  async ask(cursor: Cursor): Promise<Step | null> {
    const isNew = this.#plan === null;
    const planned = await this.#planned();
    const request = planned.plan.now.shift();
    if (request === undefined) return isNew ? endOf(planned) : this.#askAnew(cursor);
    try {
      const { next, store } = await this.#carryOut(request, cursor, planned.plan);
      this.#failed.endRow(request.kind);
      return this.#step(planned, next, store);
    } catch (thrown) {
      return this.#without(request, failureOf(thrown), cursor, planned);
    }
  }

  /** How much of the plan is left. */
  async remaining(): Promise<Remaining> {
    return this.#remainingOf(await this.#planned());
  }

  /** What this sync has had to do without, in words of the report. */
  gaps(): SyncGap[] {
    return this.#failed.gaps();
  }

  async #planned(): Promise<Planned> {
    this.#plan ??= await this.#makePlan();
    return this.#plan;
  }

  async #makePlan(): Promise<Planned> {
    const { psn, trophies, ports } = this.#sources;
    const now = ports.now();
    const budget = await ports.budget();
    const { everyGame } = await ports.settings();
    let facts = await this.#planFacts();
    const failed = this.#failed.keys();
    if (!facts.hasPicks && decidingRequests({ ...facts, failed, now }).length === 0) {
      await trophies.pickRecent(now - RECENT_PLAY);
      facts = await this.#planFacts();
    }
    const plan = planSync({
      ...{ ...facts, everyGame, failed, now },
      ...{ budget: budget.requests, language: psn.language() },
    });
    return { plan, budget };
  }

  async #planFacts(): Promise<PlanFacts> {
    const facts = await this.#sources.trophies.planFacts();
    this.#failed.addStored(facts.refused);
    const failed = this.#failed.keys();
    const unmatched = facts.unmatched.filter(({ npTitleId }) => !failed.has(npTitleId));
    return { ...facts, unmatched };
  }

  #remainingOf({ plan, budget }: Planned): Remaining {
    const all = [...plan.now, ...plan.later];
    const phase = phaseOf(all[0]);
    const { now } = this.#sources.ports;
    // What is spent while it goes on is not free before a window is over.
    const ahead = {
      requests: plan.now.length,
      aWindow: budget.aWindow - RESERVE,
      frees: BUDGET.milliseconds,
    };
    return {
      phase,
      left: gamesIn(all.filter((request) => phaseOf(request) === phase)),
      requestsLeft: all.length,
      endsAt: now() + forecast(all.length, ahead),
    };
  }

  async #carryOut(
    request: SyncRequest,
    cursor: Cursor,
    plan: SyncPlan,
  ): Promise<Pick<Step, 'next' | 'store'>> {
    if (request.kind === 'matching') return this.#match(request.npTitleIds, cursor, plan);
    const { psn, trophies } = this.#sources;
    const { npCommunicationId: id } = request;
    const isLast = !hasSet([...plan.now, ...plan.later], id);
    const next = { ...advanced(cursor), done: cursor.done + (isLast ? 1 : 0) };
    if (request.kind === 'groups') {
      const groups = await psn.groups(request);
      return { next, store: (cursorThen) => trophies.storeGroups(id, groups, cursorThen) };
    }
    if (request.kind === 'earned') {
      const answer = await psn.earned(request, this.#sources.ports.now());
      this.#noteUnread(request, answer);
      return { next, store: (cursorThen) => trophies.storeEarned(id, answer, cursorThen) };
    }
    const answer = await psn.definitions(request);
    this.#noteUnread(request, answer);
    return { next, store: (cursorThen) => trophies.storeDefinitions(id, answer, cursorThen) };
  }

  /** What could not be read today is not asked for again before the next sync: it would be the same. */
  #noteUnread(request: SyncRequest, { unread }: Rows<unknown>): void {
    const [first] = unread;
    if (first === undefined) return;
    const { fields } = first;
    this.#failed.add(request, { cause: 'answer-not-understood', during: request.kind, fields });
  }

  async #match(
    games: readonly string[],
    cursor: Cursor,
    plan: SyncPlan,
  ): Promise<Pick<Step, 'next' | 'store'>> {
    const { psn, lists } = this.#sources;
    const matches = await psn.setsOf(games, cursor.again);
    for (const [id, failure] of matches.unsure) {
      this.#failed.add({ kind: 'matching', npTitleIds: [id] }, failure);
    }
    const next = { ...advanced(cursor), matched: cursor.matched + matches.sets.size };
    const store: Step['store'] = async (cursorThen) => {
      await lists.storeSets(matches, cursorThen);
      // What was played when is known better now, and with it the order.
      if (plan.now[0]?.kind !== 'matching') this.replan();
    };
    return { next, store };
  }

  /** A plan that was made while Sony answered still has this request in it: it does not outlive the answer. */
  #step(planned: Planned, next: Cursor, store: Step['store']): Step {
    return {
      next,
      remaining: this.#remainingOf(planned),
      store: async (cursorThen) => {
        await store(cursorThen);
        if (this.#plan !== planned) this.replan();
      },
    };
  }

  /** It costs itself, and what is of no use without it. */
  #without(request: SyncRequest, failure: Failure, cursor: Cursor, planned: Planned): Step {
    if (!costsItself(failure)) {
      // It is part of the plan again, and what there is of the budget is another.
      this.replan();
      throw new FailureError(failure);
    }
    const all = [...planned.plan.now, ...planned.plan.later];
    this.#failed.addRefused(request, failure, { all, again: cursor.again });
    const { lists, trophies } = this.#sources;
    const left = this.#withoutFailed(planned);
    return this.#step(left, cursor, (cursorThen) => {
      if (request.kind === 'matching') {
        return lists.storeMatchingRefusal(request.npTitleIds, failure, cursorThen);
      }
      const id = request.npCommunicationId;
      return request.kind === 'groups'
        ? trophies.storeGroupsRefusal(id, failure, cursorThen)
        : trophies.storeRefusal(id, failure, cursorThen);
    });
  }

  /** The plan goes on without what has failed: to plan anew would be to read all titles for each failure. */
  #withoutFailed(planned: Planned): Planned {
    const { now, later } = planned.plan;
    const plan = { now: this.#failed.without(now), later: this.#failed.without(later) };
    const left = { ...planned, plan };
    if (this.#plan === planned) this.#plan = left;
    return left;
  }

  /** The plan is carried out: there may be another one by now. */
  #askAnew(cursor: Cursor): Promise<Step | null> {
    this.replan();
    return this.ask(cursor);
  }
}

/** Nothing can be asked now: is anything left at all? */
function endOf({ plan, budget }: Planned): null {
  if (plan.later.length === 0) return null;
  const until = budget.freesAt(RESERVE + Math.min(plan.later.length, WORTH_WAKING));
  throw new FailureError({ cause: 'own-pause', during: phaseOf(plan.later[0]), until });
}

function phaseOf(request: SyncRequest | undefined): Remaining['phase'] {
  return request?.kind === 'matching' ? 'matching' : 'trophies';
}

function hasSet(requests: readonly SyncRequest[], id: string): boolean {
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
