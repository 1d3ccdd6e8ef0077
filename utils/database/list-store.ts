import type { TrophySummary } from '../domain/connection/player';
import { WHOLE_SET } from '../domain/library/player-item';
import type { SyncRun } from '../domain/sync/sync-run';
import { absenceAfter } from '../domain/sync/whole-list';
import {
  CHOICES,
  isMediaApp,
  NOTHING_FETCHED,
  playedFacts,
  type Choice,
  type FetchedAnswers,
  type LibraryTitle,
  type PlayedGame,
  type Title,
} from '../domain/library/title';
import { summaryWith } from '../domain/trophies/trophy-level';
import { isSameRow } from '../domain/library/same-row';
import { earnedKey } from '../domain/sync/sync-plan';
import { reportedRow } from '../domain/sync/title-changes';
import type { Cursor, ListFacts, ListStore, Page, ReadSoFar, TitlesPage } from '../sync/ports';
import type { PlayedGameRow } from './database';
import { recordTitles, type ReadTitle } from './history-writes';
import { storePlayDays, storePlayedListDay } from './play-days-writes';
import { playedBySet, rejoin } from './played-join';
import { dropOlder, dropRead, storeUnread } from './unread-rows';
import { KEY, type Writes } from './writes';

/** The games that were played last are joined as they come; the rest in one go, so that the list stands still. */
const JOINED_AT_ONCE = 50;

