import { FailureError } from '../domain/failure';
import { isRestUnchanged, isWhole, needsWholeList, playedListLimit } from '../domain/title-list';
import { isMediaApp, type PlayedGame, type Title } from '../domain/title';
import { isChanged } from '../domain/what-changed';
import { phaseAfter, phaseStart, type Cursor, type ListPhase } from './cursor';
import type {
  HeldLibrary,
  LibraryStore,
  ListEnd,
  Page,
  PsnLibrary,
  SyncSurroundings,
} from './ports';
import type { Step } from './step';

interface Parts {
  psn: PsnLibrary;
  store: LibraryStore;
  surroundings: Pick<SyncSurroundings, 'now' | 'settings'>;
}

/** Reads Sony's lists, a page a step, and no further than what is held makes necessary. */
export class ListSteps {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The next page of the list that the cursor stands in; null where none is needed. */
  ask(cursor: Cursor, phase: ListPhase): Promise<Step | null> {
    if (phase === 'titles') return this.#titles(cursor);
    return phase === 'summary' ? this.#summary(cursor) : this.#playedGames(cursor);
  }

  async #titles(cursor: Cursor): Promise<Step> {
    const { psn, store, surroundings } = this.#parts;
    const page = await psn.titles(cursor.offset);
    const held = await store.held();
    const read = this.#withPage(cursor, page, held);
    const end = endOf(read, page, held);
    const newChoice =
      held.wholeListAt !== null && (await surroundings.settings()).picksNewGames
        ? 'picked'
        : 'left';
    // A title that was played while we paged jumps from a page not yet read to one that was.
    const next =
      end === null
        ? secondLook(read)
        : end === 'more'
          ? advanced(read, page)
          : { ...phaseStart(read, 'summary'), total: page.total };
    return step(next, (kept) => store.keepTitles(page, end ?? 'more', newChoice, kept));
  }

  #withPage(cursor: Cursor, page: Page<Title>, held: HeldLibrary): Cursor {
    const before = new Map(held.titles.map((title) => [title.npCommunicationId, title]));
    const changed = page.rows.filter((row) => {
      const title = before.get(row.npCommunicationId);
      return title === undefined || isChanged(title, row);
    });
    const ids = [
      ...page.rows.map((row) => row.npCommunicationId),
      ...page.unread.flatMap(({ id }) => id ?? []),
    ];
    const now = this.#parts.surroundings.now();
    return {
      ...cursor,
      changed: cursor.changed + changed.length,
      seen: [...new Set([...cursor.seen, ...ids])],
      nameless: cursor.nameless + page.unread.filter(({ id }) => id === null).length,
      whole: cursor.whole || needsWholeList(held.titles, held.unreadTitles, held.wholeListAt, now),
    };
  }

  async #summary(cursor: Cursor): Promise<Step | null> {
    const { psn, store } = this.#parts;
    const { hasSummary } = await store.held();
    if (hasSummary && !cursor.whole) return null;
    const summary = await psn.summary();
    const next = phaseStart(cursor, phaseAfter('summary'));
    return step(next, (kept) => store.keepSummary(summary, kept));
  }

  async #playedGames(cursor: Cursor): Promise<Step> {
    const { psn, store } = this.#parts;
    const { hasPlayedList } = await store.held();
    // In the middle of a reading there is a hole: what lies behind the overlap is not known.
    const isShort = hasPlayedList || cursor.overlaps;
    const limit = playedListLimit(cursor.changed + cursor.offset, isShort);
    const page = await psn.playedGames(cursor.offset, limit);
    const isEnd = page.nextOffset === null || (isShort && (await this.#overlaps(page)));
    const next = isEnd
      ? phaseStart(cursor, 'planned')
      : { ...advanced(cursor, page), overlaps: isShort };
    return step(next, (kept) => store.keepPlayedGames(page, isEnd, kept));
  }

  /** True where the oldest row of the page is held as it is: the list is in the order of play. */
  async #overlaps(page: Page<PlayedGame>): Promise<boolean> {
    const last = page.rows.at(-1);
    if (last === undefined) return page.unread.length === 0;
    const held = (await this.#parts.store.heldGames([last.npTitleId])).get(last.npTitleId);
    return (
      held !== undefined &&
      held.lastPlayedAt === last.lastPlayedAt &&
      (isMediaApp(last) || held.playSeconds === last.playSeconds)
    );
  }
}

function step(next: Cursor, keep: Step['keep']): Step {
  return { next, keep, outlook: null };
}

/** Null where the list has moved under the reading and has to be read once more. */
function endOf(cursor: Cursor, page: Page<Title>, held: HeldLibrary): ListEnd | null {
  const list = {
    seen: new Set(cursor.seen),
    nameless: cursor.nameless,
    total: page.total,
    rows: page.rows,
  };
  if (page.nextOffset === null) {
    if (isWhole(list)) return 'whole';
    return cursor.secondLook ? 'known' : null;
  }
  return !cursor.whole && isRestUnchanged(list, held.titles) ? 'known' : 'more';
}

function secondLook(cursor: Cursor): Cursor {
  return {
    ...phaseStart(cursor, 'titles'),
    secondLook: true,
    whole: true,
    seen: [],
    nameless: 0,
  };
}

/** The cursor after a page that was not the last. */
function advanced(cursor: Cursor, page: Page<unknown>): Cursor {
  if (page.nextOffset === null || page.nextOffset <= cursor.offset) {
    throw new FailureError({
      cause: 'answer-not-understood',
      during: cursor.phase,
      fields: ['nextOffset'],
    });
  }
  const rows = page.rows.length + page.unread.length;
  return {
    ...cursor,
    done: cursor.done + rows,
    offset: page.nextOffset,
    total: page.total,
    stops: 0,
    stopped: null,
  };
}
