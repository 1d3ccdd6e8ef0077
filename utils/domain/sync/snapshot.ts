import type { Failure } from '../failure';
import type { Player, TrophySummary } from '../connection/player';
import type { SyncRun } from './sync-run';
import type { LibraryTitle } from '../library/title';

/** The parts of a sync, in their order. Matching finds which played game belongs to which trophy set. */
export const SYNC_PHASES = ['titles', 'summary', 'played-games', 'matching', 'trophies'] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

/** How far a sync has come. What is null is not known yet. */
export interface SyncProgress {
  phase: SyncPhase;
  done: number;
  total: number | null;
  /** Requests to Sony that are still to be made. */
  requestsLeft: number | null;
  /** When it will be over, waits for the budget included, in milliseconds since 1970. */
  endsAt: number | null;
}

/** What a sync is doing. */
export type SyncStatus =
  | { state: 'idle' }
  | ({ state: 'running' } & SyncProgress)
  | ({
      state: 'paused';
      failure: Failure;
      /** When it goes on by itself, in milliseconds since 1970. */
      resumesAt: number;
    } & SyncProgress)
  /** By the player; it goes on when they say so, or with the next daily sync. */
  | ({ state: 'stopped' } & SyncProgress);

/** A part that a sync went on without, and why. */
export interface SyncGap {
  phase: SyncPhase;
  failure: Failure;
}

export type RecentTitle = Pick<
  LibraryTitle,
  'npCommunicationId' | 'name' | 'iconUrl' | 'platforms' | 'progress' | 'earned' | 'lastPlayedAt'
>;

/** The little that the popup shows, kept ready by the background so that the popup opens at once. */
export interface Snapshot {
  player: Player | null;
  summary: TrophySummary | null;
  titleCount: number;
  /** The player has picked games. Until then those of the last months are picked for a start. */
  hasChosen: boolean;
  sync: SyncStatus;
  lastSyncedAt: number | null;
  /** What the last sync had to do without. */
  gaps: SyncGap[];
  /** How many rows of Sony's could not be read. */
  unreadCount: number;
  /** The three titles that were played last. */
  recentTitles: RecentTitle[];
  /** The report of the last sync that was completed. */
  lastRun: SyncRun | null;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  player: null,
  summary: null,
  titleCount: 0,
  hasChosen: false,
  sync: { state: 'idle' },
  lastSyncedAt: null,
  gaps: [],
  unreadCount: 0,
  recentTitles: [],
  lastRun: null,
};
