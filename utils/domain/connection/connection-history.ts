import { RETENTION } from '../history/retention';
import type { Cause, Failure } from '../failure';
import { isAttempt, settledOf, type Connected, type Connection, type Session } from './connection';

/**
 * What became of the connection: made, renewed (more time, or back again), refused by Sony or before, at its end; what
 * was seen of the sign-in in this browser; and disconnected by the player.
 */
export const CONNECTION_EVENT_KINDS = [
  'connected',
  'renewed',
  'refused',
  'expired',
  'signed-out',
  'other-account',
  'sign-in-refused',
  'disconnected',
] as const;

/** Without account, name or secret: a report shows it. */
export interface ConnectionEvent {
  at: number;
  kind: (typeof CONNECTION_EVENT_KINDS)[number];
  cause: Cause | null;
}

type SeenEvent = Omit<ConnectionEvent, 'at'>;

/** A refresh moves the end of its token by seconds: only an exchange gives more time. */
const MORE_TIME = 60_000;

/** The history with what one change of the record tells; the same one where it tells nothing. */
export function withConnectionEvent(
  history: readonly ConnectionEvent[],
  before: Connection,
  after: Connection,
  at: number,
): readonly ConnectionEvent[] {
  const event = refusalBetween(before, after) ?? changeBetween(before, after);
  return event === null ? history : retained([...history, { at, ...event }]);
}

/** What comes again and again, as a token that is replaced in turns, drives out its like, and no rarer event. */
function retained(history: readonly ConnectionEvent[]): readonly ConnectionEvent[] {
  if (history.length <= RETENTION.connectionHistory) return history;
  const counts = new Map<string, number>();
  for (const event of history) counts.set(sortOf(event), (counts.get(sortOf(event)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const oldest = history.findIndex((event) => counts.get(sortOf(event)) === most);
  return retained(history.filter((_, index) => index !== oldest));
}

function sortOf({ kind, cause }: ConnectionEvent): string {
  return `${kind} ${cause ?? ''}`;
}

/** What the player asked for has come to nothing. */
function refusalBetween(before: Connection, after: Connection): SeenEvent | null {
  const isOver = isAttempt(before) && !isAttempt(after);
  if (after.phase === 'disconnected') {
    // A player who cancels has what was before, with its failure.
    const isOld = settledOf(before).failure === after.failure;
    return isOver && !isOld ? refused(after.failure) : null;
  }
  if (after.phase !== 'connected') return null;
  const isNew = before.phase === 'connected' && before.refused === null;
  return isOver || isNew ? refused(after.refused) : null;
}

function refused(failure: Failure | null): SeenEvent | null {
  return failure === null ? null : { kind: 'refused', cause: failure.cause };
}

function changeBetween(before: Connection, after: Connection): SeenEvent | null {
  const [former, settled] = [settledOf(before), settledOf(after)];
  if (settled.phase === 'disconnected') {
    return former.phase === 'connected' ? { kind: 'disconnected', cause: null } : null;
  }
  const isSameAccount = former.phase === 'connected' && former.accountId === settled.accountId;
  return isSameAccount ? changeOfConnected(former, settled) : { kind: 'connected', cause: null };
}

function changeOfConnected(former: Connected, settled: Connected): SeenEvent | null {
  const [past, life] = [former.tokenLife, settled.tokenLife];
  if (settled.failure !== null && former.failure === null) {
    const { cause } = settled.failure;
    return { kind: cause === 'connection-expired' ? 'expired' : 'refused', cause };
  }
  const isBack = former.failure !== null && settled.failure === null;
  const isLonger = life.refreshTokenEndsAt > past.refreshTokenEndsAt + MORE_TIME;
  if (isBack || isLonger) return { kind: 'renewed', cause: null };
  const kind = SIGN_INS[life.session.state];
  return kind !== null && life.session.state !== past.session.state ? { kind, cause: null } : null;
}

const SIGN_INS: Record<Session['state'], ConnectionEvent['kind'] | null> = {
  alive: null,
  'signed-out': 'signed-out',
  'other-account': 'other-account',
  refused: 'sign-in-refused',
  unknown: null,
};
