import { FailureError } from '../domain/failure';
import {
  isRestUnchanged,
  isWhole,
  needsWholeList,
  playedListLimit,
} from '../domain/sync/whole-list';
import { isMediaApp, type PlayedGame, type Title } from '../domain/library/title';
import { isSameRow } from '../domain/library/same-row';
import { advanced, phaseAfter, phaseStart, type Cursor, type ListPhase } from './cursor';
import type { ListStore, Page, PsnLibrary, ReadSoFar, SyncPorts, TitlesPage } from './ports';
import type { Step } from './step';

interface Sources {
  psn: PsnLibrary;
  lists: ListStore;
  ports: Pick<SyncPorts, 'now' | 'settings'>;
}

/** Reads Sony's lists, a page a step, and no further than what is stored makes necessary. */
export class ReadLists {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The next page of the list that the cursor stands in; null where none is needed. */
  ask(cursor: Cursor, phase: ListPhase): Promise<Step | null> {
    if (phase === 'titles') return this.#titles(cursor);
    return phase === 'summary' ? this.#summary(cursor) : this.#playedGames(cursor);
  }

  async #titles(cursor: Cursor): Promise<Step> {
    const { psn, lists, ports } = this.#sources;
    const page = await psn.titles(cursor.offset, ports.now());
    const facts = await lists.facts();
    const whole = cursor.whole || needsWholeList(facts, ports.now());
    const changed = cursor.changed + (await this.#countChanged(page.rows));
    const read = { ...cursor, whole, changed };
    const end = await this.#endOf(read, page);
    const picksNew = facts.wholeListAt !== null && (await ports.settings()).picksNewGames;
    const stored: TitlesPage = {
      offset: cursor.offset,
      page,
      end,
      newChoice: picksNew ? 'picked' : 'unpicked',
    };
    return step(afterTitles(read, page, end), (next) => lists.storeTitles(stored, next));
  }

  async #countChanged(rows: readonly Title[]): Promise<number> {
    const before = await this.#sources.lists.titlesAmong(rows.map(idOf));
    return rows.filter((row) => {
      const title = before.get(row.npCommunicationId);
      return title === undefined || !isSameRow<Title>(title, row);
    }).length;
  }

  async #endOf(cursor: Cursor, page: Page<Title>): Promise<TitlesPage['end']> {
    const { ids, nameless } = withPage(await this.#sources.lists.readSoFar(), page);
    const list = { seen: ids, nameless, total: page.total };
    if (page.nextOffset === null) {
      if (isWhole(list)) return 'whole';
      // A title that was played while we paged jumps from a page not yet read to one that was.
      return cursor.isSecondReading ? 'known' : 'again';
    }
    return !cursor.whole && (await this.#isRestUnchanged(list, page.rows)) ? 'known' : 'more';
  }

  async #isRestUnchanged(
    list: { seen: ReadonlySet<string>; nameless: number; total: number },
    rows: readonly Title[],
  ): Promise<boolean> {
    const { lists } = this.#sources;
    const last = rows.at(-1);
    const stored = last && (await lists.titlesAmong([last.npCommunicationId]));
    const before = last && stored?.get(last.npCommunicationId);
    if (last === undefined || before === undefined || !isSameRow<Title>(before, last)) return false;
    return isRestUnchanged(list, await lists.titlesBesides(list.seen, last.lastUpdatedAt));
  }

  async #summary(cursor: Cursor): Promise<Step | null> {
    const { psn, lists } = this.#sources;
    const { hasSummary } = await lists.facts();
    if (hasSummary && !cursor.whole) return null;
    const summary = await psn.summary();
    const after = phaseStart(cursor, phaseAfter('summary'));
    return step(after, (next) => lists.storeSummary(summary, next));
  }

  async #playedGames(cursor: Cursor): Promise<Step> {
    const { psn, lists, ports } = this.#sources;
    const { hasPlayedList } = await lists.facts();
    // In the middle of a reading there is a hole: what lies behind the overlap is not known.
    const isShort = hasPlayedList || cursor.overlaps;
    const limit = playedListLimit(cursor.changed + cursor.offset, isShort);
    const page = await psn.playedGames(cursor.offset, limit, ports.now());
    const isEnd = page.nextOffset === null || (isShort && (await this.#overlaps(page)));
    const after = isEnd
      ? phaseStart(cursor, 'planned')
      : { ...afterPage(cursor, page), overlaps: isShort };
    return step(after, (next) => lists.storePlayedGames(page, isEnd, next));
  }

  /** True where the oldest row of the page is stored as it is: the list is in the order of play. */
  async #overlaps(page: Page<PlayedGame>): Promise<boolean> {
    const last = page.rows.at(-1);
    if (last === undefined) return page.unread.length === 0;
    const stored = await this.#sources.lists.playedGame(last.npTitleId);
    if (stored === null) return false;
    // The time of an app counts for no title.
    return isSameRow(
      stored,
      isMediaApp(last)
        ? { ...last, playSeconds: stored.playSeconds, playCount: stored.playCount }
        : last,
    );
  }
}

function step(next: Cursor, store: Step['store']): Step {
  return { next, store, remaining: null };
}

function idOf({ npCommunicationId }: Title): string {
  return npCommunicationId;
}

function withPage({ ids, nameless }: ReadSoFar, { rows, unread }: Page<Title>): ReadSoFar {
  return {
    ids: new Set([...ids, ...rows.map(idOf), ...unread.flatMap(({ id }) => id ?? [])]),
    nameless: nameless + unread.filter(({ id }) => id === null).length,
  };
}

function afterTitles(cursor: Cursor, page: Page<Title>, end: TitlesPage['end']): Cursor {
  if (end === 'more') return afterPage(cursor, page);
  if (end === 'again') {
    return { ...phaseStart(cursor, 'titles'), isSecondReading: true, whole: true };
  }
  return { ...phaseStart(cursor, 'summary'), total: page.total };
}

/** The cursor after a page that was not the last. */
function afterPage(cursor: Cursor, page: Page<unknown>): Cursor {
  if (page.nextOffset === null || page.nextOffset <= cursor.offset) {
    throw new FailureError({
      cause: 'answer-not-understood',
      during: cursor.phase,
      fields: ['nextOffset'],
    });
  }
  const done = cursor.done + page.rows.length + page.unread.length;
  return { ...advanced(cursor), done, offset: page.nextOffset, total: page.total };
}
