import {
  type SyncGap,
  LIST_PHASES,
  type ListPhase,
  type SyncProgress,
  type SyncStatus,
} from '../domain/sync/sync-status';
import { isLasting, isSpell, type Cause, type Failure } from '../domain/failure';
import { pauseOfSony, type Pause } from '../domain/sync/next-sync-action';
import { FIRST_READING, type Reading } from '../domain/sync/list-reading';
import type { NothingMissing } from '../domain/sync/nothing-missing';
import type { SyncTrigger } from '../domain/sync/sync-run';

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
  /** The phases of lists that it goes through: where it tries again, those only that were not to be had. */
  lists: ListPhase[];
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
  /** Nothing was missing when it began; where it has not changed anything, nothing is when it ends. */
  nothingMissing: NothingMissing | null;
  /** What this sync has had to do without. */
  gaps: SyncGap[];
  /** Requests for data that it has made. */
  requests: number;
  /** Titles that it has gone on without, until everything else is done. */
  awaited: AwaitedTitles | null;
  /** Everything else was done once without the titles: from there on it waits for them. */
  isRestDone: boolean;
  /** What the player picked is there: it goes on with what nobody waits for. */
  isRest: boolean;
  /** How often was tried again before what an earlier sync could not get. */
  again: number;
  /** How often it has stopped in a row without coming further, and why it did last. */
  stops: number;
  stoppedBy: Cause | null;
  /** Why it waits and when it goes on, while it does. */
  pause: Pause | null;
  /** The player stopped it. */
  byPlayer: boolean;
}

/** Why a page of titles was not to be had, and where the reading goes on. */
export interface AwaitedTitles extends Pick<Cursor, 'offset' | 'done' | 'total' | 'reading'> {
  failure: Failure;
}

/** The start of a sync: of these lists, where it reads any, and of what is planned from what is stored then. */
export function beginning(
  startedAt: number,
  trigger: SyncTrigger | null,
  lists: ListPhase[],
): Cursor {
  return {
    startedAt,
    trigger,
    phase: lists[0] ?? 'planned',
    lists,
    offset: 0,
    done: 0,
    total: null,
    matched: 0,
    whole: false,
    reading: FIRST_READING,
    changed: 0,
    nothingMissing: null,
    gaps: [],
    requests: 0,
    awaited: null,
    isRestDone: false,
    isRest: false,
    again: 0,
    stops: 0,
    stoppedBy: null,
    pause: null,
    byPlayer: false,
  };
}

/** The start of a sync of the whole library: a block at Sony's edge outlives the sync that has met it. */
export function beginningAfter(
  before: Cursor | null,
  startedAt: number,
  trigger: SyncTrigger,
): Cursor {
  const cursor = beginning(startedAt, trigger, [...LIST_PHASES]);
  if (before?.stoppedBy !== 'edge-block') return cursor;
  return { ...cursor, stops: before.stops, stoppedBy: before.stoppedBy };
}

/**
 * The start of another try at what a sync could not get and may get later. What it could not get for good is missing
 * all the same; of what is planned that shows anew, but for trophies that are noted as not to be had.
 */
export function beginningAgain(
  startedAt: number,
  again: number,
  before: readonly SyncGap[],
): Cursor {
  const spells = before.filter(({ failure }) => isSpell(failure));
  const lists = LIST_PHASES.filter((list) => spells.some(({ phase }) => phase === list));
  const gaps = before.filter(
    ({ phase, failure }) => !isSpell(failure) && phase !== 'matching' && phase !== 'groups',
  );
  return { ...beginning(startedAt, null, lists), again, gaps };
}

/** The start of another phase of the same sync. */
export function phaseStart(cursor: Cursor, phase: Cursor['phase']): Cursor {
  const fromTheStart = { offset: 0, done: 0, total: null, reading: FIRST_READING };
  return { ...cursor, phase, ...fromTheStart, isRest: false, stops: 0, pause: null };
}

/** The start of what follows a list. */
export function startAfter(cursor: Cursor, list: ListPhase): Cursor {
  const next = cursor.lists[cursor.lists.indexOf(list) + 1];
  return phaseStart(cursor, next ?? 'planned');
}

/** The same sync, gone on without the titles. */
export function withoutTitles(cursor: Cursor, failure: Failure): Cursor {
  const { offset, done, total, reading } = cursor;
  const awaited = { failure, offset, done, total, reading };
  return { ...startAfter(cursor, 'titles'), awaited };
}

/** The same sync back at the titles that it has gone on without. Whatever else it lacks it asks for after them. */
export function backAtTitles(cursor: Cursor, awaited: AwaitedTitles): Cursor {
  const { offset, done, total, reading } = awaited;
  const titles = { ...phaseStart(cursor, 'titles'), offset, done, total, reading };
  return { ...titles, awaited: null, isRestDone: true, gaps: [] };
}

/** The same sync with nothing that keeps it from going on; something may have been wished for meanwhile. */
export function goingOn(cursor: Cursor): Cursor {
  return { ...cursor, pause: null, byPlayer: false, nothingMissing: null };
}

/** A stopped sync after a game beside it has met a pause: one that Sony asks for is everybody's. */
export function afterGamePause(cursor: Cursor, pause: Pause): Cursor {
  return pauseOfSony(pause) === null ? cursor : { ...cursor, pause };
}

/** The same sync after it has come a step further: waits do not grow any more. */
export function advanced(cursor: Cursor): Cursor {
  return { ...cursor, stops: 0, pause: null };
}

/** The work that is left, once it is planned. */
export interface Remaining {
  phase: 'matching' | 'trophies';
  /** Games of the phase that are still to come, and those that are done where the cursor does not count them. */
  left: number;
  done?: number;
  /** It is the rest alone, which nobody waits for; null where nothing is left. */
  isRest: boolean | null;
  /** Null where more is to come that is not planned. */
  requestsLeft: number | null;
  endsAt: number | null;
}

/** What pages are told. */
export function statusOf(cursor: Cursor, remaining: Remaining | null): SyncStatus {
  const progress = cursorProgress(cursor, remaining);
  if (cursor.byPlayer) return { state: 'stopped', ...progress };
  if (cursor.pause === null) return { state: 'running', ...progress };
  const { failure, resumesAt } = cursor.pause;
  return isLasting(failure)
    ? { state: 'blocked', ...progress, failure }
    : { state: 'paused', ...progress, failure, resumesAt };
}

/** How far it has come, with what is left where that is planned. */
export function cursorProgress(cursor: Cursor, remaining: Remaining | null): SyncProgress {
  const isRest = remaining?.isRest ?? cursor.isRest;
  return { ...progressIn(cursor, remaining), ...(isRest ? { isRest } : {}) };
}

function progressIn(
  { phase, done, total, matched }: Cursor,
  remaining: Remaining | null,
): SyncProgress {
  const { requestsLeft = null, endsAt = null } = remaining ?? {};
  if (phase === 'planned' || remaining !== null) {
    const planned = remaining?.phase ?? 'trophies';
    const past = remaining?.done ?? (planned === 'matching' ? matched : done);
    const all = remaining === null ? null : past + remaining.left;
    return { phase: planned, done: past, total: all, requestsLeft, endsAt };
  }
  // What is counted after the titles is whether all of them are there.
  const isOfTitles = phase === 'summary' || phase === 'profile';
  return { phase, done, total: isOfTitles ? null : total, requestsLeft, endsAt };
}
