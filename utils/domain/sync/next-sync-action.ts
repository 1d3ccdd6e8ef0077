import { isDailySyncDue, type SyncTime } from './daily-sync';
import { isOfConnection, type Failure } from '../failure';
import type { SyncTrigger } from './sync-run';

/** A day, and what a clock may be put right by within one. */
const LONGEST_WAIT = 25 * 3_600_000;

/**
 * What is asked of the sync: by the player all of it anew, its end, what follows from new picks, or one game; by the
 * last sync what it could not get and may get later.
 */
export const SYNC_REQUEST_KINDS = ['sync', 'stop', 'picks', 'game', 'gaps'] as const;
export type SyncRequestKind = (typeof SYNC_REQUEST_KINDS)[number];

/** Why something waits, and for how long. */
export interface Pause {
  failure: Failure;
  resumesAt: number;
  /** It waits for a connection that does not work, and for nothing else. */
  isOfConnection: boolean;
}

/** One thing that was asked for and is not done yet. */
export interface StoredRequest {
  /** Never used twice, and growing. */
  number: number;
  kind: SyncRequestKind;
  /** The game, where it is one. */
  npCommunicationId: string | null;
  /** How often it has been tried, and what it waits for since. */
  tries: number;
  pause: Pause | null;
}

/** A game whose page was opened. */
export interface StoredOpenedGame {
  number: number;
  npCommunicationId: string;
  /** A sync knows of it. */
  isTaken: boolean;
}

/** What of the sync under way decides. */
export interface SyncStanding {
  startedAt: number;
  /** Null where it fetches again what could not be had, or a game that was opened. */
  trigger: SyncTrigger | null;
  phase: string;
  pause: Pause | null;
  byPlayer: boolean;
  /** What the player picked is there already. */
  isRest: boolean;
}

/** What is stored and what is so, as far as it decides what a sync does next. */
export interface SyncFacts {
  cursor: SyncStanding | null;
  requests: readonly StoredRequest[];
  opened: readonly StoredOpenedGame[];
  lastSyncedAt: number | null;
  /** Null where the player syncs by hand only. */
  syncTime: SyncTime | null;
  now: number;
  isOnline: boolean;
  /** The browser lets us reach Sony. */
  hasAccess: boolean;
  /** The connection works, as far as is known. */
  connectionWorks: boolean;
}

export type SyncAction =
  /** A sync of the whole library; one that is under way makes way, since new games come first. */
  | { kind: 'begin'; trigger: SyncTrigger }
  /** What follows from picks or opened games, without reading a list. */
  | { kind: 'begin-planned'; trigger: 'picks' | null }
  /** What the last sync could not get is tried once more. */
  | { kind: 'begin-again'; request: StoredRequest }
  /** The sync under way goes on where it was, whatever it waited for. */
  | { kind: 'resume' }
  /** The next request of the sync under way. */
  | { kind: 'go-on' }
  /** The sync under way is stopped until the player asks for more than a game, or the next daily one is due. */
  | { kind: 'stop' }
  /** It is not the player any more who keeps it waiting. */
  | { kind: 'release' }
  /** One game's trophies, while the sync stays stopped. */
  | { kind: 'fetch-game'; request: StoredRequest }
  /** A game that was asked for comes first in a sync that is not stopped. */
  | { kind: 'queue-games' }
  | { kind: 'wait'; until: number }
  /** Nothing is done before the browser lets us reach Sony again. */
  | { kind: 'await-access' }
  /** Nothing is left to do now; what is known to come wakes it. */
  | { kind: 'rest'; until: number | null };

/** What a sync does next. Each action but the last three changes what is stored, so that none comes for ever. */
export function nextSyncAction(facts: SyncFacts): SyncAction {
  if (asked(facts, 'stop')) return { kind: 'stop' };
  if (!facts.hasAccess) return { kind: 'await-access' };
  return facts.cursor === null ? fromRest(facts) : underWay(facts, facts.cursor);
}

function fromRest(facts: SyncFacts): SyncAction {
  if (asked(facts, 'game')) return { kind: 'queue-games' };
  if (asked(facts, 'sync') || facts.lastSyncedAt === null) {
    return { kind: 'begin', trigger: 'by-hand' };
  }
  if (isDue(facts)) return { kind: 'begin', trigger: 'daily' };
  if (asked(facts, 'picks')) return { kind: 'begin-planned', trigger: 'picks' };
  if (hasNewlyOpened(facts)) return { kind: 'begin-planned', trigger: null };
  const [gaps] = requestsOf(facts.requests, 'gaps');
  if (gaps === undefined) return { kind: 'rest', until: null };
  if (isOver(gaps.pause, facts)) return { kind: 'begin-again', request: gaps };
  return { kind: 'rest', until: gaps.pause?.resumesAt ?? null };
}

