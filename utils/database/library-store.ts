import { Dexie } from 'dexie';
import type { TrophySummary } from '../domain/player';
import { aNewRun, RUNS_KEPT, type SyncRun } from '../domain/sync-run';
import { absenceAfter } from '../domain/title-list';
import {
  isMediaApp,
  NOTHING_HELD,
  playedFacts,
  type Choice,
  type PlayedGame,
  type Title,
} from '../domain/title';
import { summaryWith } from '../domain/trophy-level';
import { isChanged, reportedRow } from '../domain/what-changed';
import type { Cursor, HeldLibrary, LibraryStore, ListEnd, Page, SyncNews } from '../sync/ports';
import type { LibraryDatabase, PlayedGameRow } from './database';
import { playedBySet, rejoin } from './played-join';
import { dropOlder, dropRead, keepUnread } from './set-aside';
import { KEY, type Writes } from './writes';

/** The games that were played last are joined as they come; the rest in one go, so that the list stands still. */
const JOINED_AT_ONCE = 50;

/** What a sync reads and writes of the lists: rows and the cursor that speaks of them stand or fall together. */
export class DexieLibraryStore implements LibraryStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  async cursor(): Promise<Cursor | null> {
    return (await this.#database.cursor.get(KEY)) ?? null;
  }

