import { FailureError, failureOf, isEnded, type Cause, type Failure } from '../domain/failure';
import { SYNC_PHASES, type SyncStatus } from '../domain/snapshot';
import type { Cursor, LibraryStore, Page, PsnLibrary, SyncSurroundings } from './ports';
import { resumeInstant } from './resume-instant';

/** How long a running sync may be silent before a wake-up looks after it. */
const HEARTBEAT = 60_000;
/** Sony takes no more ids in one call. */
const GAMES_A_MATCH = 5;

/** What a part can be gone on without for. Everything else is about the whole connection, and stops the sync. */
const DISPENSABLE: readonly Cause[] = [
  'sony-down',
  'no-answer',
  'not-found',
  'not-permitted',
  'answer-not-understood',
];

/** Where a step has led to. */
interface Step {
  cursor: Cursor;
  isLast: boolean;
}

interface Parts {
  psn: PsnLibrary;
  store: LibraryStore;
  surroundings: SyncSurroundings;
}

/**
 * Fetches the library: all titles and the summary, the played list, then which game belongs to which trophy set.
 * Each answer is stored together with the cursor, so whoever resumes repeats one request at most.
 */
export class LibrarySync {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Starts a sync without waiting out any pause. One that is still at the titles goes on there; a later part makes
   * way, since new games come first.
   */
  async start(): Promise<void> {
    const { store } = this.#parts;
    const held = await store.cursor();
    const cursor = held?.phase === 'titles' ? { ...held, stopped: null } : this.#begin();
    // Stored before the first request: a worker that dies in it is followed by one that knows.
    await store.begin(cursor);
    await this.#run(cursor);
  }

  /** Goes on with the sync under way, if there is one and its pause is over. */
  async resume(): Promise<void> {
    const { surroundings, store } = this.#parts;
    const cursor = await store.cursor();
    if (cursor === null) return this.#rest();
    if (cursor.stopped !== null && cursor.stopped.resumesAt > surroundings.now()) {
      await surroundings.wakeAt(cursor.stopped.resumesAt);
    } else {
      await this.#run(cursor);
    }
  }