function underWay(facts: SyncFacts, cursor: SyncStanding): SyncAction {
  const isAtTitles = cursor.phase === 'titles';
  const pausedUntil = sonysPause(cursor.pause, facts);
  if (pausedUntil !== null) return whilePaused(facts, cursor, pausedUntil);
  if (asked(facts, 'sync')) {
    if (isAtTitles || isAnswer(cursor)) return { kind: 'resume' };
    return { kind: 'begin', trigger: 'by-hand' };
  }
  if (isDue(facts, cursor.startedAt)) {
    if (!isAtTitles) return { kind: 'begin', trigger: 'daily' };
    if (cursor.byPlayer) return { kind: 'resume' };
  }
  if (asked(facts, 'picks')) return { kind: 'resume' };
  return cursor.byPlayer ? stopped(facts) : notStopped(facts, cursor);
}

/**
 * A press asks for one sync of everything. While one is at work no page offers another: who presses then has not seen
 * yet that it has begun, and it does what is asked for. Its rest, which nobody waits for, is another matter, and so is
 * one that waits: what it has read may be old.
 */
function isAnswer({ trigger, pause, byPlayer, isRest }: SyncStanding): boolean {
  if (isRest) return false;
  return byPlayer || (pause === null && (trigger === 'by-hand' || trigger === 'daily'));
}

/** Sony has said when the next request is welcome: nobody's click is above that. What is asked for waits. */
function whilePaused(facts: SyncFacts, { byPlayer }: SyncStanding, until: number): SyncAction {
  if (!byPlayer) return asked(facts, 'game') ? { kind: 'queue-games' } : { kind: 'wait', until };
  if (asked(facts, 'sync') || asked(facts, 'picks')) return { kind: 'release' };
  return asked(facts, 'game') ? { kind: 'wait', until } : { kind: 'rest', until: null };
}

/** Whatever is opened, it stays stopped to the next daily sync: only a game that is asked for by name is fetched. */
function stopped(facts: SyncFacts): SyncAction {
  const games = requestsOf(facts.requests, 'game');
  const due = games.find((request) => isOver(request.pause, facts));
  if (due !== undefined) return { kind: 'fetch-game', request: due };
  if (games.length === 0) return { kind: 'rest', until: null };
  return {
    kind: 'wait',
    until: Math.min(...games.map(({ pause }) => pause?.resumesAt ?? facts.now)),
  };
}

function notStopped(facts: SyncFacts, { pause }: SyncStanding): SyncAction {
  if (asked(facts, 'game')) return { kind: 'queue-games' };
  const isOurs = pause === null || pause.failure.cause === 'own-pause';
  if (isOurs && hasNewlyOpened(facts)) return { kind: 'resume' };
  if (pause === null) return { kind: 'go-on' };
  return isOver(pause, facts) ? { kind: 'resume' } : { kind: 'wait', until: pause.resumesAt };
}

function isOver(pause: Pause | null, facts: SyncFacts): boolean {
  if (pause === null || !isWaitedFor(pause.resumesAt, facts.now)) return true;
  if (pause.isOfConnection && facts.connectionWorks) return true;
  return pause.failure.cause === 'offline' && facts.isOnline;
}

/**
 * Until when Sony wants to be left alone, whoever has met that. Only who may have left a blocked address tries sooner:
 * the player, by a click.
 */
function sonysPause(pause: Pause | null, facts: SyncFacts): number | null {
  if (isEdgeBlock(pause) && asked(facts, 'sync')) return null;
  const until = pauseOfSony(pause);
  return until !== null && isWaitedFor(until, facts.now) ? until : null;
}

/** No wait is longer than a day: what lies further ahead is of a clock that has been put right since. */
function isWaitedFor(instant: number, now: number): boolean {
  return instant > now && instant - now <= LONGEST_WAIT;
}

/** The end of a pause that Sony asks for: by its own word, or since its edge blocks this address, which asking prolongs. */
export function pauseOfSony(pause: Pause | null): number | null {
  if (pause === null) return null;
  const { failure, resumesAt } = pause;
  if (isEdgeBlock(pause)) return resumesAt;
  // Of the connection it is our own word when its tokens are asked for again: what works again waits for nothing.
  const isOutage = failure.cause === 'sony-down' && !isOfConnection(failure);
  return isOutage || failure.cause === 'too-many-requests' ? (failure.until ?? null) : null;
}

function isEdgeBlock(pause: Pause | null): boolean {
  return pause?.failure.cause === 'edge-block';
}

/** By the last sync, and by the one under way. */
function isDue({ syncTime, lastSyncedAt, now }: SyncFacts, startedAt: number | null = null) {
  return (
    syncTime !== null &&
    [lastSyncedAt, startedAt].every((instant) => isDailySyncDue(instant, now, syncTime))
  );
}

/** What was asked for of this kind. */
export function requestsOf(
  requests: readonly StoredRequest[],
  asked: SyncRequestKind,
): StoredRequest[] {
  return requests.filter(({ kind }) => kind === asked);
}

function asked({ requests }: SyncFacts, kind: SyncRequestKind): boolean {
  return requestsOf(requests, kind).length > 0;
}

function hasNewlyOpened({ opened }: SyncFacts): boolean {
  return opened.some(({ isTaken }) => !isTaken);
}
