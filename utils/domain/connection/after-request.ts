import {
  DISCONNECTED,
  isAtSony,
  isAttempt,
  isEnding,
  settledOf,
  type Attempt,
  type Attempting,
  type Connected,
  type Connection,
  type EndingPhase,
  type OldSession,
  type Way,
} from './connection';
import { WAYS } from './connection-kinds';
import { isPastQuestion } from './npsso';
import { waitFailureOf } from './attempt-wait';

/** What the player can ask of the connection. */
export type ConnectionRequest = Way | 'cancel' | 'disconnect' | 'erase';

/** What a request is made in. */
export interface Circumstances {
  now: number;
  /** A name for a new attempt. */
  id: string;
}

/**
 * The record once the player has asked for something: written before anything of it is done, and carried out by
 * whoever wakes. Hands back what it was given where the request changes nothing.
 */
export function afterRequest(
  current: Connection,
  request: ConnectionRequest,
  circumstances: Circumstances,
): Connection {
  const { now } = circumstances;
  if (current.phase === 'erasing') return current;
  if (request === 'erase') return { phase: 'erasing', since: now };
  if (isEnding(current)) return whileDisconnecting(current, request, circumstances);
  if (request === 'disconnect') return { phase: 'disconnecting', since: now };
  if (request === 'cancel') return cancelled(current);
  return asked(current, request, circumstances);
}

/** True where the player wants to be connected, in whatever way. */
export function isWay(request: ConnectionRequest): request is Way {
  return (WAYS as readonly string[]).includes(request);
}

/** The way that the player wants to be connected by, now or next; null where they do not. */
export function wayOf(connection: Connection): Way | null {
  const attempt = 'next' in connection ? connection.next : connection;
  return 'way' in attempt ? attempt.way : null;
}

/** What was begun is brought to its end; then it is the last word that counts. */
function whileDisconnecting(
  current: EndingPhase,
  request: ConnectionRequest,
  { id }: Circumstances,
): EndingPhase {
  const { phase, since } = current;
  return isWay(request) ? { ...current, next: { id, way: request } } : { phase, since };
}

/** The record once the connection is gone. */
export function afterDisconnecting({ next }: EndingPhase): Connection {
  return next === undefined ? DISCONNECTED : begun(next, DISCONNECTED);
}

function begun({ id, way }: Pick<Attempt, 'id' | 'way'>, former: Attempt['former']): Attempting {
  return { phase: 'connecting', step: 'session', id, way, former };
}

function cancelled(current: Connection): Connection {
  if (isAttempt(current)) return current.former;
  if (current.phase !== 'connected' || current.renewal === null) return current;
  // With the reason for which it was waited.
  return clear(current);
}

function asked(
  current: Exclude<Connection, EndingPhase>,
  way: Way,
  circumstances: Circumstances,
): Connection {
  if (isAttempt(current) && isSame(current, way)) return repeated(current);
  const { now, id } = circumstances;
  if (isAskedOfCode(current) && way === 'connect-anyway') {
    const { former } = current;
    return { phase: 'connecting', step: 'code', id, way: 'paste', former };
  }
  const settled = settledOf(current);
  const isWorking = settled.phase === 'connected' && settled.failure === null;
  if (isWorking && !isAttempt(current) && isForMoreTime(way)) return renewed(settled, now);
  return begun({ id, way }, settled.phase === 'connected' ? clear(settled) : settled);
}

/** What works is not put at risk by an attempt: it is only given more time. */
function isForMoreTime(way: Way): boolean {
  return way !== 'paste' && way !== 'start-fresh';
}

function renewed(connection: Connected, since: number): Connected {
  if (connection.renewal?.step === 'exchange') return connection;
  if (connection.renewal !== null) {
    // The page that is waited at is shown once more.
    return { ...connection, renewal: { ...connection.renewal, isShown: false } };
  }
  const renewal = { step: 'exchange', since, laterThan: null, isShown: false } as const;
  return { ...clear(connection), renewal };
}

function clear(connection: Connected): Connected {
  return { ...connection, renewal: null, refused: null };
}

/** The player is asked whether the sign-in that a pasted code is of will do. */
function isAskedOfCode(connection: Connection): connection is OldSession {
  return connection.phase === 'old-session' && connection.way === 'paste';
}

/** Two clicks are one attempt; a pasted NPSSO is another one each time. */
function isSame(attempt: Attempting, way: Way): boolean {
  if (way === 'paste') return false;
  // Asked about the sign-in that a fresh start has brought, another one is chosen.
  if (attempt.phase === 'old-session' && way === 'start-fresh') return false;
  // Chosen of a pasted code, that is under way with it.
  if (way === 'connect-anyway' && attempt.way === 'paste') return isPastQuestion(attempt);
  // Whatever it is and waits for: trying again is the button for that.
  if (way === 'connect' && waitFailureOf(attempt) !== null) return true;
  if (attempt.phase === 'waiting-for-sign-in') return way === 'sign-in' || way === attempt.way;
  return way === attempt.way || (attempt.phase === 'connecting' && way === 'connect');
}

/** Asked for again while a page of Sony's is waited at: it is shown once more, but where something else is waited for. */
function repeated(attempt: Attempting): Attempting {
  const isAwaited = isAtSony(attempt) && waitFailureOf(attempt) === null;
  return isAwaited ? { ...attempt, isShown: false } : attempt;
}

/** What the player has gone on from needs no telling any more. */
export function withoutRefusal(connection: Connection): Connection {
  const isRefused = connection.phase === 'connected' && connection.refused !== null;
  return isRefused ? { ...connection, refused: null } : connection;
}
