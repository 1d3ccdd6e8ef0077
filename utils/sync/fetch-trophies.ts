import { costsItself, FailureError, failureOf, type Failure } from '../domain/failure';
import { leftToPicks } from '../domain/sync/budget';
import {
  decidingRequests,
  planSync,
  withDoubts,
  RECENT_PLAY,
  type SyncPlan,
  type SyncRequest,
} from '../domain/sync/sync-plan';
import { planLatest } from '../domain/sync/latest-requests';
import { isPending, isStillTrue, type NothingMissing } from '../domain/sync/nothing-missing';
import type { SyncGap } from '../domain/sync/sync-status';
import { askOfSet } from './ask-of-set';
import { AskedAhead } from './asked-ahead';
import { advanced, type Cursor, type Remaining } from './cursor';
import { FailedRequests } from './failed-requests';
import { endOfPlan, hasSet, isRestOf, remainingOf, type Planned } from './planned';
import type { ListStore, PlanFacts, PsnLibrary, SyncPorts, TrophyStore, UnreadRow } from './ports';
import type { Step } from './step';
import { toldAmong } from './told-among';

/** What an answer makes of the cursor, and how both are stored. */
type Answer = (cursor: Cursor, plan: SyncPlan) => Pick<Step, 'next' | 'store'>;

type MatchingRequest = Extract<SyncRequest, { kind: 'matching' }>;

/** Where a sync reads from and writes to. */
export interface Sources {
  psn: PsnLibrary;
  lists: ListStore;
  trophies: TrophyStore;
  ports: Pick<SyncPorts, 'now' | 'settings' | 'budget'>;
  storeCursor: (cursor: Cursor) => Promise<void>;
}

/**
 * Carries out the plan (`sync-plan.ts`), a request a step. The plan lives in memory only: it follows from what is
 * stored, so a new worker, or the player's next click, just plans anew.
 */
export class FetchTrophies {
  readonly #sources: Sources;
  #plan: Planned | null = null;
  /** Of which titles, and those that were opened, it is made; null for all. */
  #among: readonly string[] | null = null;
  /** That nothing is missing, where the plan of all titles comes to its end. */
  #allPlanned: NothingMissing | null = null;
  /** Titles that were asked about, and those of which something is asked for again another day. */
  readonly #asked = new Set<string>();
  readonly #pending = new Set<string>();
  readonly #failed = new FailedRequests();
  /** Matches that name sets which no list has were asked for again. */
  #hasDoubted = false;
  readonly ahead = new AskedAhead((request, again) => this.#request(request, again));

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Something has changed that the plan follows from. */
  replan(): void {
    this.#plan = null;
    this.#among = null;
  }

  /** The next request of the plan; null where nothing is left. Fails with `own-pause` where the rest has to wait. */
  async ask(cursor: Cursor): Promise<Step | null> {
    const isNew = this.#plan === null;
    if (isNew) await this.#skipTitles(cursor);
    const planned = await this.#planned();
    const request = this.ahead.takeFrom(planned.plan);
    if (request === undefined) return isNew ? endOfPlan(planned) : this.#askAnew(cursor, planned);
    return this.#carryOut(request, cursor, planned);
  }

  /** The next request for the games that Sony's list has first, before the played list; null where they are there. */
  async askLatest(cursor: Cursor): Promise<Step | null> {
    this.#plan ??= await this.#planLatest();
    const request = this.ahead.takeFrom(this.#plan.plan);
    if (request !== undefined) return this.#carryOut(request, cursor, this.#plan);
    this.#plan = null;
    return null;
  }

  async #carryOut(request: SyncRequest, cursor: Cursor, planned: Planned): Promise<Step> {
    const from = this.#noteAsked(request, cursor);
    try {
      // Where one was not to be had no other is risked beside the next.
      const following = this.#failed.isInRow ? [] : planned.plan.now;
      const answer = await this.ahead.answerTo(request, following, cursor.again);
      this.#failed.endRow(request.kind);
      const { next, store } = answer(from, planned.plan);
      return this.#step(planned, next, store);
    } catch (thrown) {
      return this.#without(request, failureOf(thrown), from, planned);
    }
  }

  /** What is known of this title from here on, a worker that goes on without this one does not know. */
  #noteAsked(request: SyncRequest, cursor: Cursor): Cursor {
    if (isDoubt(request)) this.#hasDoubted = true;
    if (request.kind === 'matching') return cursor;
    this.#asked.add(request.npCommunicationId);
    return { ...cursor, nothingMissing: null };
  }

