import type { SyncTime } from '../domain/sync/daily-sync';
import type { Failure } from '../domain/failure';
import type { SaidPlayer } from '../domain/connection/player';
import type { Snapshot } from '../domain/sync/snapshot';
import type { PsnLibrary } from './sony-port';
import type { AtRest, ListStore, SyncNews, SyncStore, TrophyStore } from './store-ports';

export type { Cursor } from './cursor';
export type * from './sony-port';
export type * from './store-ports';

/** The request budget as it stands. */
export interface BudgetNow {
  /** Requests that may be made at once, and how many there are in each window. */
  requests: number;
  aWindow: number;
  /** Until when half of Sony's limit is left to somebody else; null where all of it is used. */
  halvedUntil: number | null;
  /** When so many requests may be made at once, in milliseconds since 1970. */
  freesAt(requests: number): number;
}

/** One account's library, opened for a sync. */
export interface OpenLibrary {
  sync: SyncStore;
  lists: ListStore;
  trophies: TrophyStore;
  close(): void;
}

/** What a sync needs of the rest. */
export interface SyncPorts {
  /** Runs the work alone, in whatever context; waits for its turn. */
  exclusively<Value>(name: 'sync', work: () => Promise<Value>): Promise<Value>;
  /** The account that is connected; null where none is. */
  accountToSync(): Promise<string | null>;
  /**
   * What is stored of its sync where its library is to stay as it is for now, and no sync opens it: an alarm wakes that
   * again. Null where it need not stay so.
   */
  atRest(accountId: string): Promise<AtRest | null>;
  /** Opens an account's library, and makes it where there is none. The signal ends all writing to it. */
  openForSync(accountId: string, signal: AbortSignal): Promise<OpenLibrary>;
  /** The account's library at Sony. After the signal no request goes out any more. */
  psn(accountId: string, signal: AbortSignal): PsnLibrary;
  /** The connected player, as Sony knows them now. */
  player(accountId: string, signal: AbortSignal): Promise<SaidPlayer>;
  /** The time of the daily sync; null where the player syncs by hand only. */
  syncTime(): Promise<SyncTime | null>;
  /** The player's choices, as they stand. */
  settings(): Promise<{ everyGame: boolean; picksNewGames: boolean }>;
  now(): number;
  isOnline(): boolean;
  /** Requests for data that this worker has made so far. */
  requestsMade(): number;
  budget(): Promise<BudgetNow>;
  /** The browser lets us reach Sony. */
  hasAccess(): Promise<boolean>;
  /** The connection works, as far as is known. */
  connectionWorks(): Promise<boolean>;
  /** Makes sure that the connection is as new as it can be. */
  prepare(): Promise<void>;
  /** Sony has refused its own access, and not for the first time: the connection is said not to work. */
  noteRefusedAccess(accountId: string, failure: Failure): Promise<void>;
  /** Sony takes its own access. */
  noteTakenAccess(accountId: string): Promise<void>;
  /** Tries to get the connection back that Sony has ended. True where a sync can go on. */
  reconnect(): Promise<boolean>;
  snapshot(): Promise<Snapshot>;
  publish(snapshot: Snapshot): Promise<void>;
  /** Tells the player what a sync has found, where they want that. Safe to repeat. */
  announce(news: SyncNews): Promise<void>;
  /** Asks for the sync to be woken at this instant, also if the worker dies before. */
  wakeAt(instant: number): Promise<void>;
  stopWaking(): Promise<void>;
}
