import type { Followed } from '../domain/sync/followed';
import { isWholeDue, wasEverRead } from '../domain/sync/known-list';
import { reportedRow } from '../domain/sync/title-changes';
import { aNewRun } from '../domain/sync/sync-run';
import type { Pause, StoredRequest } from '../domain/sync/next-sync-action';
import type { SyncGap } from '../domain/sync/sync-status';
import type {
  Cursor,
  LibraryExcerpt,
  SeenTo,
  StoredSync,
  SyncNews,
  SyncStore,
} from '../sync/ports';
import { readExcerpt } from './excerpt';
import { closestPlatinums } from './glance';
import { pruneHistory } from './history-writes';
import { rejoin } from './played-join';
import { addOpened } from './opened-games';
import { MISSING_TABLES, stillMissing } from './still-missing';
import { leaveToSync } from './unread-rows';
import { dropUnreadableNotes, unreadableKeys } from './unreadable-rows';
import { readUntoldNews } from './untold-news';
import { KEY, type Writes } from './writes';

/** The sync under way and what was asked of it, as rows: each change of what is to be done is one transaction. */
export class DexieSyncStore implements SyncStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  read(): Promise<StoredSync> {
    const tables = ['syncCursor', 'syncRequests', 'openedGames', 'overview'] as const;
    return this.#writes.read(tables, async (database) => {
      const { lastSyncedAt, gaps } = await this.#writes.overview();
      return {
        cursor: (await database.syncCursor.get(KEY)) ?? null,
        requests: await database.syncRequests.toArray(),
        opened: await database.openedGames.reverse().toArray(),
        lastSyncedAt,
        gaps,
      };
    });
  }

  /** Where a stored row of a list cannot be read, the list is read to its end. */
  async begin(
    cursor: Cursor,
    seenTo: SeenTo,
    followed: Pick<Followed, 'everyGame'>,
  ): Promise<void> {
    const tables = [
      ...(['syncRuns', 'metRows', 'syncRequests', 'openedGames', 'overview'] as const),
      ...MISSING_TABLES,
    ];
    const unreadable = await this.#unreadableIn(cursor);
    const whole = cursor.whole || unreadable.titles.length > 0;
    return this.#writes.transaction(tables, async (database) => {
      await dropUnreadableNotes(database);
      const past = await database.syncCursor.get(KEY);
      if (past !== undefined) await this.#endRun(past, 'stopped', followed);
      if (cursor.trigger !== null) {
        const isFirst = !wasEverRead((await this.#writes.overview()).lists.titles);
        const run = aNewRun(cursor.startedAt, cursor.trigger, isFirst);
        // A first one that was cut off has left games: they are no news of this one, and yet part of what is found.
        const left = isFirst ? await database.titles.toArray() : [];
        await database.syncRuns.put(
          left.reduce((found, row) => reportedRow(found, undefined, row), run),
        );
      }
      await database.metRows.clear();
      await leaveToSync(database, cursor.startedAt);
      if (unreadable.games.length > 0) {
        await database.playedGames.bulkDelete(unreadable.games);
        await this.#writes.changeOverview({ hasPlayedList: false });
      }
      const { nothingMissing } = await this.#writes.overview();
      if (nothingMissing !== null) await this.#writes.changeOverview({ nothingMissing: null });
      await this.#resume({ ...cursor, whole, nothingMissing }, seenTo);
    });
  }

  resume(cursor: Cursor, seenTo: SeenTo): Promise<void> {
    const tables = ['syncCursor', 'syncRequests', 'openedGames', 'unreadRows'] as const;
    return this.#writes.transaction(tables, async (database) => {
      const { opened } = seenTo;
      const since = opened.flatMap((game) => (game.isTaken ? [] : [game.npCommunicationId]));
      await leaveToSync(database, cursor.startedAt, (id) => id !== null && since.includes(id));
      await this.#resume(cursor, seenTo);
    });
  }

  storeCursor(cursor: Cursor): Promise<void> {
    return this.#writes.transaction(['syncCursor', 'syncRuns'], async (database) => {
      await database.syncCursor.put({ ...cursor, id: KEY });
      // Also while it waits its report says what it has taken so far.
      await database.syncRuns.update(cursor.startedAt, { requests: cursor.requests });
    });
  }

  stop(cursor: Cursor | null, requests: readonly StoredRequest[]): Promise<void> {
    const tables = ['syncCursor', 'syncRequests', 'syncRuns'] as const;
    return this.#writes.transaction(tables, async (database) => {
      await database.syncRequests.bulkDelete(requests.map(({ number }) => number));
      if (cursor === null) return;
      await database.syncCursor.put({ ...cursor, id: KEY });
      await database.syncRuns.update(cursor.startedAt, { requests: cursor.requests });
    });
  }

  drop({ requests, opened }: SeenTo): Promise<void> {
    return this.#writes.transaction(['syncRequests', 'openedGames'], async (database) => {
      await database.syncRequests.bulkDelete(requests.map(({ number }) => number));
      await database.openedGames.bulkDelete(opened.map(({ number }) => number));
    });
  }

  queueGames(requests: readonly StoredRequest[]): Promise<void> {
    return this.#writes.transaction(['syncRequests', 'openedGames'], async (database) => {
      for (const { number, npCommunicationId } of requests) {
        await database.syncRequests.delete(number);
        if (npCommunicationId !== null) await addOpened(database, npCommunicationId);
      }
    });
  }

  postpone({ number, tries }: StoredRequest, pause: Pause, stopped: Cursor): Promise<void> {
    const tables = ['syncRequests', 'syncCursor'] as const;
    return this.#writes.transaction(tables, async ({ syncRequests, syncCursor }) => {
      await syncRequests.update(number, { tries: tries + 1, pause });
      await syncCursor.put({ ...stopped, id: KEY });
    });
  }

  joinPlayedGames(): Promise<void> {
    return this.#writes.transaction(['overview', 'titles', 'playedGames'], async (database) => {
      if (!(await this.#writes.overview()).isJoinPending) return;
      await rejoin(database, await database.titles.toCollection().primaryKeys());
      await this.#writes.changeOverview({ isJoinPending: false });
    });
  }

  news({ startedAt }: Cursor): Promise<SyncNews> {
    return this.#writes.read(['syncRuns', 'titles'], (database) =>
      readUntoldNews(database, startedAt),
    );
  }

  finish(
    cursor: Cursor,
    again: Pause | null,
    followed: Pick<Followed, 'everyGame'>,
  ): Promise<void> {
    const tables = [
      ...(['syncRuns', 'openedGames', 'overview', 'syncRequests'] as const),
      ...MISSING_TABLES,
    ];
    return this.#writes.transaction(tables, async (database) => {
      await this.#endRun(cursor, 'complete', followed);
      // Where nothing was found they are as they were: reading all titles takes a while.
      if (cursor.changed > 0 || cursor.done > 0) {
        // Where they cannot be read the next one works that out: it takes no end back.
        const titles = await database.titles.toArray().catch(() => null);
        if (titles !== null)
          await this.#writes.changeOverview({ closestPlatinums: closestPlatinums(titles) });
      }
      const isOfAll = cursor.trigger === 'daily' || cursor.trigger === 'by-hand';
      const isOfGaps = isOfAll || cursor.again > 0;
      if (isOfAll) await this.#writes.changeOverview({ lastSyncedAt: this.#writes.now() });
      await this.#writes.changeOverview({
        gaps: isOfGaps ? cursor.gaps : gapsWith(cursor.gaps, (await this.#writes.overview()).gaps),
      });
      // What was wished for since it was found, the next one plans.
      const isWished =
        (await database.syncRequests.filter(({ kind }) => kind !== 'gaps').count()) > 0;
      if (!isWished) await this.#writes.changeOverview({ nothingMissing: cursor.nothingMissing });
      if (isOfGaps || again !== null) await this.#tryAgain(cursor, again);
      // It has tried; those that were opened since stay for the next.
      await database.openedGames.filter(({ isTaken }) => isTaken).delete();
      await database.syncCursor.delete(KEY);
    });
  }

  prune(): Promise<void> {
    return this.#writes.transaction(['syncRuns', 'trophyEvents', 'setVersions'], pruneHistory);
  }

  excerpt(followed: Pick<Followed, 'everyGame'>): Promise<LibraryExcerpt> {
    return readExcerpt(this.#writes, followed);
  }

  /**
   * Before it writes: reading everything takes a while, and others want to write. No day is worth that: it is done when
   * the player syncs, who may have read of such rows, and weekly.
   */
  async #unreadableIn({ phase, trigger }: Cursor): Promise<{ titles: string[]; games: string[] }> {
    const { lists } = await this.#writes.overview();
    const isDue = trigger === 'by-hand' || isWholeDue(lists.titles, this.#writes.now());
    if (phase !== 'titles' || !isDue) return { titles: [], games: [] };
    return this.#writes.read(['titles', 'playedGames'], async ({ titles, playedGames }) => ({
      titles: await unreadableKeys(titles),
      games: await unreadableKeys(playedGames),
    }));
  }

  /** What was asked for is part of the sync from here on. */
  async #resume(cursor: Cursor, { requests, opened }: SeenTo): Promise<void> {
    const { syncCursor, syncRequests, openedGames } = this.#writes.database;
    await syncCursor.put({ ...cursor, id: KEY });
    // A game that is asked for by name and what is tried again last until they are had.
    const numbers = requests.flatMap(({ kind, number }) =>
      kind === 'game' || kind === 'gaps' ? [] : [number],
    );
    await syncRequests.bulkDelete(numbers);
    for (const { number } of opened) await openedGames.update(number, { isTaken: true });
  }

  async #tryAgain({ again: tries }: Cursor, pause: Pause | null): Promise<void> {
    const { syncRequests } = this.#writes.database;
    await syncRequests.filter(({ kind }) => kind === 'gaps').delete();
    if (pause === null) return;
    const request = { kind: 'gaps' as const, npCommunicationId: null, tries: tries + 1, pause };
    await syncRequests.add(request);
  }

  async #endRun(
    cursor: Cursor,
    outcome: 'complete' | 'stopped',
    { everyGame }: Pick<Followed, 'everyGame'>,
  ): Promise<void> {
    const { database } = this.#writes;
    const { syncRuns } = database;
    const { requests, gaps, trigger } = cursor;
    const run = trigger === null ? undefined : await syncRuns.get(cursor.startedAt);
    if (run === undefined) return;
    const finishedAt = this.#writes.now();
    const { hasChosen } = await this.#writes.overview();
    const missing = { everyGame, now: finishedAt };
    const noted = await stillMissing(database, { gaps: [], hasChosen }, missing);
    const unread = noted.unread.length;
    await syncRuns.put({ ...run, requests, gaps, unread, finishedAt, outcome });
  }
}

/** What a sync of some games went without, with what all others did. */
function gapsWith(gaps: readonly SyncGap[], before: readonly SyncGap[]): SyncGap[] {
  return [...before.filter(({ phase }) => gaps.every((gap) => gap.phase !== phase)), ...gaps];
}
