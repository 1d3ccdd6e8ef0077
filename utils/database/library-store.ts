import { Dexie } from 'dexie';
import type { Player, TrophySummary } from '../domain/player';
import type { RecentTitle, SyncGap } from '../domain/snapshot';
import {
  isMediaApp,
  joinPlayed,
  type LibraryTitle,
  type PlayedGame,
  type Title,
} from '../domain/title';
import type { Cursor, LibraryGlance, LibraryStore, Page } from '../sync/ports';
import type { LibraryDatabase, OverviewRow, PlayedGameRow, SetAsideRow } from './database';

const KEY = 'library';
const RECENT = 3;
/** The games that were played last are joined as they come; the rest in one go, so that the list stands still. */
const JOINED_AT_ONCE = 50;
const EMPTY: OverviewRow = {
  id: KEY,
  player: null,
  summary: null,
  lastSyncedAt: null,
  gaps: [],
};

/** Writes of a sync. Every method is one transaction: rows and the cursor that speaks of them stand or fall together. */
export class DexieLibraryStore implements LibraryStore {
  readonly #database: LibraryDatabase;
  readonly #now: () => number;
  readonly #signal: AbortSignal;

  /** @param signal ends all writing: nothing may come back after a wipe */
  constructor(database: LibraryDatabase, now: () => number, signal: AbortSignal) {
    this.#database = database;
    this.#now = now;
    this.#signal = signal;
  }

