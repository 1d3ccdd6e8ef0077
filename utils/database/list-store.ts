import { DAY } from '../domain/time-units';
import { playerAfter, summaryAfter } from '../domain/connection/player';
import type { SaidPlayer, TrophySummary } from '../domain/connection/player';
import type { ListName, Reading } from '../domain/sync/list-reading';
import type { PageSize } from '../domain/sync/page-size';
import type { SyncRun } from '../domain/sync/sync-run';
import {
  NOTHING_FETCHED,
  playedFacts,
  type Choice,
  type LibraryTitle,
  type PlayedGame,
  type Title,
} from '../domain/library/title';
import { summaryWith } from '../domain/trophies/trophy-level';
import { keepingLastKnown, withLastKnown } from '../domain/library/last-known';
import { isSameRow } from '../domain/library/same-row';
import type { Failure } from '../domain/failure';
import { fetchedBefore } from '../domain/sync/fetched-before';
import { isRevisedAfterDone } from '../domain/library/revised';
import { newSince, reportedAfter, reportedRow, withIds } from '../domain/sync/title-changes';
import type { RestOfTitles } from '../domain/sync/whole-list';
import type { Cursor, ListFacts, ListPage, ListStore, Matches, SaidOfGoals } from '../sync/ports';
import { noteAbsences } from './absences';
import { marksAmong } from './copy-marks';
import { recordTitles, type ReadTitle } from './history-writes';
import { storeGoalEnds } from './goal-ends';
import { knownUpTo } from './known-up-to';
import { allMet, metAmong, noteMet } from './met-rows';
import { titlesAmong, titlesBesides } from './some-titles';
import { storePlayDays, storePlayedListDay } from './play-days-writes';
import { playedBySet, rejoin } from './played-join';
import { isStoredAs, matchedRow } from './played-rows';
import { doubtedGames, storeMatches } from './matches';
import { noteMatchingRefusals } from './refusal-writes';
import { dropOlder, dropRead, storeUnread } from './unread-rows';
import { unreadableAmong } from './unreadable-rows';
import { KEY, type Writes } from './writes';

/** The games that were played last are joined as they come; the rest in one go, so that the list stands still. */
const JOINED_AT_ONCE = 50;
const NOT_FETCHED = { fetched: NOTHING_FETCHED, tally: null };