/** What a sync reads and writes of the lists: rows and the cursor that speaks of them stand or fall together. */
export class DexieListStore implements ListStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  facts(): Promise<ListFacts> {
    const tables = ['overview', 'titles', 'unreadRows'] as const;
    return this.#writes.read(tables, async ({ titles, unreadRows }) => {
      const { wholeListAt, hasPlayedList, summary } = await this.#writes.overview();
      return {
        wholeListAt,
        hasPlayedList,
        hasSummary: summary !== null,
        suspects: await titles
          .orderBy('absence.missedAt')
          .filter(({ absence }) => absence?.isSure === false)
          .count(),
        unreadTitles: await unreadRows.where({ list: 'titles' }).count(),
      };
    });
  }

  readSoFar(): Promise<ReadSoFar> {
    return this.#writes.read(['readPages'], () => this.#readSoFar());
  }

  titlesAmong(ids: readonly string[]): Promise<Map<string, LibraryTitle>> {
    return this.#writes.read(['titles'], () => this.#titlesAmong(ids));
  }

  titlesBesides(
    ids: ReadonlySet<string>,
    updatedAt: number,
  ): Promise<{ count: number; hasLater: boolean }> {
    return this.#writes.read(['titles'], async ({ titles }) => {
      // Keys alone: thousands of titles need not be read for how many they are.
      const absent = new Set(await titles.orderBy('absence.missedAt').primaryKeys());
      const isBesides = (id: string): boolean => !ids.has(id) && !absent.has(id);
      const later = await titles.where('lastUpdatedAt').above(updatedAt).primaryKeys();
      const all = await titles.toCollection().primaryKeys();
      return { count: all.filter(isBesides).length, hasLater: later.some(isBesides) };
    });
  }

  storeTitles({ offset, page, end, newChoice }: TitlesPage, next: Cursor): Promise<void> {
    const tables = [
      ...(['titles', 'playedGames', 'playerItems', 'readPages'] as const),
      ...(['unreadRows', 'syncRuns', 'overview', 'syncCursor'] as const),
      ...(['setVersions', 'trophyEvents'] as const),
    ];
    return this.#writes.transaction(tables, async (database) => {
      const now = this.#writes.now();
      await this.#storeRows(page.rows, newChoice, next);
      await dropRead(database, 'titles', page.rows.map(idOf));
      await storeUnread(database, 'titles', page.unread, now);
      await database.readPages.put({
        offset,
        ids: [...page.rows.map(idOf), ...page.unread.flatMap(({ id }) => id ?? [])],
        nameless: page.unread.filter(({ id }) => id === null).length,
      });
      if (end === 'whole') await this.#endWholeList(next, now);
      if (end !== 'more') await database.readPages.clear();
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeSummary(summary: TrophySummary, next: Cursor): Promise<void> {
    return this.#writes.transaction(['overview', 'syncCursor'], async (database) => {
      await this.#writes.changeOverview({ summary });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  playedGame(npTitleId: string): Promise<PlayedGame | null> {
    return this.#writes.read(['playedGames'], async ({ playedGames }) => {
      return (await playedGames.get(npTitleId)) ?? null;
    });
  }

  storePlayedGames(page: Page<PlayedGame>, isEnd: boolean, next: Cursor): Promise<void> {
    const tables = [
      ...(['playedGames', 'titles', 'unreadRows', 'overview', 'syncCursor'] as const),
      ...(['playDays', 'playedListDays'] as const),
    ];
    return this.#writes.transaction(tables, async (database) => {
      const now = this.#writes.now();
      const ids = page.rows.map(({ npTitleId }) => npTitleId);
      const before = await database.playedGames.bulkGet(ids);
      const rows = page.rows.map((game, index) => rowOf(game, before[index]));
      await database.playedGames.bulkPut(rows);
      await storePlayDays(database, rows, before, now);
      await rejoin(
        database,
        rows.flatMap((row) => row.npCommunicationIds),
      );
      await dropRead(database, 'played-games', ids);
      await storeUnread(database, 'played-games', page.unread, now);
      if (page.nextOffset === null) await storePlayedListDay(database, now);
      // Between two pages what is stored has a hole, which an overlap would hide.
      await this.#writes.changeOverview({
        hasPlayedList: isEnd,
        // The lists are as Sony has them from here on; trophies may take hours more.
        ...(isEnd ? { lastSyncedAt: now } : {}),
      });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeSets(sets: ReadonlyMap<string, readonly string[]>, next: Cursor): Promise<void> {
    const tables = ['playedGames', 'titles', 'overview', 'syncCursor'] as const;
    return this.#writes.transaction(tables, async (database) => {
      for (const [npTitleId, ids] of sets) {
        const matched = { npCommunicationIds: [...ids], matched: 1 as const };
        await database.playedGames.update(npTitleId, matched);
      }
      if (next.matched <= JOINED_AT_ONCE) await rejoin(database, [...sets.values()].flat());
      else await this.#writes.changeOverview({ isJoinPending: true });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  async #readSoFar(): Promise<ReadSoFar> {
    const pages = await this.#writes.database.readPages.toArray();
    const nameless = pages.reduce((sum, page) => sum + page.nameless, 0);
    return { ids: new Set(pages.flatMap(({ ids }) => ids)), nameless };
  }

  async #titlesAmong(ids: readonly string[]): Promise<Map<string, LibraryTitle>> {
    const titles = await this.#writes.database.titles.bulkGet([...ids]);
    return new Map(titles.flatMap((title) => (title ? [[title.npCommunicationId, title]] : [])));
  }

  async #storeRows(rows: readonly Title[], newChoice: Choice, next: Cursor): Promise<void> {
    const { database } = this.#writes;
    const ids = rows.map(idOf);
    const before = await this.#titlesAmong(ids);
    const chosen = await this.#chosenAmong(ids.filter((id) => !before.has(id)));
    const played = await playedBySet(database, ids);
    const unreadable = await this.#unreadableAmong(ids, before);
    const runBefore = await database.syncRuns.get(next.startedAt);
    let run = runBefore;
    const { lastSyncedAt } = await this.#writes.overview();
    const read: ReadTitle[] = [];
    const changed = rows.flatMap((row) => {
      const id = row.npCommunicationId;
      const title = before.get(id);
      if (title !== undefined && title.absence === null && isSameRow<Title>(title, row)) return [];
      if (!unreadable.has(id)) {
        read.push({ known: title, row });
        run = run && reportedRow(run, title, row);
      }
      const facts = playedFacts(row, played.get(id) ?? []);
      const choice = chosen.get(id) ?? newChoice;
      const known = title
        ? { ...title, fetched: fetchedBefore(title, row, lastSyncedAt) }
        : { choice, fetched: NOTHING_FETCHED, tally: null };
      return [{ ...known, ...row, ...facts, absence: null }];
    });
    await database.titles.bulkPut(changed);
    const isFirst = runBefore?.isFirst ?? true;
    await recordTitles(database, read, { isFirst, now: this.#writes.now() });
    if (run !== undefined && runBefore !== undefined) await this.#storeRun(runBefore, run);
  }

  /** Stored titles that cannot be read: fetched again they are no news. */
  async #unreadableAmong(
    ids: readonly string[],
    readable: ReadonlyMap<string, LibraryTitle>,
  ): Promise<ReadonlySet<string>> {
    const missing = ids.filter((id) => !readable.has(id));
    const { titles } = this.#writes.database;
    const keys = await titles.where('npCommunicationId').anyOf(missing).primaryKeys();
    return new Set(keys);
  }

  /** What the player has picked outlives the titles that it is about. */
  async #chosenAmong(ids: readonly string[]): Promise<Map<string, Choice>> {
    const { playerItems } = this.#writes.database;
    const items = await playerItems.bulkGet(ids.map((id) => ['choice', id, WHOLE_SET]));
    return new Map(
      items.flatMap((item) => {
        const choice = CHOICES.find((each) => each === item?.value);
        return item && choice ? [[item.npCommunicationId, choice]] : [];
      }),
    );
  }

  /** New trophies move the level on: the summary is asked for with a whole list only. */
  async #storeRun(before: SyncRun, run: SyncRun): Promise<void> {
    await this.#writes.database.syncRuns.put(run);
    const { summary } = await this.#writes.overview();
    if (summary === null || run.isFirst) return;
    const { newTrophies } = run;
    const since = {
      bronze: newTrophies.bronze - before.newTrophies.bronze,
      silver: newTrophies.silver - before.newTrophies.silver,
      gold: newTrophies.gold - before.newTrophies.gold,
      platinum: newTrophies.platinum - before.newTrophies.platinum,
    };
    await this.#writes.changeOverview({ summary: summaryWith(summary, since) });
  }

  async #endWholeList(next: Cursor, now: number): Promise<void> {
    const { titles, syncRuns } = this.#writes.database;
    const { ids: seen } = await this.#readSoFar();
    const unseen = (await titles.toCollection().primaryKeys()).filter((id) => !seen.has(id));
    const unlisted = await this.#titlesAmong(unseen);
    // Neither to be drawn nor to be had again.
    await titles.bulkDelete(unseen.filter((id) => !unlisted.has(id)));
    const missed = [...unlisted.values()].filter(({ absence }) => absence?.isSure !== true);
    await titles.bulkPut(
      missed.map((title) => ({ ...title, absence: absenceAfter(title, seen, now) })),
    );
    const gone = missed.filter(({ absence }) => absence !== null).map(idOf);
    const run = await syncRuns.get(next.startedAt);
    if (run !== undefined && gone.length > 0) await syncRuns.put({ ...run, gone });
    await dropOlder(this.#writes.database, 'titles', next.startedAt);
    await this.#writes.changeOverview({ wholeListAt: now });
  }
}

/** What is fetched of a title, with the reading up to which it was all that there is. */
function fetchedBefore(
  { fetched, ...title }: LibraryTitle,
  row: Title,
  readAt: number | null,
): FetchedAnswers {
  const key = earnedKey(title);
  const isLeft = fetched.earned === key && earnedKey(row) !== key;
  return isLeft ? { ...fetched, agreedUntil: readAt } : fetched;
}

function idOf({ npCommunicationId }: Title): string {
  return npCommunicationId;
}

/** A played game keeps its match: which sets belong to a game never changes. Media apps have none. */
function rowOf(game: PlayedGame, before: PlayedGameRow | undefined): PlayedGameRow {
  return {
    ...game,
    npCommunicationIds: before?.npCommunicationIds ?? [],
    matched: isMediaApp(game) ? 1 : (before?.matched ?? 0),
  };
}
