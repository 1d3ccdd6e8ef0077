import type { Cause } from '../domain/failure';
import type { BudgetLeft } from '../domain/forecast';
import type { Player, TrophySummary } from '../domain/player';
import type { RecentTitle, SyncGap, SyncStatus } from '../domain/snapshot';
import type { SyncRun } from '../domain/sync-run';
import type { Choice, LibraryTitle, NpServiceName, PlayedGame, Title } from '../domain/title';
import type { TrophyMark } from '../domain/trophy-mark';
import type { TrophyDefinition, TrophyGroup, TrophyState } from '../domain/trophy-set';
import type { Cursor } from './cursor';

export type { Cursor } from './cursor';

/** A row of Sony's that could not be read: its id where that could be, and the fields that differ. */
export interface UnreadRow {
  id: string | null;
  fields: string[];
}

/** Rows of Sony's, and those that could not be read. */
export interface Rows<Row> {
  rows: Row[];
  unread: UnreadRow[];
}

/** One page of a list. `nextOffset` is null on the last one; `total` is Sony's count over all pages. */
export interface Page<Row> extends Rows<Row> {
  nextOffset: number | null;
  total: number;
}

/** A trophy set by the two names that Sony wants of it. */
export interface SetName {
  npCommunicationId: string;
  npServiceName: NpServiceName;
}

/** The account's library as Sony has it. Each is one request. */
export interface PsnLibrary {
  /** Up to 800 trophy sets, newest change first. */
  titles(offset: number): Promise<Page<Title>>;
  summary(): Promise<TrophySummary>;
  /** Up to 200 played games, last played first. */
  playedGames(offset: number, limit: number): Promise<Page<PlayedGame>>;
  /** The trophy sets of up to five played games; a game that Sony does not know has none. */
  setsOf(npTitleIds: readonly string[]): Promise<Map<string, string[]>>;
  /** All trophies of a set, as everybody has them. */
  definitions(set: SetName): Promise<Rows<TrophyDefinition>>;
  groups(set: SetName): Promise<TrophyGroup[]>;
  /** All trophies of a set, as the player has them. */
  earned(set: SetName): Promise<Rows<TrophyState>>;
}

/** A played game whose trophy sets are not known yet. */
export interface UnmatchedGame {
  npTitleId: string;
  lastPlayedAt: number;
}

/** What is held, as far as planning needs it. */
export interface HeldLibrary {
  titles: LibraryTitle[];
  /** Rows of the titles list that could not be read. */
  unreadTitles: number;
  /** When the titles list was read to its end last. */
  wholeListAt: number | null;
  /** The played list was read to its end once, and what is held of it has no hole. */
  hasPlayedList: boolean;
  hasSummary: boolean;
  /** Picks were made, by the player or for a start. */
  hasPicks: boolean;
  /** Games whose pages were opened, the latest first. */
  opened: string[];
  /** Last played first. */
  unmatched: UnmatchedGame[];
}

/** Where reading the titles list has led to: further, to rows that are known, or to its end. */
export type ListEnd = 'more' | 'known' | 'whole';

/** The account's library as this browser has it. Each method is one transaction. */
export interface LibraryStore {
  /** Null where no sync is under way. */
  cursor(): Promise<Cursor | null>;
  /** A sync begins; one that was under way makes way for it. */
  begin(cursor: Cursor): Promise<void>;
  keepCursor(cursor: Cursor): Promise<void>;
  held(): Promise<HeldLibrary>;
  /** @param newChoice what becomes of titles that are new */
  keepTitles(page: Page<Title>, end: ListEnd, newChoice: Choice, next: Cursor): Promise<void>;
  keepSummary(summary: TrophySummary, next: Cursor): Promise<void>;
  /** The held games among these, to find where a page overlaps with what is held. */
  heldGames(npTitleIds: readonly string[]): Promise<Map<string, PlayedGame>>;
  keepPlayedGames(page: Page<PlayedGame>, isEnd: boolean, next: Cursor): Promise<void>;
  keepSets(sets: ReadonlyMap<string, readonly string[]>, next: Cursor): Promise<void>;
  /** Picks the games that were played since, where nothing was picked yet. */
  pickRecent(since: number): Promise<void>;
  /** Brings all titles in line with the played list. */
  joinPlayedGames(): Promise<void>;
  /** What the sync under way has found that is worth a notification. */
  news(cursor: Cursor): Promise<SyncNews>;
  /**
   * The sync is complete.
   * @param opened the opened games that it has seen to
   */
  finish(cursor: Cursor, opened: readonly string[]): Promise<void>;
}

/** The account's trophies as this browser has them. Each method is one transaction. */
export interface TrophyStore {
  keepDefinitions(id: string, answer: Rows<TrophyDefinition>, next: Cursor): Promise<void>;
  keepGroups(id: string, groups: readonly TrophyGroup[], next: Cursor): Promise<void>;
  keepEarned(id: string, answer: Rows<TrophyState>, next: Cursor): Promise<void>;
  /** Sets a set aside whose trophies were not to be had. */
  setAside(id: string, cause: Cause, next: Cursor): Promise<void>;
}

/** What the player does to the library, and what the snapshot shows of it. Each method is one transaction. */
export interface LibraryDesk {
  keepPlayer(player: Player): Promise<void>;
  glance(): Promise<LibraryGlance>;
  choose(choices: ReadonlyMap<string, Choice>): Promise<void>;
  keepOpened(npCommunicationId: string): Promise<void>;
  keepMark(mark: TrophyMark): Promise<void>;
}

/** What the snapshot shows of the library. */
export interface LibraryGlance {
  player: Player | null;
  titleCount: number;
  recentTitles: RecentTitle[];
  summary: TrophySummary | null;
  lastSyncedAt: number | null;
  gaps: SyncGap[];
  unreadCount: number;
  hasChosen: boolean;
  lastRun: SyncRun | null;
}

/** What of a sync is worth a notification: games by their names. */
export interface SyncNews {
  /** Which sync: when it started. */
  startedAt: number;
  platinums: string[];
  lostHundreds: string[];
}

/** The request budget as it stands. */
export interface BudgetNow extends BudgetLeft {
  /** When so many requests may be made at once, in milliseconds since 1970. */
  freesAt(requests: number): number;
}

/** What a sync needs besides. */
export interface SyncSurroundings {
  now(): number;
  isOnline(): boolean;
  /** Requests for data that this worker has made so far. */
  requestsMade(): number;
  budget(): Promise<BudgetNow>;
  /** The player's choices, as they stand. */
  settings(): Promise<{ everyGame: boolean; picksNewGames: boolean }>;
  /** Makes sure that the connection is as fresh as it can be. */
  prepare(): Promise<void>;
  /** Tries to get the connection back that Sony has ended. True where a sync can go on. */
  mend(): Promise<boolean>;
  /** Tells the pages how it stands. */
  report(status: SyncStatus): Promise<void>;
  /** Tells the player what a sync has found, where they want that. Safe to repeat. */
  announce(news: SyncNews): Promise<void>;
  /** Asks for the sync to be resumed at this instant, also if the worker dies before. */
  wakeAt(instant: number): Promise<void>;
  stopWaking(): Promise<void>;
}
