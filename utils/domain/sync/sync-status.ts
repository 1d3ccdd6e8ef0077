import type { Failure } from '../failure';

/** The parts of a sync, in their order. Matching finds which played game belongs to which trophy set. */
export const SYNC_PHASES = [
  'titles',
  'summary',
  'profile',
  'played-games',
  'matching',
  'trophies',
] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

/** The phases whose requests are always the same. What comes after them is planned from what is stored. */
export const LIST_PHASES = [
  'titles',
  'summary',
  'profile',
  'played-games',
] as const satisfies SyncPhase[];
export type ListPhase = (typeof LIST_PHASES)[number];

/** How far a sync has come. What is null is not known yet. */
export interface SyncProgress {
  phase: SyncPhase;
  done: number;
  total: number | null;
  /** Requests to Sony that are still to be made. */
  requestsLeft: number | null;
  /** When it will be over, waits for the budget included, in milliseconds since 1970. */
  endsAt: number | null;
  /** What the player picked is there: what is left is the rest, which nobody waits for. */
  isRest?: true;
}

/** Before anything is known. */
export const NO_PROGRESS: SyncProgress = {
  phase: 'titles',
  done: 0,
  total: null,
  requestsLeft: null,
  endsAt: null,
};

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
  /** No waiting helps: somebody has to put it right first, and then it goes on by itself. */
  | ({ state: 'blocked'; failure: Failure } & SyncProgress)
  /** By the player; it goes on when they say so, or with the next daily sync. */
  | ({ state: 'stopped' } & SyncProgress);

/** True where everything that the player waits for is there, whatever goes on besides. */
export function isOfRest(sync: SyncStatus): boolean {
  return 'isRest' in sync;
}

/** True while a new sync would only be the one that runs. */
export function isBusy(sync: SyncStatus): boolean {
  return sync.state === 'running' && !isOfRest(sync);
}

/** What a sync can go on without: a phase, or the names of add-ons. */
export const SYNC_GAPS = [...SYNC_PHASES, 'groups'] as const;

/** A part that a sync went on without, and why. */
export interface SyncGap {
  phase: (typeof SYNC_GAPS)[number];
  failure: Failure;
}