  /** Whether it is only the rest that is left, which nobody waits for; null where nothing is, or it is not planned. */
  get isRest(): boolean | null {
    return this.#plan === null ? null : isRestOf(this.#plan.plan);
  }

  /** How much of the plan is left. */
  async remaining(): Promise<Remaining> {
    return remainingOf(await this.#planned(), this.#sources.ports.now());
  }

  /** The same of the games that come before the first played list; null where they are there. */
  async remainingLatest(): Promise<Remaining | null> {
    const planned = await this.#planLatest();
    return planned.first === 0 ? null : remainingOf(planned, this.#sources.ports.now());
  }

  /** What this sync has had to do without, in words of the report. */
  async gaps(): Promise<SyncGap[]> {
    return this.#failed.gaps(await toldAmong(this.#failed.keys(), this.#sources));
  }

  /** Nothing is missing, now or later: null where something is, or may be. */
  async nothingMissing(cursor: Cursor): Promise<NothingMissing | null> {
    const { plan } = await this.#planned();
    const isOpen = plan.now.length + plan.later.length + this.#pending.size > 0;
    if (isOpen || this.#failed.keys().size > 0) return null;
    return this.#allPlanned ?? cursor.nothingMissing;
  }

  /** Where nothing was missing and nothing has changed, no title has to be read to know it: but the player may doubt. */
  async #skipTitles({ nothingMissing, changed, trigger }: Cursor): Promise<void> {
    if (trigger === 'by-hand') return;
    const { now, settings } = this.#sources.ports;
    const { everyGame } = await settings();
    if (isStillTrue(nothingMissing, { changed, everyGame, now: now() })) this.#among ??= [];
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
    if (!facts.hasPicks && this.#among !== null) {
      this.#among = null;
      facts = await this.#planFacts();
    }
    const failed = this.#failed.keys();
    if (!facts.hasPicks && decidingRequests({ ...facts, failed, now }).length === 0) {
      await trophies.pickRecent(now - RECENT_PLAY);
      facts = await this.#planFacts();
    }
    const toPicks = leftToPicks(budget.aWindow, { ...facts, everyGame });
    const left = { budget: budget.requests, leftToPicks: toPicks };
    const reader = { now, language: psn.language() };
    const planned = planSync({ ...facts, ...reader, ...left, everyGame, failed });
    const plan = withDoubts(planned, await this.#doubts(planned), left);
    if (this.#among === null) this.#allPlanned = { at: now, everyGame };
    for (const title of facts.titles) {
      if (isPending(title)) this.#pending.add(title.npCommunicationId);
      else this.#pending.delete(title.npCommunicationId);
    }
    return { plan, budget, leftToPicks: toPicks, first: plan.now.length };
  }

  async #planLatest(): Promise<Planned> {
    const { psn, ports } = this.#sources;
    const [facts, budget] = [await this.#planFacts([]), await ports.budget()];
    const toPicks = leftToPicks(budget.aWindow, { ...facts, ...(await ports.settings()) });
    const reader = { now: ports.now(), language: psn.language() };
    const left = { budget: budget.requests, leftToPicks: toPicks };
    const plan = planLatest({ ...facts, ...reader, ...left, failed: this.#failed.keys() });
    const { length: first } = plan.now;
    return { plan, budget, leftToPicks: toPicks, first, latest: facts.latest.length };
  }

  /** Once in a sync, and only where it asks for games anyway: a quiet day's requests are two. */
  async #doubts({ now }: SyncPlan): Promise<string[]> {
    if (this.#hasDoubted || now.length === 0) return [];
    return this.#sources.lists.doubtedGames();
  }

  async #planFacts(among = this.#among): Promise<PlanFacts> {
    const facts = await this.#sources.trophies.planFacts(among);
    this.#failed.addStored(facts.refused);
    const failed = this.#failed.keys();
    const unmatched = facts.unmatched.filter(({ npTitleId }) => !failed.has(npTitleId));
    return { ...facts, unmatched };
  }

  async #request(request: SyncRequest, again: number): Promise<Answer> {
    if (request.kind === 'matching') return this.#match(request, again);
    const { unread, store } = await askOfSet(request, this.#sources, this.#sources.ports.now());
    this.#noteUnread(request, unread);
    return (cursor, { now, later }) => {
      // Where a list is read, what is done is of that.
      const isLast = !hasSet([...now, ...later], request.npCommunicationId);
      const isCounted = isLast && cursor.phase === 'planned';
      return { next: { ...advanced(cursor), done: cursor.done + (isCounted ? 1 : 0) }, store };
    };
  }

  /** What could not be read today is not asked for again before the next sync: it would be the same. */
  #noteUnread(request: SyncRequest, [first]: readonly UnreadRow[]): void {
    if (first === undefined) return;
    const { fields } = first;
    this.#failed.add(request, { cause: 'answer-not-understood', during: request.kind, fields });
  }

  async #match(request: MatchingRequest, again: number): Promise<Answer> {
    const { psn, lists } = this.#sources;
    const matches = await psn.setsOf(request.npTitleIds, again);
    for (const [id, failure] of matches.unsure) {
      // Of a game that was matched before nothing is missing: what is stored of it stays.
      if (request.isDoubt) matches.sets.delete(id);
      else this.#failed.add({ kind: 'matching', npTitleIds: [id] }, failure);
    }
    return (cursor, plan) => ({
      next: { ...advanced(cursor), matched: cursor.matched + matches.sets.size },
      store: async (cursorThen) => {
        await lists.storeSets(matches, cursorThen);
        // What was played when is known better now, and with it the order.
        if (plan.now[0]?.kind !== 'matching') this.replan();
      },
    });
  }

  /** A plan that was made while Sony answered still has this request in it: it does not outlive the answer. */
  #step(planned: Planned, next: Cursor, store: Step['store']): Step {
    const remaining = remainingOf(planned, this.#sources.ports.now());
    return {
      next: { ...next, isRest: remaining.isRest ?? next.isRest },
      remaining,
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
    if (!isDoubt(request)) this.#failed.addRefused(request, failure, { all, again: cursor.again });
    const { lists, trophies } = this.#sources;
    const left = this.#withoutFailed(planned);
    const step = this.#step(left, cursor, (cursorThen) => {
      if (request.kind === 'matching') {
        return lists.storeMatchingRefusal(request.npTitleIds, failure, cursorThen);
      }
      const id = request.npCommunicationId;
      return request.kind === 'groups'
        ? trophies.storeGroupsRefusal(id, failure, cursorThen)
        : trophies.storeRefusal(id, failure, cursorThen);
    });
    return { ...step, isWithout: true };
  }

  /** The plan goes on without what has failed: to plan anew would be to read all titles for each failure. */
  #withoutFailed(planned: Planned): Planned {
    const { now, later } = planned.plan;
    const plan = { now: this.#failed.without(now), later: this.#failed.without(later) };
    const left = { ...planned, plan };
    if (this.#plan === planned) this.#plan = left;
    return left;
  }

  /** The plan is carried out: what was answered may need more, and nothing else does where all was planned before. */
  #askAnew(cursor: Cursor, { plan }: Planned): Promise<Step | null> {
    const isOfAll = this.#allPlanned !== null || this.#asked.size === 0;
    this.#plan = null;
    this.#among = isOfAll && plan.later.length === 0 ? [...this.#asked] : null;
    return this.ask(cursor);
  }
}

function isDoubt(request: SyncRequest): boolean {
  return request.kind === 'matching' && request.isDoubt === true;
}