  #begin(): Cursor {
    return {
      phase: 'titles',
      offset: 0,
      done: 0,
      total: null,
      gaps: [],
      secondLook: false,
      stops: 0,
      stopped: null,
    };
  }

  async #run(from: Cursor, wasMended = false): Promise<void> {
    const { store, surroundings } = this.#parts;
    await surroundings.wakeAt(surroundings.now() + HEARTBEAT);
    let cursor = from;
    try {
      await surroundings.prepare();
      await surroundings.report(statusOf(cursor));
      for (let step: Step = { cursor, isLast: false }; !step.isLast;) {
        step = await this.#step(cursor);
        cursor = step.cursor;
        await surroundings.report(statusOf(cursor));
      }
      await store.joinPlayedGames();
      await store.finish(surroundings.now(), cursor.gaps);
      await this.#rest();
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isMended = isEnded(failure) && !wasMended && (await surroundings.mend());
      if (isMended) await this.#run(cursor, true);
      else await this.#stop(cursor, failure);
    }
  }

  /** Also for a worker that was born after the last row and before the last word. */
  async #rest(): Promise<void> {
    await this.#parts.surroundings.stopWaking();
    await this.#parts.surroundings.report({ state: 'idle' });
  }

  async #stop(cursor: Cursor, failure: Failure): Promise<void> {
    const { store, surroundings } = this.#parts;
    const resumesAt = resumeInstant(failure, cursor.stops, surroundings.now());
    const stopped: Cursor = {
      ...cursor,
      stops: cursor.stops + 1,
      stopped: { failure, resumesAt },
    };
    await store.keepCursor(stopped);
    await store.joinPlayedGames();
    await surroundings.wakeAt(resumesAt);
    await surroundings.report(statusOf(stopped));
  }

  /** One request and what it brought, stored; or, where an extra is not to be had, the next part without it. */
  async #step(cursor: Cursor): Promise<Step> {
    try {
      return await this.#ask(cursor);
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isExtra = cursor.phase !== 'titles';
      if (!isExtra || !DISPENSABLE.includes(failure.cause)) throw thrown;
      return this.#goOnWithout(cursor, failure);
    }
  }

  async #ask(cursor: Cursor): Promise<Step> {
    if (cursor.phase === 'matching') return this.#match(cursor);
    const ask = {
      titles: () => this.#titles(cursor),
      summary: () => this.#summary(cursor),
      'played-games': () => this.#playedGames(cursor),
    };
    return { cursor: await ask[cursor.phase](), isLast: false };
  }

  async #goOnWithout(cursor: Cursor, failure: Failure): Promise<Step> {
    const gaps = [...cursor.gaps, { phase: cursor.phase, failure }];
    const after = SYNC_PHASES[SYNC_PHASES.indexOf(cursor.phase) + 1];
    const next = { ...phaseStart(cursor, after ?? cursor.phase), gaps };
    await this.#parts.store.keepCursor(next);
    return { cursor: next, isLast: after === undefined };
  }

  async #titles(cursor: Cursor): Promise<Cursor> {
    const { psn, store } = this.#parts;
    const page = await psn.titles(cursor.offset);
    const end = { ...phaseStart(cursor, 'summary'), total: page.total };
    const next = advanced(cursor, page) ?? end;
    await store.keepTitles(page, next);
    return next;
  }

  async #summary(cursor: Cursor): Promise<Cursor> {
    const { store, psn } = this.#parts;
    // A title that was played while we paged jumps from a page not yet read to one that was.
    const isShort = (await store.seenTitleCount()) < (cursor.total ?? 0);
    if (isShort && !cursor.secondLook) {
      const again = { ...phaseStart(cursor, 'titles'), secondLook: true };
      await store.keepCursor(again);
      return again;
    }
    await store.keepSummary(await psn.summary());
    const next = phaseStart(cursor, 'played-games');
    await store.keepCursor(next);
    return next;
  }

  async #playedGames(cursor: Cursor): Promise<Cursor> {
    const { psn, store } = this.#parts;
    const page = await psn.playedGames(cursor.offset);
    const next = advanced(cursor, page) ?? phaseStart(cursor, 'matching');
    await store.keepPlayedGames(page, next);
    return next;
  }

  async #match(cursor: Cursor): Promise<Step> {
    const { psn, store } = this.#parts;
    const games = await store.unmatched(GAMES_A_MATCH);
    if (games.length === 0) return { cursor, isLast: true };
    const total = cursor.total ?? (await store.unmatchedCount());
    const known = await psn.setsOf(games);
    const sets = new Map(games.map((game) => [game, known.get(game) ?? []]));
    const next = { ...progressed(cursor, games.length), total };
    await store.keepSets(sets, next);
    return { cursor: next, isLast: false };
  }
}

function progressed(cursor: Cursor, rows: number): Cursor {
  return { ...cursor, done: cursor.done + rows, stops: 0, stopped: null };
}

/** The cursor after a page, or null where it was the last one. */
function advanced(cursor: Cursor, page: Page<unknown>): Cursor | null {
  if (page.nextOffset === null) return null;
  if (page.nextOffset <= cursor.offset) {
    throw new FailureError({
      cause: 'answer-not-understood',
      during: cursor.phase,
      fields: ['nextOffset'],
    });
  }
  const rows = page.rows.length + page.unread.length;
  return { ...progressed(cursor, rows), offset: page.nextOffset, total: page.total };
}

function phaseStart(cursor: Cursor, phase: Cursor['phase']): Cursor {
  return { ...cursor, phase, offset: 0, done: 0, total: null, stops: 0, stopped: null };
}

function statusOf({ phase, done, total, stopped }: Cursor): SyncStatus {
  // What is counted in the summary's phase is whether all titles are there.
  const progress = { phase, done, total: phase === 'summary' ? null : total };
  return stopped === null
    ? { state: 'running', ...progress }
    : { state: 'paused', ...progress, ...stopped };
}
