import type { SyncPhase } from '../domain/snapshot';
import { ago, clock } from './dates';
import { count } from './numbers';

const COUNTED: Record<SyncPhase, string> = {
  summary: 'Trophy level',
  titles: 'Games',
  'played-games': 'Playtimes',
  matching: 'Matching playtimes',
};

const ASKING: Record<SyncPhase, string> = {
  summary: 'Asking Sony for your trophy level',
  titles: 'Asking Sony for your games',
  'played-games': 'Asking Sony for your playtimes',
  matching: 'Matching playtimes',
};

/** How far a sync is, for example `Games 800 of 1,300`. */
export function syncProgress(
  phase: SyncPhase,
  done: number,
  total: number | null,
  locale: string,
): string {
  if (total !== null) return `${COUNTED[phase]} ${count(done, locale)} of ${count(total, locale)}`;
  return done === 0 ? ASKING[phase] : `${COUNTED[phase]} ${count(done, locale)}`;
}

export const NEVER_SYNCED = 'Not synced yet';

export function lastSynced(instant: number, now: number, locale: string): string {
  return `Synced ${ago(instant, now, locale)}`;
}

/** When a paused sync goes on by itself, for example `Goes on by itself at 14:32.` */
export function goesOnAt(resumesAt: number, now: number, locale: string): string {
  return resumesAt <= now
    ? 'Going on any moment.'
    : `Goes on by itself at ${clock(resumesAt, now, locale)}.`;
}