  async cursor(): Promise<Cursor | null> {
    return (await this.#database.cursor.get(KEY)) ?? null;
  }

  begin(cursor: Cursor): Promise<void> {
    return this.#transaction(async (database) => {
      if (cursor.done === 0) await database.setAside.clear();
      await this.keepCursor(cursor);
    });
  }

  async keepCursor(cursor: Cursor): Promise<void> {
    this.#signal.throwIfAborted();
    await this.#database.cursor.put({ ...cursor, id: KEY });
  }

  keepTitles(page: Page<Title>, next: Cursor): Promise<void> {
    return this.#transaction(async (database) => {
      const played = await this.#playedBySet(page.rows.map((title) => title.npCommunicationId));
      await database.titles.bulkPut(
        page.rows.map((title) => joinPlayed(title, played.get(title.npCommunicationId) ?? [])),
      );
      await this.#keepUnread('titles', page, next);
      await this.keepCursor(next);
    });
  }

  keepPlayedGames(page: Page<PlayedGame>, next: Cursor): Promise<void> {
    return this.#transaction(async (database) => {
      const held = await database.playedGames.bulkGet(page.rows.map((game) => game.npTitleId));
      const rows = page.rows.map((game, index) => rowOf(game, held[index]));
      await database.playedGames.bulkPut(rows);
      await this.#rejoin(rows.flatMap((row) => row.npCommunicationIds));
      await this.#keepUnread('played-games', page, next);
      await this.keepCursor(next);
    });
  }

  async seenTitleCount(): Promise<number> {
    const { titles, setAside } = this.#database;
    const aside = await setAside.filter(({ list }) => list === 'titles').count();
    return (await titles.count()) + aside;
  }

  async unmatched(limit: number): Promise<string[]> {
    return this.#unmatched().reverse().limit(limit).primaryKeys();
  }

  unmatchedCount(): Promise<number> {
    return this.#unmatched().count();
  }

  keepSets(sets: ReadonlyMap<string, readonly string[]>, next: Cursor): Promise<void> {
    return this.#transaction(async (database) => {
      for (const [npTitleId, npCommunicationIds] of sets) {
        await database.playedGames.update(npTitleId, {
          npCommunicationIds: [...npCommunicationIds],
          matched: 1,
        });
      }
      if (next.done <= JOINED_AT_ONCE) await this.#rejoin([...sets.values()].flat());
      await this.keepCursor(next);
    });
  }

  async keepPlayer(player: Player): Promise<void> {
    await this.#changeOverview({ player });
  }

  async keepSummary(summary: TrophySummary): Promise<void> {
    await this.#changeOverview({ summary });
  }

  joinPlayedGames(): Promise<void> {
    return this.#transaction(async (database) => {
      await this.#rejoin(await database.titles.toCollection().primaryKeys());
    });
  }

  finish(finishedAt: number, gaps: SyncGap[]): Promise<void> {
    return this.#transaction(async (database) => {
      await this.#changeOverview({ lastSyncedAt: finishedAt, gaps });
      await database.cursor.delete(KEY);
    });
  }

  async glance(): Promise<LibraryGlance> {
    const { titles, overview } = this.#database;
    const [titleCount, unreadCount, recent, held] = await Promise.all([
      titles.count(),
      this.#database.setAside.count(),
      titles.orderBy('lastPlayedAt').reverse().limit(RECENT).toArray(),
      overview.get(KEY),
    ]);
    const { player, summary, lastSyncedAt, gaps } = held ?? EMPTY;
    return {
      player,
      summary,
      lastSyncedAt,
      gaps,
      titleCount,
      unreadCount,
      recentTitles: recent.map(recentOf),
    };
  }

  #transaction(work: (database: LibraryDatabase) => Promise<void>): Promise<void> {
    const database = this.#database;
    this.#signal.throwIfAborted();
    return database.transaction('rw', database.tables, async () => {
      this.#signal.throwIfAborted();
      await work(database);
    });
  }

  #unmatched() {
    return this.#database.playedGames
      .where('[matched+lastPlayedAt]')
      .between([0, Dexie.minKey], [0, Dexie.maxKey]);
  }

  async #playedBySet(ids: string[]): Promise<Map<string, PlayedGame[]>> {
    const games = await this.#database.playedGames
      .where('npCommunicationIds')
      .anyOf(ids)
      .distinct()
      .toArray();
    const bySet = new Map<string, PlayedGame[]>();
    for (const game of games) {
      for (const id of game.npCommunicationIds) bySet.set(id, [...(bySet.get(id) ?? []), game]);
    }
    return bySet;
  }

  /** Brings the last played instant and playtime of these titles in line with the played list. */
  async #rejoin(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const unique = [...new Set(ids)];
    const [played, titles] = await Promise.all([
      this.#playedBySet(unique),
      this.#database.titles.bulkGet(unique),
    ]);
    await this.#database.titles.bulkPut(
      titles
        .filter((title) => title !== undefined)
        .map((title) => joinPlayed(title, played.get(title.npCommunicationId) ?? [])),
    );
  }

  async #keepUnread(list: SetAsideRow['list'], page: Page<unknown>, next: Cursor): Promise<void> {
    await this.#database.setAside.bulkPut(
      page.unread.map((row, index) => ({
        id: `${list}/${row.id ?? `row ${String(index)} before ${String(next.offset)}`}`,
        list,
        fields: row.fields,
        seenAt: this.#now(),
      })),
    );
  }

  async #changeOverview(change: Partial<OverviewRow>): Promise<void> {
    const { overview } = this.#database;
    this.#signal.throwIfAborted();
    await this.#database.transaction('rw', overview, async () => {
      const held = await overview.get(KEY);
      await overview.put({ ...(held ?? EMPTY), ...change });
    });
  }
}

/** A played game keeps its match: which sets belong to a game never changes. Media apps have none. */
function rowOf(game: PlayedGame, held: PlayedGameRow | undefined): PlayedGameRow {
  return {
    ...game,
    npCommunicationIds: held?.npCommunicationIds ?? [],
    matched: isMediaApp(game) ? 1 : (held?.matched ?? 0),
  };
}

function recentOf(title: LibraryTitle): RecentTitle {
  const { npCommunicationId, name, iconUrl, platforms, progress, earned, lastPlayedAt } = title;
  return { npCommunicationId, name, iconUrl, platforms, progress, earned, lastPlayedAt };
}
