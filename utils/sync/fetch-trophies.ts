import { FailureError, failureOf, isPassing, type Cause, type Failure } from '../domain/failure';
import { forecast } from '../domain/sync/forecast';
import type { SyncGap } from '../domain/sync/sync-status';
import {
  decidingRequests,
  planSync,
  RECENT_PLAY,
  requestKey,
  RESERVE,
  type SyncPlan,
  type SyncRequest,
} from '../domain/sync/sync-plan';
import { advanced, type Cursor, type Remaining } from './cursor';
import type { BudgetNow, ListStore, PsnLibrary, Rows, SyncPorts, TrophyStore } from './ports';
import type { Step } from './step';

/** What costs one title, or one bundle of played games, and not the sync. */
export const COSTS_ITSELF: readonly Cause[] = [
  'sony-down',
  'no-answer',
  'not-found',
  'not-permitted',
  'answer-not-understood',
];
/** How often what may pass is tried again once everything else is done. */
const ROUNDS = 3;
/** So many in a row, and it is not the titles. */
const IN_A_ROW = 3;
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
  #failed = new Map<string, Failure>();
  #round = 1;
  #failuresInRow = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Something has changed that the plan follows from. */
  replan(): void {
    this.#plan = null;
  }

  /** The next request of the plan; null where nothing is left. Fails with `own-pause` where the rest has to wait. */
  async ask(cursor: Cursor): Promise<Step | null> {
    const planned = await this.#planned();
    const request = planned.plan.now.shift();
    if (request === undefined) return this.#rest(cursor);
    try {
      const { next, store } = await this.#carryOut(request, cursor, planned.plan);
      this.#failuresInRow = 0;
      return this.#step(planned, next, store);
    } catch (thrown) {
      this.replan();
      return this.#without(request, failureOf(thrown), cursor, planned);
    }
  }

  /** How much of the plan is left. */
  async remaining(): Promise<Remaining> {
    return this.#remainingOf(await this.#planned());
  }

  /** What this sync has had to do without, in words of the report. */
  gaps(): SyncGap[] {
    const gaps = new Map<SyncGap['phase'], SyncGap>();
    for (const [key, failure] of this.#failed) {
      const phase = key.startsWith('matching') ? 'matching' : 'trophies';
      gaps.set(phase, { phase, failure });
    }
    return [...gaps.values()];
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
    const failed = new Set(this.#failed.keys());
    let facts = await trophies.planFacts();
    if (!facts.hasPicks && decidingRequests({ ...facts, failed, now }).length === 0) {
      await trophies.pickRecent(now - RECENT_PLAY);
      facts = await trophies.planFacts();
    }
    const plan = planSync({
      ...{ ...facts, everyGame, failed, now },
      ...{ budget: budget.requests, language: psn.language() },
    });
    return { plan, budget };
  }

  #remainingOf({ plan, budget }: Planned): Remaining {
    const all = [...plan.now, ...plan.later];
    const phase = phaseOf(all[0]);
    const { now } = this.#sources.ports;
    return {
      phase,
      left: gamesIn(all.filter((request) => phaseOf(request) === phase)),
      requestsLeft: all.length,
      endsAt: now() + forecast(all.length, { ...budget, requests: plan.now.length }),
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
    const failure: Failure = { cause: 'answer-not-understood', during: request.kind, fields };
    this.#failed.set(requestKey(request), failure);
  }

  async #match(
    games: readonly string[],
    cursor: Cursor,
    plan: SyncPlan,
  ): Promise<Pick<Step, 'next' | 'store'>> {
    const { psn, lists } = this.#sources;
    const known = await psn.setsOf(games);
    const sets = new Map(games.map((game) => [game, known.get(game) ?? []]));
    const next = { ...advanced(cursor), matched: cursor.matched + sets.size };
    const store: Step['store'] = async (cursorThen) => {
      await lists.storeSets(sets, cursorThen);
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

  /** The other requests for the same title would only fail too, or bring half of it. */
  #without(request: SyncRequest, failure: Failure, cursor: Cursor, planned: Planned): Step {
    if (!COSTS_ITSELF.includes(failure.cause) || this.#isPartOfAll(failure, cursor)) {
      throw new FailureError(failure);
    }
    const { now, later } = planned.plan;
    const rest = [...now, ...later].filter((each) => isSameGame(each, request));
    for (const each of [request, ...rest]) this.#failed.set(requestKey(each), failure);
    const { storeCursor, trophies } = this.#sources;
    // Not a step further: where nothing else comes, the waits go on growing.
    return this.#step(planned, cursor, (cursorThen) =>
      request.kind === 'matching'
        ? storeCursor(cursorThen)
        : trophies.storeRefusal(request.npCommunicationId, failure.cause, cursorThen),
    );
  }

  /**
   * Whether it is Sony, and not the titles. Each stop bears with one more, so that titles that always fail do not
   * keep all others waiting; and who failed again after everything else went well fails alone.
   */
  #isPartOfAll(failure: Failure, { stops }: Cursor): boolean {
    this.#failuresInRow++;
    return this.#round === 1 && this.#failuresInRow >= IN_A_ROW + stops && isPassing(failure);
  }

  /** Nothing can be asked now: is anything left at all? */
  async #rest(cursor: Cursor): Promise<Step | null> {
    this.replan();
    const { plan, budget } = await this.#planned();
    if (plan.now.length > 0) return this.ask(cursor);
    if (plan.later.length > 0) {
      const until = budget.freesAt(RESERVE + Math.min(plan.later.length, WORTH_WAKING));
      throw new FailureError({ cause: 'own-pause', during: phaseOf(plan.later[0]), until });
    }
    return this.#tryFailedAgain() ? this.ask(cursor) : null;
  }

  #tryFailedAgain(): boolean {
    const passing = [...this.#failed].filter(([, failure]) => isPassing(failure));
    if (passing.length === 0 || this.#round >= ROUNDS) return false;
    this.#round++;
    this.#failuresInRow = 0;
    for (const [key] of passing) this.#failed.delete(key);
    this.replan();
    return true;
  }
}

function phaseOf(request: SyncRequest | undefined): Remaining['phase'] {
  return request?.kind === 'matching' ? 'matching' : 'trophies';
}

function hasSet(requests: readonly SyncRequest[], id: string): boolean {
  return requests.some((each) => each.kind !== 'matching' && each.npCommunicationId === id);
}

function isSameGame(one: SyncRequest, other: SyncRequest): boolean {
  if (one.kind === 'matching' || other.kind === 'matching') {
    return requestKey(one) === requestKey(other);
  }
  return one.npCommunicationId === other.npCommunicationId;
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
