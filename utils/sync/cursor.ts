import {
  SYNC_PHASES,
  type SyncGap,
  type SyncPhase,
  type SyncStatus,
} from '../domain/sync/sync-status';
import type { Pause } from '../domain/sync/next-sync-action';
import { FIRST_READING, type Reading } from '../domain/sync/list-reading';
import type { SyncTrigger } from '../domain/sync/sync-run';

/** The phases whose requests are always the same. What comes after them is planned from what is stored. */
export type ListPhase = Exclude<SyncPhase, 'matching' | 'trophies'>;

/**
 * How far a sync has come. Stored in the same transaction as the rows that it speaks of, and so of the same size
 * however many those are: which rows a reading has met is stored by their own names.
 */
export interface Cursor {
  /** When the sync began: its report goes by that name. */
  startedAt: number;
  /** Null for a game that was opened: that is no sync to report. */
  trigger: SyncTrigger | null;
  phase: ListPhase | 'planned';
  /** The offset of the page to ask for next. */
  offset: number;
  /** How many rows of this phase are stored, of how many: null until Sony has said. Sets, in the planned phase. */
  done: number;
  total: number | null;
  /** Played games that were matched. */
  matched: number;
  /** A whole titles list was due: Sony's sum is asked for with it. */
  whole: boolean;
  /** How far the reading of this phase's list has come. */
  reading: Reading;
  /** Titles that are new or changed. */
  changed: number;
  /** What this sync has had to do without. */
  gaps: SyncGap[];
  /** Requests for data that it has made. */
  requests: number;
  /** How often it has stopped in a row without coming further. */
  stops: number;
  /** Why it waits and when it goes on, while it does. */
  pause: Pause | null;
  /** The player stopped it. */
  byPlayer: boolean;
}

/** The start of a sync: of the whole library, or only of what is planned from what is stored. */
export function beginning(
  startedAt: number,
  trigger: SyncTrigger | null,
  phase: Cursor['phase'],
): Cursor {
  return {
    startedAt,
    trigger,
    phase,
    offset: 0,
    done: 0,
    total: null,
    matched: 0,
    whole: false,
    reading: FIRST_READING,
    changed: 0,
    gaps: [],
    requests: 0,
    stops: 0,
    pause: null,
    byPlayer: false,
  };
}

/** The start of another phase of the same sync. */
export function phaseStart(cursor: Cursor, phase: Cursor['phase']): Cursor {
  const fromTheStart = { offset: 0, done: 0, total: null, reading: FIRST_READING };
  return { ...cursor, phase, ...fromTheStart, stops: 0, pause: null };
}

/** The phase that follows a list. */
export function phaseAfter(phase: ListPhase): Cursor['phase'] {
  const next = SYNC_PHASES[SYNC_PHASES.indexOf(phase) + 1];
  return next === undefined || next === 'matching' || next === 'trophies' ? 'planned' : next;
}

/** The same sync with nothing that keeps it from going on. */
export function goingOn(cursor: Cursor): Cursor {
  return { ...cursor, pause: null, byPlayer: false };
}

/** The same sync after it has come a step further: waits do not grow any more. */
export function advanced(cursor: Cursor): Cursor {
  return { ...cursor, stops: 0, pause: null };
}

/** The work that is left, once it is planned. */
export interface Remaining {
  phase: 'matching' | 'trophies';
  /** Games of the phase that are still to come. */
  left: number;
  requestsLeft: number;
  endsAt: number;
}

/** What pages are told. */
export function statusOf(cursor: Cursor, remaining: Remaining | null): SyncStatus {
  const progress = progressOf(cursor, remaining);
  if (cursor.byPlayer) return { state: 'stopped', ...progress };
  return cursor.pause === null
    ? { state: 'running', ...progress }
    : { state: 'paused', ...progress, ...cursor.pause };
}

function progressOf({ phase, done, total, matched }: Cursor, remaining: Remaining | null) {
  const { requestsLeft = null, endsAt = null } = remaining ?? {};
  if (phase === 'planned') {
    const planned = remaining?.phase ?? 'trophies';
    const past = planned === 'matching' ? matched : done;
    const all = remaining === null ? null : past + remaining.left;
    return { phase: planned, done: past, total: all, requestsLeft, endsAt };
  }
  // What is counted after the titles is whether all of them are there.
  const isOfTitles = phase === 'summary' || phase === 'profile';
  return { phase, done, total: isOfTitles ? null : total, requestsLeft, endsAt };
}
