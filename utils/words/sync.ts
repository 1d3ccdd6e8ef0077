import type { SyncPhase } from '../domain/snapshot';
import { ago, clock } from './dates';
import { count } from './numbers';

const PHASES: Record<SyncPhase, string> = {
  titles: 'Games',
  summary: 'Trophy level',
  'played-games': 'Playtimes',
  matching: 'Matching playtimes to games,',
};

/** How far a sync is, for example `Games 800 of 1,300`. */
export function syncProgress(
  phase: SyncPhase,
  done: number,
  total: number | null,
  locale: string,
): string {
  const name = PHASES[phase];
  return total === null
    ? `${name} ${count(done, locale)} so far`
    : `${name} ${count(done, locale)} of ${count(total, locale)}`;
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
