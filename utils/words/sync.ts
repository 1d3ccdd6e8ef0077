import type { SyncPhase, SyncProgress } from '../domain/sync/sync-status';
import { clock } from '../format/dates';
import { roughly } from './durations';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';

const COUNTED: Record<SyncPhase, string> = {
  summary: 'Trophy level',
  profile: 'Profile',
  titles: 'Games',
  'played-games': 'Playtimes',
  matching: 'Playtimes of older games',
  trophies: 'Trophies of games',
};

const ASKING: Record<SyncPhase, string> = {
  summary: 'Asking Sony for your trophy level',
  profile: 'Asking Sony for your profile',
  titles: 'Asking Sony for your games',
  'played-games': 'Asking Sony for your playtimes',
  matching: 'Adding playtimes to older games',
  trophies: 'Asking Sony for trophies',
};

/** How far a sync is, for example `Games 800 of 1,300`. */
export function syncProgress(
  phase: SyncPhase,
  done: number,
  total: number | null,
  locale: string,
): string {
  // Of nothing there is nothing to count.
  if (total !== null && total > 0)
    return `${COUNTED[phase]} ${count(done, locale)} of ${count(total, locale)}`;
  return done === 0 ? ASKING[phase] : `${COUNTED[phase]} ${count(done, locale)}`;
}

/** What is left of a sync, for example `84 requests, about 1 minute left`; empty while that is not known. */
export function whatIsLeft(
  { requestsLeft, endsAt }: Pick<SyncProgress, 'requestsLeft' | 'endsAt'>,
  now: number,
  locale: string,
): string {
  if (requestsLeft === null || endsAt === null || requestsLeft === 0) return '';
  const requests = plural(requestsLeft, { one: 'request', other: 'requests' }, locale);
  return `${count(requestsLeft, locale)} ${requests}, ${roughly(endsAt - now, locale)} left`;
}

export const STOP_SYNC = 'Stop';
export const GO_ON = 'Go on';
/** What the buttons are called for those who hear them. */
export const STOP_SYNC_NAME = 'Stop the sync';
export const GO_ON_NAME = 'Go on with the sync';

/** A sync that the player stopped, for example `Stopped. Games 800 of 1,300`. */
export function stoppedAt(
  { phase, done, total }: Pick<SyncProgress, 'phase' | 'done' | 'total'>,
  locale: string,
): string {
  return total === null ? 'Stopped' : `Stopped. ${syncProgress(phase, done, total, locale)}`;
}

/** When a paused sync goes on by itself, for example `Continues at 14:32.` */
export function goesOnAt(resumesAt: number, now: number, locale: string): string {
  return resumesAt <= now
    ? 'Continues any moment.'
    : `Continues at ${clock(resumesAt, now, locale)}.`;
}

/** Why less is asked than Sony allows, while that is so; null otherwise. */
export function sharedLimit(until: number | null, now: number, locale: string): string | null {
  if (until === null || until <= now) return null;
  return `Sony counts more than we ask: another browser or program seems to use your account too. Until ${clock(until, now, locale)} we ask half as much.`;
}

/** Our own limit on requests is no fault. Said where there is room for it. */
export const OWN_PAUSE = 'A pause for Sony.';

/** When the rest comes, and that a click does not make it sooner: in a popup, one line beside a button. */
export function waitsForBudget(resumesAt: number, now: number, locale: string): string {
  return resumesAt <= now
    ? 'Continues any moment.'
    : `Continues at ${clock(resumesAt, now, locale)}. Sync now waits too.`;
}
