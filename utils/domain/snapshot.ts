import type { Failure } from './failure';
import type { Player, TrophySummary } from './player';
import type { LibraryTitle } from './title';

/** The parts of a sync, in their order. */
export const SYNC_PHASES = ['titles', 'summary', 'played-games', 'matching'] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

/** What a sync is doing. `total` is null until Sony has said how many there are. */
export type SyncStatus =
  | { state: 'idle' }
  | { state: 'running'; phase: SyncPhase; done: number; total: number | null }
  | {
      state: 'paused';
      phase: SyncPhase;
      done: number;
      total: number | null;
      failure: Failure;
      /** When it goes on by itself, in milliseconds since 1970. */
      resumesAt: number;
    };

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
  sync: SyncStatus;
  lastSyncedAt: number | null;
  /** What the last sync had to do without. */
  gaps: SyncGap[];
  /** How many rows of Sony's could not be read. */
  unreadCount: number;
  /** The three titles that were played last. */
  recentTitles: RecentTitle[];
}

export const EMPTY_SNAPSHOT: Snapshot = {
  player: null,
  summary: null,
  titleCount: 0,
  sync: { state: 'idle' },
  lastSyncedAt: null,
  gaps: [],
  unreadCount: 0,
  recentTitles: [],
};