/** What a sync reads and writes of the lists: rows and the cursor that speaks of them stand or fall together. */
export class DexieListStore implements ListStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  facts(): Promise<ListFacts> {
    const tables = ['overview', 'titles', 'unreadRows'] as const;
    return this.#writes.read(tables, async ({ titles, unreadRows }) => {
      const overview = await this.#writes.overview();
      const { lists, summaryAt, profileAt, hasPlayedList, titlesReadAt } = overview;
      return {
        ...{ lists, summaryAt, profileAt, hasPlayedList, titlesReadAt },
        suspects: await titles
          .orderBy('absence.missedAt')
          .filter(({ absence }) => absence?.isSure === false)
          .count(),
        unreadTitles: await unreadRows.where({ list: 'titles' }).count(),
        unreadGames: await unreadRows.where({ list: 'played-games' }).count(),
      };
    });
  }

  metAmong(list: ListName, ids: readonly string[]): Promise<Map<string, number>> {
    return this.#writes.read(['metRows'], (database) => metAmong(database, list, ids));
  }

  storePageSize(list: ListName, size: PageSize | null): Promise<void> {
    return this.#writes.transaction(['overview'], () => this.#writes.changeList(list, { size }));
  }

  titlesAmong(ids: readonly string[]): Promise<Map<string, LibraryTitle>> {
    return this.#writes.read(['titles'], () => this.#titlesAmong(ids));
  }

  titlesBesides(
    ids: readonly string[],
    reading: Reading,
    updatedAt: number,
  ): Promise<RestOfTitles> {
    return this.#writes.read(['titles', 'metRows'], async (database) => {
      const isFirstPage = reading.distinct === ids.length;
      const met = isFirstPage ? [] : await allMet(database, 'titles');
      return titlesBesides(database, new Set([...ids, ...met]), updatedAt);
    });
  }

  storeTitles(list: ListPage<Title>, newChoice: Choice, next: Cursor): Promise<void> {
    const { page, end, known } = list;
    const tables = [
      ...(['titles', 'playedGames', 'playerItems', 'metRows'] as const),
      ...(['unreadRows', 'syncRuns', 'overview', 'syncCursor'] as const),
      ...(['setVersions', 'trophyEvents', 'trophySets'] as const),
    ];
    return this.#writes.transaction(tables, async (database) => {
      const now = this.#writes.now();
      await this.#storeRows(page.rows, newChoice, next);
      await dropRead(database, 'titles', page.rows.map(idOf));
      await storeUnread(database, 'titles', list, now);
      if (end === 'whole') await this.#endWholeList(list, next, now);
      await noteMet(database, 'titles', list);
      await this.#writes.changeList('titles', known);
      if (end !== 'more' && end !== 'again')
        await this.#writes.changeOverview({ titlesReadAt: knownUpTo(list, next, now) });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeSummary(summary: TrophySummary, next: Cursor): Promise<void> {
    return this.#writes.transaction(['overview', 'syncCursor'], async (database) => {
      const { summary: before } = await this.#writes.overview();
      await this.#writes.changeOverview(summaryAfter(summary, before, this.#writes.now()));
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeGoalEnds(said: SaidOfGoals): Promise<void> {
    return storeGoalEnds(this.#writes, said);
  }

  storePlayer(player: SaidPlayer, next: Cursor): Promise<void> {
    return this.#writes.transaction(['overview', 'syncCursor'], async (database) => {
      const { player: before } = await this.#writes.overview();
      await this.#writes.changeOverview(playerAfter(player, before, this.#writes.now()));
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  playedGame(npTitleId: string): Promise<PlayedGame | null> {
    return this.#writes.read(['playedGames'], async ({ playedGames }) => {
      return (await playedGames.get(npTitleId)) ?? null;
    });
  }

  countPlayedWith(ids: readonly string[]): Promise<number> {
    return this.#writes.read(['playedGames', 'unreadRows'], async ({ playedGames, unreadRows }) => {
      const stored = await playedGames.bulkGet([...ids]);
      const noted = await unreadRows.where({ list: 'played-games' }).primaryKeys();
      const others = new Set([
        ...ids.filter((_, index) => stored[index] === undefined),
        ...noted.map((key) => key.slice('played-games/'.length)),
      ]);
      return (await playedGames.count()) + others.size;
    });
  }

  storePlayedGames(list: ListPage<PlayedGame>, next: Cursor): Promise<void> {
    const { page, end, known } = list;
    const tables = [
      ...(['playedGames', 'titles', 'metRows'] as const),
      ...(['unreadRows', 'overview', 'syncCursor'] as const),
      ...(['playDays', 'playedListDays'] as const),
    ];
    return this.#writes.transaction(tables, async (database) => {
      const now = this.#writes.now();
      const ids = page.rows.map(({ npTitleId }) => npTitleId);
      const before = await database.playedGames.bulkGet(ids);
      const rows = page.rows.map((game, index) => matchedRow(game, before[index]));
      await database.playedGames.bulkPut(rows.filter((row, at) => !isStoredAs(row, before[at])));
      const read = rows.map((game, at) => ({ said: page.rows[at]!, game, before: before[at] }));
      await storePlayDays(database, read, now);
      await rejoin(
        database,
        rows.flatMap((row) => row.npCommunicationIds),
      );
      await dropRead(database, 'played-games', ids);
      await storeUnread(database, 'played-games', list, now);
      if (end === 'whole') {
        await dropOlder(database, 'played-games', next.startedAt);
        await storePlayedListDay(database, now);
      }
      await noteMet(database, 'played-games', list);
      await this.#writes.changeList('played-games', known);
      const isOver = end !== 'more' && end !== 'again';
      // Between two pages what is stored has a hole, which an overlap would hide.
      await this.#writes.changeOverview({
        hasPlayedList: isOver,
        // The lists are as Sony has them from here on; trophies may take hours more.
        ...(isOver && hasReadTitles(next) ? { lastSyncedAt: now } : {}),
      });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  doubtedGames(): Promise<string[]> {
    return this.#writes.read(['playedGames', 'titles'], (database) =>
      doubtedGames(database, this.#writes.now()),
    );
  }

  storeSets(matches: Matches, next: Cursor): Promise<void> {
    const tables = ['playedGames', 'titles', 'overview', 'syncCursor'] as const;
    return this.#writes.transaction(tables, async (database) => {
      const met = { now: this.#writes.now(), startedAt: next.startedAt };
      const changed = await storeMatches(database, matches, met);
      if (next.matched <= JOINED_AT_ONCE) await rejoin(database, changed);
      else await this.#writes.changeOverview({ isJoinPending: true });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeMatchingRefusal(
    npTitleIds: readonly string[],
    failure: Failure,
    next: Cursor,
  ): Promise<void> {
    const failures = new Map(npTitleIds.map((id) => [id, failure]));
    return this.#writes.transaction(['playedGames', 'syncCursor'], async (database) => {
      const met = { now: this.#writes.now(), startedAt: next.startedAt };
      await noteMatchingRefusals(database, failures, met);
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  async #titlesAmong(ids: readonly string[]): Promise<Map<string, LibraryTitle>> {
    const titles = await titlesAmong(this.#writes.database, ids);
    return new Map(titles.map((title) => [title.npCommunicationId, title]));
  }

  async #storeRows(rows: readonly Title[], newChoice: Choice, next: Cursor): Promise<void> {
    const { database } = this.#writes;
    const ids = rows.map(idOf);
    const before = await this.#titlesAmong(ids);
    const marks = await marksAmong(
      database,
      ids.filter((id) => !before.has(id)),
    );
    const changed = rows.filter((row) => {
      const title = before.get(row.npCommunicationId);
      return title?.absence !== null || !isSameRow<Title>(title, row);
    });
    const played = await playedBySet(database, changed.map(idOf));
    const unreadable = await unreadableAmong(database, ids, before);
    const runBefore = await database.syncRuns.get(next.startedAt);
    let run = runBefore;
    const { lastSyncedAt } = await this.#writes.overview();
    const now = this.#writes.now();
    const read: ReadTitle[] = [];
    const written = changed.map((row) => {
      const id = row.npCommunicationId;
      const title = before.get(id);
      const known = title && withLastKnown(title);
      const reported = run && known ? { reported: reportedAfter(run, known, row) } : {};
      const revised = known && isRevisedAfterDone(known, row) ? { revisedAt: now } : {};
      if (!unreadable.has(id)) {
        read.push({ known, row });
        run = run && reportedRow(run, known, row);
      }
      const facts = playedFacts(row, played.get(id) ?? []);
      const stored = title
        ? { ...title, fetched: fetchedBefore(title, row, lastSyncedAt) }
        : { choice: newChoice, ...marks.get(id), ...unreadable.get(id), ...NOT_FETCHED };
      const next = { ...stored, ...row, ...facts, ...reported, ...revised, absence: null };
      return keepingLastKnown(next, title);
    });
    await database.titles.bulkPut(written);
    await recordTitles(database, read, { isFirst: runBefore?.isFirst ?? true, now });
    // An old game that was not in the list before may have been in Sony's sum all the same.
    const since = (lastSyncedAt ?? 0) - DAY;
    const isSure = read.every(({ known, row }) => known || row.lastUpdatedAt > since);
    if (run && runBefore && run !== runBefore) await this.#storeRun(runBefore, run, isSure);
  }

  /** New trophies move the level on: the summary is asked for with a whole list only. */
  async #storeRun(before: SyncRun, run: SyncRun, isSure: boolean): Promise<void> {
    await this.#writes.database.syncRuns.put(run);
    const { summary } = await this.#writes.overview();
    if (summary === null || run.isFirst) return;
    // How far that goes back where Sony takes trophies back, only Sony can say.
    const asked = isSure && run.takenBack === before.takenBack ? {} : { summaryAt: null };
    const since = newSince(before, run);
    await this.#writes.changeOverview({ summary: summaryWith(summary, since), ...asked });
  }

  async #endWholeList(list: ListPage<Title>, next: Cursor, now: number): Promise<void> {
    const { database } = this.#writes;
    const gone = await noteAbsences(database, list, now);
    const run = await database.syncRuns.get(next.startedAt);
    if (run !== undefined && gone.length > 0) {
      await database.syncRuns.put(withIds(run, 'gone', gone));
    }
    await dropOlder(database, 'titles', next.startedAt);
  }
}

/** This sync has read the titles, up to where it had to. */
function hasReadTitles({ lists, awaited }: Cursor): boolean {
  return lists.includes('titles') && awaited === null;
}

function idOf({ npCommunicationId }: Title): string {
  return npCommunicationId;
}
