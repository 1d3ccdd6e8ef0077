import { costsItself, failureOf } from '../domain/failure';
import type { SaidPlayer } from '../domain/connection/player';
import { wasEverRead } from '../domain/sync/known-list';
import { startAfter, withoutTitles, type Cursor, type Remaining } from './cursor';
import { FetchTrophies, type Sources } from './fetch-trophies';
import { ReadLists } from './read-lists';
import type { Step } from './step';

/**
 * The requests of a sync: the titles, summary and profile where they are due, the trophies of the latest games before
 * the first played list, that list, then what the plan says, two at a time. Each is stored together with the cursor, so
 * whoever goes on repeats at most these two.
 */
export class LibrarySync {
  readonly #lists: ReadLists;
  readonly #trophies: FetchTrophies;
  readonly #sources: Sources;
  #remaining: Remaining | null = null;

  constructor(sources: Sources & { player: () => Promise<SaidPlayer> }) {
    this.#lists = new ReadLists(sources);
    this.#trophies = new FetchTrophies(sources);
    this.#sources = sources;
  }

  /** One request and what it brought; null where nothing is left. A list that is not to be had is gone on without. */
  async ask(cursor: Cursor): Promise<Step | null> {
    const step = await this.#ask(cursor);
    this.#remaining = step?.remaining ?? null;
    return step;
  }

  /** What was left after the last answer, where that was planned. */
  get lastRemaining(): Remaining | null {
    return this.#remaining;
  }

  /** What is left, where that is planned. */
  async remaining(cursor: Cursor): Promise<Remaining | null> {
    if (cursor.phase === 'planned') return this.#trophies.remaining();
    return (await this.#isBeforePlayed(cursor)) ? this.#trophies.remainingLatest() : null;
  }

  /** The cursor with whether it is only the rest that is left, where that is planned. */
  standing(cursor: Cursor): Cursor {
    return { ...cursor, isRest: this.#trophies.isRest ?? cursor.isRest };
  }

  /** What kept Sony from answering is over. */
  forgetFailed(): Promise<void> {
    return this.#trophies.ahead.forgetFailed();
  }

  /** Resolves once nothing is asked of Sony any more. */
  settled(): Promise<void> {
    return this.#trophies.ahead.settled();
  }

  /** Picks, or what the player is looking at, have changed: the next request may be another one. */
  replan(): void {
    this.#trophies.replan();
  }

  /** The cursor with what the sync has had to do without, and whether nothing is missing. */
  async done(cursor: Cursor): Promise<Cursor> {
    const planned = await this.#trophies.gaps();
    const others = cursor.gaps.filter((gap) => !planned.some(({ phase }) => phase === gap.phase));
    const nothingMissing = await this.#trophies.nothingMissing(cursor);
    return { ...cursor, gaps: [...others, ...planned], nothingMissing };
  }

  async #ask(cursor: Cursor): Promise<Step | null> {
    const { phase } = cursor;
    if (phase === 'planned') {
      return (await this.#lacksTitles(cursor)) ? null : this.#trophies.ask(cursor);
    }
    try {
      const isLatest = await this.#isBeforePlayed(cursor);
      const latest = isLatest ? await this.#trophies.askLatest(cursor) : null;
      const step = latest ?? (await this.#lists.ask(cursor, phase));
      return step ?? (await this.#ask(startAfter(cursor, phase)));
    } catch (thrown) {
      const failure = failureOf(thrown);
      // Everything else is about the whole connection.
      if (!costsItself(failure) || (phase === 'titles' && cursor.isRestDone)) throw thrown;
      const gaps = [...cursor.gaps, { phase, failure }];
      const next =
        phase === 'titles'
          ? withoutTitles(cursor, failure)
          : { ...startAfter(cursor, phase), gaps };
      return { next, remaining: null, store: this.#sources.storeCursor, isWithout: true };
    }
  }

  /** The first played list takes a while, and what is picked for a start waits for it: the latest games do not. */
  async #isBeforePlayed({ phase, offset, reading }: Cursor): Promise<boolean> {
    if (phase !== 'played-games' || offset > 0 || reading.number > 1) return false;
    const { hasPlayedList, lists } = await this.#sources.lists.facts();
    return !hasPlayedList && wasEverRead(lists.titles);
  }

  /** What is picked for a start is chosen among all titles: before those were read once, nothing is. */
  async #lacksTitles({ awaited }: Cursor): Promise<boolean> {
    if (awaited === null) return false;
    return !wasEverRead((await this.#sources.lists.facts()).lists.titles);
  }
}