  begin(cursor: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      const past = await database.cursor.get(KEY);
      if (past !== undefined) await this.#endRun(past, 'stopped');
      if (cursor.trigger !== null) {
        const isFirst = (await this.#writes.overview()).wholeListAt === null;
        await database.runs.put(aNewRun(cursor.startedAt, cursor.trigger, isFirst));
      }
      await database.cursor.put({ ...cursor, id: KEY });
    });
  }

  keepCursor(cursor: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      await database.cursor.put({ ...cursor, id: KEY });
    });
  }

  async held(): Promise<HeldLibrary> {
    const { titles, setAside, playedGames } = this.#database;
    const [overview, rows, unreadTitles, unmatched] = await Promise.all([
      this.#writes.overview(),
      titles.toArray(),
      setAside.filter(({ list }) => list === 'titles').count(),
      playedGames
        .where('[matched+lastPlayedAt]')
        .between([0, Dexie.minKey], [0, Dexie.maxKey])
        .reverse()
        .toArray(),
    ]);
    const { wholeListAt, hasPlayedList, hasPicks, opened, summary } = overview;
    return {
      titles: rows,
      unreadTitles,
      wholeListAt,
      hasPlayedList,
      hasSummary: summary !== null,
      hasPicks,
      opened,
      unmatched: unmatched.map(({ npTitleId, lastPlayedAt }) => ({ npTitleId, lastPlayedAt })),
    };
  }

  keepTitles(page: Page<Title>, end: ListEnd, newChoice: Choice, next: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      const now = this.#writes.now();
      await this.#keepRows(page.rows, newChoice, next);
      await dropRead(database, 'titles', page.rows.map(idOf));
      await keepUnread(database, 'titles', page.unread, now);
      if (end === 'whole') await this.#endWholeList(next, now);
      await database.cursor.put({ ...next, id: KEY });
    });
  }

  keepSummary(summary: TrophySummary, next: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      await this.#writes.changeOverview({ summary });
      await database.cursor.put({ ...next, id: KEY });
    });
  }

  async heldGames(npTitleIds: readonly string[]): Promise<Map<string, PlayedGame>> {
    const rows = await this.#database.playedGames.bulkGet([...npTitleIds]);
    return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.npTitleId, row]])));
  }

  keepPlayedGames(page: Page<PlayedGame>, isEnd: boolean, next: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      const held = await database.playedGames.bulkGet(page.rows.map((game) => game.npTitleId));
      const rows = page.rows.map((game, index) => rowOf(game, held[index]));
      await database.playedGames.bulkPut(rows);
      await rejoin(
        database,
        rows.flatMap((row) => row.npCommunicationIds),
      );
      await dropRead(
        database,
        'played-games',
        page.rows.map((game) => game.npTitleId),
      );
      await keepUnread(database, 'played-games', page.unread, this.#writes.now());
      // Between two pages what is held has a hole, which an overlap would hide.
      await this.#writes.changeOverview({
        hasPlayedList: isEnd,
        // The lists are as Sony has them from here on; trophies may take hours more.
        ...(isEnd ? { lastSyncedAt: this.#writes.now() } : {}),
      });
      await database.cursor.put({ ...next, id: KEY });
    });
  }

  keepSets(sets: ReadonlyMap<string, readonly string[]>, next: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      for (const [npTitleId, npCommunicationIds] of sets) {
        await database.playedGames.update(npTitleId, {
          npCommunicationIds: [...npCommunicationIds],
          matched: 1,
        });
      }
      if (next.matched <= JOINED_AT_ONCE) await rejoin(database, [...sets.values()].flat());
      await database.cursor.put({ ...next, id: KEY });
    });
  }

  pickRecent(since: number): Promise<void> {
    return this.#writes.transaction(async (database) => {
      if ((await this.#writes.overview()).hasPicks) return;
      await database.titles
        .where('lastPlayedAt')
        .above(since)
        .and(({ choice }) => choice === 'left')
        .modify({ choice: 'picked' });
      await this.#writes.changeOverview({ hasPicks: true });
    });
  }

  joinPlayedGames(): Promise<void> {
    return this.#writes.transaction(async (database) => {
      await rejoin(database, await database.titles.toCollection().primaryKeys());
    });
  }

  async news({ startedAt }: Cursor): Promise<SyncNews> {
    const run = await this.#database.runs.get(startedAt);
    const lost = run?.grown.filter(({ lostHundred }) => lostHundred) ?? [];
    return {
      startedAt,
      platinums: await this.#names(run?.newPlatinums ?? []),
      lostHundreds: await this.#names(lost.map(({ npCommunicationId }) => npCommunicationId)),
    };
  }

  finish(cursor: Cursor, opened: readonly string[]): Promise<void> {
    return this.#writes.transaction(async (database) => {
      const isOfAll = cursor.trigger === 'daily' || cursor.trigger === 'by-hand';
      const { now } = this.#writes;
      await this.#endRun(cursor, 'complete');
      await this.#writes.changeOverview({
        opened: (await this.#writes.overview()).opened.filter((id) => !opened.includes(id)),
        ...(isOfAll ? { lastSyncedAt: now(), gaps: cursor.gaps } : {}),
      });
      await database.cursor.delete(KEY);
    });
  }

  get #database(): LibraryDatabase {
    return this.#writes.database;
  }

  async #names(ids: string[]): Promise<string[]> {
    return (await this.#database.titles.bulkGet(ids)).flatMap((title) => title?.name ?? []);
  }

  async #keepRows(rows: readonly Title[], newChoice: Choice, next: Cursor): Promise<void> {
    const { titles, runs } = this.#database;
    const ids = rows.map(idOf);
    const held = new Map(
      (await titles.bulkGet(ids)).map((title) => [title?.npCommunicationId, title]),
    );
    const played = await playedBySet(this.#database, ids);
    const before = await runs.get(next.startedAt);
    let run = before;
    const changed = rows.flatMap((row) => {
      const title = held.get(row.npCommunicationId);
      if (title !== undefined && title.absence === null && !isChanged(title, row)) return [];
      run = run && reportedRow(run, title, row);
      const facts = playedFacts(row, played.get(row.npCommunicationId) ?? []);
      const kept = title ?? { choice: newChoice, held: NOTHING_HELD, tally: null };
      return [{ ...kept, ...row, ...facts, absence: null }];
    });
    await titles.bulkPut(changed);
    if (run !== undefined && before !== undefined) await this.#keepRun(before, run);
  }

  /** New trophies move the level on: the summary is asked for with a whole list only. */
  async #keepRun(before: SyncRun, run: SyncRun): Promise<void> {
    await this.#database.runs.put(run);
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
    const { titles, runs } = this.#database;
    const seen = new Set(next.seen);
    const missed = (await titles.toArray()).filter(({ npCommunicationId, absence }) => {
      return !seen.has(npCommunicationId) && absence?.isSure !== true;
    });
    await titles.bulkPut(
      missed.map((title) => ({ ...title, absence: absenceAfter(title, seen, now) })),
    );
    const gone = missed.filter(({ absence }) => absence !== null).map(idOf);
    const run = await runs.get(next.startedAt);
    if (run !== undefined && gone.length > 0) await runs.put({ ...run, gone });
    await dropOlder(this.#database, 'titles', next.startedAt);
    await this.#writes.changeOverview({ wholeListAt: now });
  }

  async #endRun(cursor: Cursor, outcome: 'complete' | 'stopped'): Promise<void> {
    const { runs, setAside } = this.#database;
    const { requests, gaps, trigger } = cursor;
    const run = trigger === null ? undefined : await runs.get(cursor.startedAt);
    if (run === undefined) return;
    const unread = await setAside.count();
    const finishedAt = this.#writes.now();
    await runs.put({ ...run, requests, gaps, unread, finishedAt, outcome });
    const tooMany = (await runs.count()) - RUNS_KEPT;
    if (tooMany > 0) await runs.orderBy('startedAt').limit(tooMany).delete();
  }
}

function idOf({ npCommunicationId }: Title): string {
  return npCommunicationId;
}

/** A played game keeps its match: which sets belong to a game never changes. Media apps have none. */
function rowOf(game: PlayedGame, held: PlayedGameRow | undefined): PlayedGameRow {
  return {
    ...game,
    npCommunicationIds: held?.npCommunicationIds ?? [],
    matched: isMediaApp(game) ? 1 : (held?.matched ?? 0),
  };
}
