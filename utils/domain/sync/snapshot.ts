import type { Player, TrophySummary } from '../connection/player';
import { UNSPENT, type ToldBudget } from './budget';
import { EMPTY_GLANCE, type Glance } from './glance';
import type { SyncRun } from './sync-run';
import type { SyncGap, SyncStatus } from './sync-status';

/** The little that the popup shows, kept ready by the background so that the popup opens at once. */
export interface Snapshot extends Glance {
  player: Player | null;
  summary: TrophySummary | null;
  titleCount: number;
  /** The player has picked games. Until then those of the last months are picked for a start. */
  hasChosen: boolean;
  sync: SyncStatus;
  /** Until when half of Sony's limit is left to somebody else; null where all of it is used. */
  halvedUntil: number | null;
  budget: ToldBudget;
  lastSyncedAt: number | null;
  /** Up to when Sony's list of titles is known; null where an earlier build read it. */
  titlesReadAt: number | null;
  /** What the last sync had to do without. */
  gaps: SyncGap[];
  /** When that is tried again, where waiting may help. */
  triesAgainAt: number | null;
  /** How many rows of Sony's could not be read. */
  unreadCount: number;
  /** The report of the last sync that was completed. */
  lastRun: SyncRun | null;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  player: null,
  summary: null,
  titleCount: 0,
  hasChosen: false,
  sync: { state: 'idle' },
  halvedUntil: null,
  budget: UNSPENT,
  lastSyncedAt: null,
  titlesReadAt: null,
  gaps: [],
  triesAgainAt: null,
  unreadCount: 0,
  lastRun: null,
  ...EMPTY_GLANCE,
};

/** True where something may be said of what a sync has to do without. */
export function mayLack({ gaps, unreadCount, halvedUntil }: Snapshot): boolean {
  return gaps.length > 0 || unreadCount > 0 || halvedUntil !== null;
}
