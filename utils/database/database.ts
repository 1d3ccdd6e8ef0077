import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Cause } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/connection/player';
import type { PlayerItem, StoredItem } from '../domain/library/player-item';
import type { PlayDays, PlayedListDays } from '../domain/history/play-days';
import type { SetVersion } from '../domain/history/set-versions';
import type { TrophyEvent } from '../domain/history/trophy-events';
import type { SetEarnings } from '../domain/numbers/earnings';
import { UNKNOWN_LIST, type KnownList } from '../domain/sync/known-list';
import type { ListName } from '../domain/sync/list-reading';
import type { Refusal } from '../domain/sync/refusal';
import type { NothingMissing } from '../domain/sync/nothing-missing';
import type { SyncGap } from '../domain/sync/sync-status';
import type { SyncRun } from '../domain/sync/sync-run';
import type { StoredOpenedGame, StoredRequest } from '../domain/sync/next-sync-action';
import type { LibraryTitle, PlayedGame } from '../domain/library/title';
import type { Cursor } from '../sync/ports';
import { databaseName } from './library-name';
import type { PackedSet, StoredSet } from './packed-set';

/** A game of the played list, and the trophy sets that belong to it. */
export interface PlayedGameRow extends PlayedGame {
  npCommunicationIds: string[];
  /** 0 until Sony was asked for its sets; a number, since IndexedDB cannot index a boolean. */
  matched: 0 | 1;
  /** Its sets were asked for in vain last, or sets were named that no list has. */
  refusal: Refusal | null;
}

/** The sync under way. */
export interface CursorRow extends Cursor {
  id: 'library';
}

/** What is known of the library as a whole. */
export interface OverviewRow {
  id: 'library';
  player: Player | null;
  summary: TrophySummary | null;
  lastSyncedAt: number | null;
  /** Up to when Sony's list of titles is known: what was earned since, nobody has asked. Null where no build noted it. */
  titlesReadAt: number | null;
  gaps: SyncGap[];
  /** When Sony's sum and the player's profile were read last. */
  summaryAt: number | null;
  profileAt: number | null;
  lists: Record<ListName, KnownList>;
  /** The played list was read to its end, and what is stored of it has no hole. */
  hasPlayedList: boolean;
  /** Titles may say something else than the played list does. */
  isJoinPending: boolean;
  hasPicks: boolean;
  /** Null where something is missing, or may be. */
  nothingMissing: NothingMissing | null;
  /** The player has made them; until then they are only a start. */
  hasChosen: boolean;
  /** When it was found that the browser had lost what was here before; null where it has not, or the player knows. */
  lostAt: number | null;
  /** Up to when the player has seen what syncs have found; null where they never looked. */
  newsSeenUpTo: number | null;
  /** Games whose platinums were closest when a sync ended last that had found anything, the closest first. */
  closestPlatinums: string[];
  /** The last set whose earnings an earlier build had not stored and this one has; null once no set lacks them. */
  earningsFilledTo: string | null;
  /** The same of titles: which of their trophies are open. */
  openFilledTo: string | null;
  /** The same of titles: whether and when their base game was done. */
  baseFilledTo: string | null;
}

/** What Sony said in a shape that cannot be read, noted so that it costs itself only. Field paths, never values. */
export interface UnreadEntry {
  id: string;
  list: 'titles' | 'played-games' | 'trophies';
  /** The title, where it could be read. */
  npCommunicationId: string | null;
  fields: string[];
  /** Why there was no answer to read; null where there was one. */
  cause: Cause | null;
  seenAt: number;
}

/** A page of a list that a reading of the sync under way has met. */
export interface MetPage {
  list: ListName;
  /** Its number among the pages that this sync has met. */
  id: string;
  /** Which reading has met it. */
  reading: number;
  /** Its rows by name, or by number where that could not be read. */
  ids: string[];
}

export const EMPTY_OVERVIEW: OverviewRow = {
  id: 'library',
  player: null,
  summary: null,
  lastSyncedAt: null,
  titlesReadAt: null,
  gaps: [],
  summaryAt: null,
  profileAt: null,
  lists: { titles: UNKNOWN_LIST, 'played-games': UNKNOWN_LIST },
  hasPlayedList: false,
  isJoinPending: false,
  hasPicks: false,
  nothingMissing: null,
  hasChosen: false,
  lostAt: null,
  newsSeenUpTo: null,
  closestPlatinums: [],
  earningsFilledTo: null,
  openFilledTo: null,
  baseFilledTo: null,
};

/** One account's library. Erasing an account is deleting its database. Opened by `open-library.ts` only. */
export class LibraryDatabase extends Dexie {
  declare titles: EntityTable<LibraryTitle, 'npCommunicationId'>;
  declare trophySets: Table<StoredSet, string, PackedSet>;
  declare earnings: EntityTable<SetEarnings, 'npCommunicationId'>;
  declare playedGames: EntityTable<PlayedGameRow, 'npTitleId'>;
  declare playerItems: Table<
    StoredItem,
    [kind: string, npCommunicationId: string, id: number],
    PlayerItem
  >;
  declare overview: EntityTable<OverviewRow, 'id'>;
  declare unreadRows: EntityTable<UnreadEntry, 'id'>;
  declare syncRuns: EntityTable<SyncRun, 'startedAt'>;
  declare syncCursor: EntityTable<CursorRow, 'id'>;
  declare metRows: Table<MetPage, [list: ListName, id: string]>;
  declare syncRequests: EntityTable<StoredRequest, 'number'>;
  declare openedGames: EntityTable<StoredOpenedGame, 'number'>;
  declare setVersions: Table<SetVersion, [npCommunicationId: string, seenAt: number]>;
  declare trophyEvents: Table<TrophyEvent, [seenAt: number, n: number]>;
  declare playDays: Table<PlayDays, [npTitleId: string, month: string]>;
  declare playedListDays: EntityTable<PlayedListDays, 'month'>;

  constructor(accountId: string, options: DexieOptions = {}) {
    super(databaseName(accountId), options);
    this.version(1).stores({
      // A title without an absence is not in its index.
      titles: 'npCommunicationId, lastPlayedAt, lastUpdatedAt, absence.missedAt',
      trophySets: 'npCommunicationId',
      playedGames: 'npTitleId, *npCommunicationIds, [matched+lastPlayedAt]',
      playerItems: '[kind+npCommunicationId+trophyId], npCommunicationId',
      overview: 'id',
      unreadRows: 'id, list',
      syncRuns: 'startedAt',
      syncCursor: 'id',
      metRows: '[list+id]',
      syncRequests: '++number',
      openedGames: '++number, npCommunicationId',
      setVersions: '[npCommunicationId+seenAt], seenAt',
      trophyEvents: '[seenAt+n], npCommunicationId',
      playDays: '[npTitleId+month]',
      playedListDays: 'month',
    });
    // Trophies are packed in another way, as each set is stored again: a build that cannot read them keeps out.
    this.version(2).stores({});
    // Its index has no set without a date.
    this.version(3).stores({ earnings: 'npCommunicationId, lastAt' });
  }
}

export type TableName = {
  [Name in keyof LibraryDatabase]: LibraryDatabase[Name] extends Pick<Table, 'hook' | 'bulkPut'>
    ? Name
    : never;
}[keyof LibraryDatabase];

/** The last version of the earlier build's, in the browser's own count. */
const LAST_EARLIER = 20;

/** True of a database of the earlier build's: every one of this build's has the table, and none of that one's. */
export function isEarlier({ version, objectStoreNames }: IDBDatabase): boolean {
  return version <= LAST_EARLIER && !objectStoreNames.contains('playerItems');
}
