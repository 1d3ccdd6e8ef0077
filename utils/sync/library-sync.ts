import { failureOf, isEnded, type Cause, type Failure } from '../domain/failure';
import type { SyncTrigger } from '../domain/sync-run';
import { beginning, phaseAfter, phaseStart, statusOf, type Cursor, type Outlook } from './cursor';
import { ListSteps } from './list-steps';
import { PlannedSteps } from './planned-steps';
import type { LibraryStore, PsnLibrary, SyncSurroundings, TrophyStore } from './ports';
import { resumeInstant } from './resume-instant';
import type { Step } from './step';

/** How long a running sync may be silent before a wake-up looks after it. */
const HEARTBEAT = 60_000;

/** What a list can be gone on without for. Everything else is about the whole connection, and stops the sync. */
const DISPENSABLE: readonly Cause[] = [
  'sony-down',
  'no-answer',
  'not-found',
  'not-permitted',
  'answer-not-understood',
];

interface Parts {
  psn: PsnLibrary;
  store: LibraryStore;
  trophies: TrophyStore;
  surroundings: SyncSurroundings;
}

/**
 * Fetches the library: the titles, the summary where it is due, the played list, then what the plan says. Each answer
 * is stored together with the cursor, so whoever resumes repeats one request at most: requests go out one at a time.
 */
