import { FailureError, failureOf, type Failure } from '../domain/failure';
import type { SyncStatus } from '../domain/snapshot';
import type { Cursor, LibraryStore, Page, PsnLibrary, SyncSurroundings } from './ports';
import { resumeInstant } from './resume-instant';

/** How long a running sync may be silent before a wake-up looks after it. */
const HEARTBEAT = 60_000;
/** Sony takes no more ids in one call. */
const GAMES_A_MATCH = 5;

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

  /** Starts a sync, or goes on with the one under way without waiting out its pause. */
  async start(): Promise<void> {
    const cursor = (await this.#parts.store.cursor()) ?? this.#begin();
    await this.#run({ ...cursor, stopped: null });
  }

  /** Goes on with the sync under way, if there is one and its pause is over. */
  async resume(): Promise<void> {
    const cursor = await this.#parts.store.cursor();
    if (cursor === null) return;
    const { surroundings } = this.#parts;
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
      startedAt: this.#parts.surroundings.now(),
      secondLook: false,
      stops: 0,
      stopped: null,
    };
  }

  async #run(from: Cursor): Promise<void> {
    const { store, surroundings } = this.#parts;
    await surroundings.wakeAt(surroundings.now() + HEARTBEAT);
    let cursor = from;
    try {
      for (let next: Cursor | null = from; next !== null; next = await this.#step(cursor)) {
        cursor = next;
        await surroundings.report(statusOf(cursor));
      }
      await store.finish(surroundings.now());
      await surroundings.stopWaking();
      await surroundings.report({ state: 'idle' });
    } catch (thrown) {
      await this.#stop(cursor, failureOf(thrown));
    }
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
    await surroundings.wakeAt(resumesAt);
    await surroundings.report(statusOf(stopped));
  }

  /** One request and what it brought, stored. Answers null when there is nothing left to do. */
  #step(cursor: Cursor): Promise<Cursor | null> {
    if (cursor.phase === 'titles') return this.#titles(cursor);
    if (cursor.phase === 'summary') return this.#summary(cursor);
    if (cursor.phase === 'played-games') return this.#playedGames(cursor);
    return this.#match(cursor);
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
    const { store } = this.#parts;
    // A title that was played while we paged jumps from a page not yet read to one that was.
    const isShort = (await store.seenTitleCount()) < (cursor.total ?? 0);
    const next =
      isShort && !cursor.secondLook
        ? { ...phaseStart(cursor, 'titles'), secondLook: true }
        : await this.#keepSummary(cursor);
    await store.keepCursor(next);
    return next;
  }

  /** The level is a nicety: a summary that Sony cannot give or that we cannot read costs nothing else. */
  async #keepSummary(cursor: Cursor): Promise<Cursor> {
    try {
      await this.#parts.store.keepSummary(await this.#parts.psn.summary());
    } catch (thrown) {
      const { cause } = failureOf(thrown);
      if (cause !== 'not-found' && cause !== 'answer-not-understood') throw thrown;
    }
    return phaseStart(cursor, 'played-games');
  }

  async #playedGames(cursor: Cursor): Promise<Cursor> {
    const { psn, store } = this.#parts;
    const page = await psn.playedGames(cursor.offset);
    const next = advanced(cursor, page) ?? phaseStart(cursor, 'matching');
    await store.keepPlayedGames(page, next);
    return next;
  }

  async #match(cursor: Cursor): Promise<Cursor | null> {
    const { psn, store } = this.#parts;
    const games = await store.unmatched(GAMES_A_MATCH);
    if (games.length === 0) return null;
    const total = cursor.total ?? (await store.unmatchedCount());
    const known = await psn.setsOf(games);
    const sets = new Map(games.map((game) => [game, known.get(game) ?? []]));
    const next = { ...progressed(cursor, games.length), total };
    await store.keepSets(sets, next);
    return next;
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
  const progress = { phase, done, total };
  return stopped === null
    ? { state: 'running', ...progress }
    : { state: 'paused', ...progress, ...stopped };
}
