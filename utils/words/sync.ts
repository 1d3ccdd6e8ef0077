import type { SyncPhase, SyncProgress } from '../domain/sync/sync-status';
import { clock } from '../format/dates';
import { roughly } from './durations';
import * as words from './en/sync.json';

export {
  stop as STOP_SYNC,
  stopName as STOP_SYNC_NAME,
  copyCompared as COPY_COMPARED,
  ownPause as OWN_PAUSE,
  rest as REST,
  restHints as REST_HINTS,
  refusedHints as REFUSED_HINTS,
  restStopped as REST_STOPPED,
} from './en/sync.json';

/** How far a sync is, for example `Games 800 of 1,300`. */
export function syncProgress(
  phase: SyncPhase,
  done: number,
  total: number | null,
  locale: string,
): string {
  // Of nothing there is nothing to count.
  if (total !== null && total > 0) return words.countedOf[phase]({ done, total }, locale);
  return done === 0 ? words.asking[phase] : words.counted[phase]({ done }, locale);
}

/** What is left of a sync, for example `84 requests, about 1 minute left`; empty while that is not known. */
export function whatIsLeft(
  { requestsLeft, endsAt }: Pick<SyncProgress, 'requestsLeft' | 'endsAt'>,
  now: number,
  locale: string,
): string {
  if (requestsLeft === null || endsAt === null || requestsLeft === 0) return '';
  const time = roughly(endsAt - now, locale);
  return words.requestsLeft({ requests: requestsLeft, time }, locale);
}

/** A sync that the player stopped, for example `Stopped. Games 800 of 1,300`. */
export function stoppedAt(
  { phase, done, total }: Pick<SyncProgress, 'phase' | 'done' | 'total'>,
  locale: string,
): string {
  if (total === null) return words.stopped;
  return words.stoppedAt({ progress: syncProgress(phase, done, total, locale) });
}

/**
 * When a paused sync goes on by itself, for example `Continues at 14:32.`
 * @param halvedUntil until when less is asked than Sony allows, which is why it may take longer
 */
export function goesOnAt(
  resumesAt: number,
  halvedUntil: number | null,
  now: number,
  locale: string,
): string {
  const time = resumesAt > now ? clock(resumesAt, now, locale) : null;
  if (halvedUntil === null || halvedUntil <= now) {
    return time === null ? words.continuesSoon : words.continuesAt({ time });
  }
  const sharedUntil = clock(halvedUntil, now, locale);
  return time === null
    ? words.continuesSoonShared({ sharedUntil })
    : words.continuesAtShared({ time, sharedUntil });
}

/** While part of a window is left to what the player will pick: that it comes at once, and when the sync goes on. */
export function waitsForPicks(resumesAt: number, now: number, locale: string): string {
  if (resumesAt <= now) return words.continuesSoon;
  return words.waitsForPicks({ time: clock(resumesAt, resumesAt, locale) });
}

/** When the rest comes, and that a click does not make it sooner: in a popup, one line beside a button. */
export function waitsForBudget(resumesAt: number, now: number, locale: string): string {
  if (resumesAt <= now) return words.continuesSoon;
  // A quarter of an hour at most: around midnight its day would only take a line more.
  return words.waitsForBudget({ time: clock(resumesAt, resumesAt, locale) });
}