export class LibrarySync {
  readonly #parts: Parts;
  readonly #lists: ListSteps;
  readonly #planned: PlannedSteps;
  readonly #stopping = new AbortController();
  #outlook: Outlook | null = null;
  #made: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#lists = new ListSteps(parts);
    this.#planned = new PlannedSteps(parts);
    this.#made = parts.surroundings.requestsMade();
  }

  /**
   * Starts a sync without waiting out a pause of our own. One that is still at the titles, or that the player had
   * stopped and takes up again, goes on where it was; a later part makes way, since new games come first.
   */
  async start(trigger: SyncTrigger): Promise<void> {
    const held = await this.#parts.store.cursor();
    if (held !== null && this.#isHeldUp(held)) return this.resume();
    const isTakenUp = held?.byPlayer === true && trigger === 'by-hand';
    if (held !== null && (isTakenUp || held.phase === 'titles')) return this.#run(unstopped(held));
    await this.#begin(beginning(this.#parts.surroundings.now(), trigger, 'titles'));
  }

  /** Fetches what follows from new picks, and reads no list. A sync that was stopped goes on. */
  async fetchPicks(): Promise<void> {
    const held = await this.#parts.store.cursor();
    if (held !== null && this.#isHeldUp(held)) return this.resume();
    if (held !== null) return this.#run(unstopped(held));
    await this.#beginPlanned('picks');
  }

  /**
   * Fetches what is missing of a game that was opened. A sync that waits for the budget goes on with it; one that the
   * player stopped stays stopped, and one that Sony stopped is left to its pause.
   */
  async fetchOpened(): Promise<void> {
    const held = await this.#parts.store.cursor();
    if (held === null) return this.#beginPlanned(null);
    if (held.byPlayer) return this.#fetchBeside(held);
    const { stopped } = held;
    const isOurs = stopped === null || stopped.failure.cause === 'own-pause';
    await (isOurs ? this.#run(unstopped(held)) : this.resume());
  }

  /** Goes on with the sync under way, if there is one, its pause is over and the player did not stop it. */
  async resume(): Promise<void> {
    const { surroundings, store } = this.#parts;
    const cursor = await store.cursor();
    if (cursor === null) return this.#rest();
    if (cursor.byPlayer) return surroundings.report(statusOf(cursor, null));
    const { stopped } = cursor;
    const isOver =
      stopped === null ||
      stopped.resumesAt <= surroundings.now() ||
      (stopped.failure.cause === 'offline' && surroundings.isOnline());
    if (isOver) await this.#run(unstopped(cursor));
    else await surroundings.wakeAt(stopped.resumesAt);
  }

  /** Has a sync that is not running now stay stopped. */
  async hold(): Promise<void> {
    const held = await this.#parts.store.cursor();
    if (held !== null) await this.#stopByPlayer(held);
  }

  /** Stops at once: an answer that is still to come is not waited for. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Picks, or what the player is looking at, have changed: the next request may be another one. */
  replan(): void {
    this.#planned.replan();
  }

  /** Sony has said when the next request is welcome: nobody's click is above that. */
  #isHeldUp({ stopped }: Cursor): boolean {
    const { cause, until = 0 } = stopped?.failure ?? {};
    return cause === 'too-many-requests' && until > this.#parts.surroundings.now();
  }

  async #beginPlanned(trigger: SyncTrigger | null): Promise<void> {
    const { requestsLeft } = await this.#planned.outlook();
    if (requestsLeft === 0) return;
    await this.#begin(beginning(this.#parts.surroundings.now(), trigger, 'planned'));
  }

  /** The stopped sync's cursor stays as it is, but for what was asked meanwhile. */
  async #fetchBeside(stopped: Cursor): Promise<void> {
    this.#planned.onlyOpened();
    let cursor = stopped;
    for (let step = await this.#planned.ask(cursor); step; step = await this.#planned.ask(cursor)) {
      cursor = this.#counted(cursor);
      await step.keep(cursor);
    }
  }

  async #begin(cursor: Cursor): Promise<void> {
    // Stored before the first request: a worker that dies in it is followed by one that knows.
    await this.#parts.store.begin(cursor);
    await this.#run(cursor);
  }

  async #run(from: Cursor, wasMended = false): Promise<void> {
    const { surroundings } = this.#parts;
    await surroundings.wakeAt(surroundings.now() + HEARTBEAT);
    let cursor = from;
    try {
      await surroundings.prepare();
      await surroundings.report(statusOf(cursor, this.#outlook));
      for (let step = await this.#ask(cursor); step !== null; step = await this.#ask(cursor)) {
        if (step === 'stopped') return await this.#stopByPlayer(cursor);
        cursor = this.#counted(step.next);
        await step.keep(cursor);
        this.#outlook = step.outlook;
        await surroundings.report(statusOf(cursor, this.#outlook));
      }
      await this.#finish(cursor);
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isMended = isEnded(failure) && !wasMended && (await surroundings.mend());
      if (isMended) await this.#run(cursor, true);
      else await this.#pause(cursor, failure);
    }
  }

  async #ask(cursor: Cursor): Promise<Step | null | 'stopped'> {
    const { signal } = this.#stopping;
    if (signal.aborted) return 'stopped';
    const stopped = new Promise<'stopped'>((resolve) => {
      signal.addEventListener('abort', () => resolve('stopped'), { once: true });
    });
    return Promise.race([this.#step(cursor), stopped]);
  }

  /** One request and what it brought; or, where a list is not to be had, the next part without it. */
  async #step(cursor: Cursor): Promise<Step | null> {
    const { phase } = cursor;
    if (phase === 'planned') return this.#planned.ask(cursor);
    try {
      const step = await this.#lists.ask(cursor, phase);
      return step ?? (await this.#step(phaseStart(cursor, phaseAfter(phase))));
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (phase === 'titles' || !DISPENSABLE.includes(failure.cause)) throw thrown;
      const gaps = [...cursor.gaps, { phase, failure }];
      const next = { ...phaseStart(cursor, phaseAfter(phase)), gaps };
      return { next, outlook: null, keep: (kept) => this.#parts.store.keepCursor(kept) };
    }
  }

  async #finish(cursor: Cursor): Promise<void> {
    const { store, surroundings } = this.#parts;
    const gaps = [...cursor.gaps, ...this.#planned.gaps()];
    const done = this.#counted({ ...cursor, gaps });
    await store.joinPlayedGames();
    // Before the last word is stored: told twice is better than never told.
    await surroundings.announce(await store.news(done));
    await store.finish(done, this.#planned.openedSeen);
    await this.#rest();
  }

  /** Also for a worker that was born after the last row and before the last word. */
  async #rest(): Promise<void> {
    await this.#parts.surroundings.stopWaking();
    await this.#parts.surroundings.report({ state: 'idle' });
  }

  async #stopByPlayer(cursor: Cursor): Promise<void> {
    const { store, surroundings } = this.#parts;
    const stopped = this.#counted({ ...cursor, byPlayer: true });
    await store.keepCursor(stopped);
    await store.joinPlayedGames();
    await surroundings.stopWaking();
    await surroundings.report(statusOf(stopped, this.#outlook));
  }

  async #pause(cursor: Cursor, failure: Failure): Promise<void> {
    const { store, surroundings } = this.#parts;
    const resumesAt = resumeInstant(failure, cursor.stops, surroundings.now());
    const stopped = this.#counted({
      ...cursor,
      stops: cursor.stops + 1,
      stopped: { failure, resumesAt },
    });
    await store.keepCursor(stopped);
    await store.joinPlayedGames();
    await surroundings.wakeAt(resumesAt);
    const outlook = cursor.phase === 'planned' ? await this.#planned.outlook() : null;
    await surroundings.report(statusOf(stopped, outlook));
  }

  /** The cursor with the requests that were made since the last one. */
  #counted(cursor: Cursor): Cursor {
    const made = this.#parts.surroundings.requestsMade();
    const requests = cursor.requests + made - this.#made;
    this.#made = made;
    return { ...cursor, requests };
  }
}

/** Nothing keeps it from going on. */
function unstopped(cursor: Cursor): Cursor {
  return { ...cursor, stopped: null, byPlayer: false };
}
