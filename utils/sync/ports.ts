import type { Failure } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/player';
import type { RecentTitle, SyncGap, SyncPhase, SyncStatus } from '../domain/snapshot';
import type { PlayedGame, Title } from '../domain/title';

/** A row of Sony's that could not be read: its id where that could be, and the fields that differ. */
export interface UnreadRow {
  id: string | null;
  fields: string[];
}

/** One page of a list. `nextOffset` is null on the last one; `total` is Sony's count over all pages. */
export interface Page<Row> {
  rows: Row[];
  unread: UnreadRow[];
  nextOffset: number | null;
  total: number;
}

/** The account's library as Sony has it. */
export interface PsnLibrary {
  titles(offset: number): Promise<Page<Title>>;
  summary(): Promise<TrophySummary>;
  playedGames(offset: number): Promise<Page<PlayedGame>>;
  /** The trophy sets of up to five played games; a game that Sony does not know has none. */
  setsOf(npTitleIds: readonly string[]): Promise<Map<string, string[]>>;
}

/** How far a sync has come. Stored in the same transaction as the rows that it speaks of. */
export interface Cursor {
  phase: SyncPhase;
  /** The offset of the page to ask for next. */
  offset: number;
  /** How many rows of this phase are stored, of how many: null until Sony has said. */
  done: number;
  total: number | null;
  /** What this sync has had to do without. */
  gaps: SyncGap[];
  /** The titles list is being read a second time, because it had moved under the first. */
  secondLook: boolean;
  /** How often it has stopped in a row without coming further. */
  stops: number;
  /** Why it stopped last and when it goes on, while it is stopped. */
  stopped: { failure: Failure; resumesAt: number } | null;
}

/** The account's library as this browser has it. Each method is one transaction. */
export interface LibraryStore {
  /** Null where no sync is under way. */
  cursor(): Promise<Cursor | null>;
  /** A sync begins: what was set aside is looked at anew. */
  begin(cursor: Cursor): Promise<void>;
  keepCursor(cursor: Cursor): Promise<void>;
  keepTitles(page: Page<Title>, next: Cursor): Promise<void>;
  keepPlayedGames(page: Page<PlayedGame>, next: Cursor): Promise<void>;
  /** Titles that are stored or set aside. */
  seenTitleCount(): Promise<number>;
  /** Played games whose trophy sets were never asked for, last played first. */
  unmatched(limit: number): Promise<string[]>;
  unmatchedCount(): Promise<number>;
  keepSets(sets: ReadonlyMap<string, readonly string[]>, next: Cursor): Promise<void>;
  /** Brings all titles in line with the played list. */
  joinPlayedGames(): Promise<void>;
  keepPlayer(player: Player): Promise<void>;
  keepSummary(summary: TrophySummary): Promise<void>;
  /** The sync is complete. */
  finish(finishedAt: number, gaps: SyncGap[]): Promise<void>;
  glance(): Promise<LibraryGlance>;
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
}

/** What a sync needs besides. */
export interface SyncSurroundings {
  now(): number;
  /** Makes sure that the connection is as fresh as it can be. */
  prepare(): Promise<void>;
  /** Tries to get the connection back that Sony has ended. True where a sync can go on. */
  mend(): Promise<boolean>;
  /** Tells the pages how it stands. */
  report(status: SyncStatus): Promise<void>;
  /** Asks for the sync to be resumed at this instant, also if the worker dies before. */
  wakeAt(instant: number): Promise<void>;
  stopWaking(): Promise<void>;
}
