import type { Failure } from '../failure';
import type {
  CONNECT_STEPS,
  RENEWAL_STEPS,
  SESSION_STATES,
  TOKEN_STATES,
  WAYS,
} from './connection-kinds';
import type { AttemptWait } from './attempt-wait';

/** The steps of connecting. */
export type ConnectStep = (typeof CONNECT_STEPS)[number];

export interface Session {
  state: (typeof SESSION_STATES)[number];
  /** Null where Sony did not say. Absolute: looking at a session does not prolong it. */
  endsAt: number | null;
  /** When it was last looked at; of one that Sony refused, when it was last tried. */
  seenAt: number;
  /** When it is to be looked at next; not there where that is a day later. */
  checkAt?: number;
  /** When it was last seen alive; not there where it never was. */
  aliveAt?: number;
  /** Since when Sony names nobody, whether or not that is believed; not there while it names somebody. */
  goneSince?: number;
}

/** The clocks of a connection, all from Sony's answers, in milliseconds since 1970 by Sony's clock. */
export interface TokenLife {
  /** How long Sony let the refresh token live when it was granted, in milliseconds. */
  grant: number;
  refreshTokenEndsAt: number;
  /** When the refresh token was last known to work. */
  provedAt: number;
  session: Session;
}

/** The player asked for more time on a connection that works. */
export interface AskedRenewal {
  step: (typeof RENEWAL_STEPS)[number];
  since: number;
  /** Only a session that ends after this instant gives more time. */
  laterThan: number | null;
  /** Sony's sign-in page was shown. */
  isShown: boolean;
}

/** How a connection gets its tokens back. */
export interface Recovery {
  token: (typeof TOKEN_STATES)[number];
  /** What went wrong last. */
  failure: Failure;
  /** Tries in a row, and when the next may be; how often in a row the token has not reached Sony. */
  tries: number;
  nextAt: number;
  unsent?: number;
}

export interface Disconnected {
  phase: 'disconnected';
  failure: Failure | null;
}

export interface Connected {
  phase: 'connected';
  accountId: string;
  tokenLife: TokenLife;
  /** Why it does not work any more. */
  failure: Failure | null;
  /** Null while tokens come as they should. */
  recovery: Recovery | null;
  renewal: AskedRenewal | null;
  /** Why the player's last request came to nothing; it changed nothing of the connection. */
  refused: Failure | null;
}

/** What an attempt goes back to when it is cancelled or fails. */
export type Settled = Disconnected | Connected;

/** How the player wants to be connected. */
export type Way = (typeof WAYS)[number];

/** On the way to a connection: what was asked for, and what it replaces. */
export interface Attempt {
  /** Its name: whoever works on it goes on only while the record still has it. */
  id: string;
  way: Way;
  former: Settled;
  /** What it waits for, if anything has kept it from going on. */
  storage?: AttemptWait;
}

export type ConnectingPhase = Attempt &
  (
    | { phase: 'connecting'; step: Exclude<ConnectStep, 'profile'> }
    | { phase: 'connecting'; step: 'profile'; accountId: string; tokenLife: TokenLife }
  );

/** The browser does not let us reach Sony: the player is asked for it. */
export type WaitingForAccess = Attempt & { phase: 'waiting-for-access'; since: number };

/** The sign-in at hand is old: the player chooses between it and a new one. */
export type OldSession = Attempt & {
  phase: 'old-session';
  endsAt: number;
  /** When the player was asked; earlier builds did not note it. */
  askedAt?: number;
};

/** The player signs out at PlayStation, for a new sign-in after it. */
export type SigningOut = Attempt & {
  phase: 'signing-out';
  since: number;
  laterThan: number;
  isShown: boolean;
};

export type WaitingForSignIn = Attempt & {
  phase: 'waiting-for-sign-in';
  since: number;
  /** Only a session that ends after this instant counts: the one at hand is known not to do. */
  laterThan: number | null;
  isShown: boolean;
  /** What Sony wants of the player first: it goes on by itself once that is done. */
  wanted?: Failure;
  /** Tries in a row that nobody was there for, and when the next may be; 0 while nothing is wanted. */
  tries: number;
  nextAt: number;
};

export type Attempting =
  ConnectingPhase | WaitingForAccess | OldSession | SigningOut | WaitingForSignIn;

/** What the player wanted gone, until it is. */
export interface EndingPhase {
  phase: 'disconnecting' | 'erasing';
  since: number;
  /** What they have asked for during a disconnect: it begins after that. */
  next?: Pick<Attempt, 'id' | 'way'>;
}

/** Where the connection stands. The one record of it, kept in `storage.local`; it holds no secret. */
export type Connection = Settled | Attempting | EndingPhase;

export const DISCONNECTED: Disconnected = { phase: 'disconnected', failure: null };

/** A connection that works, as it is when it was just made. */
export function connectedTo(accountId: string, tokenLife: TokenLife): Connected {
  return {
    phase: 'connected',
    accountId,
    tokenLife,
    failure: null,
    recovery: null,
    renewal: null,
    refused: null,
  };
}

export function isAttempt(connection: Connection): connection is Attempting {
  return 'former' in connection;
}

export function isEnding(connection: Connection): connection is EndingPhase {
  return connection.phase === 'disconnecting' || connection.phase === 'erasing';
}

/** True of an attempt for which the player is at a page of Sony's. */
export function isAtSony(attempt: Attempting): attempt is SigningOut | WaitingForSignIn {
  return 'isShown' in attempt;
}

/** What stays true when an attempt comes to nothing. */
export function settledOf(connection: Connection): Settled {
  if (isAttempt(connection)) return connection.former;
  return isEnding(connection) ? DISCONNECTED : connection;
}

/** The account whose library is shown: the connected one, also while an attempt to replace it is under way. */
export function accountOf(connection: Connection): string | null {
  const settled = settledOf(connection);
  return settled.phase === 'connected' ? settled.accountId : null;
}

/** The attempt has come to nothing: back to what was before, with the reason for whoever asked. */
export function backFrom({ former }: Attempting, failure: Failure | null): Settled {
  return former.phase === 'connected'
    ? { ...former, refused: failure }
    : { phase: 'disconnected', failure };
}

/** The connection with what Sony has just said of this account's token, wherever the record has it. */
export function withTokenLife(
  connection: Connection,
  accountId: string,
  change: Partial<TokenLife>,
): Connection {
  if (isAttempt(connection) && connection.former.phase === 'connected') {
    const former = withTokenLife(connection.former, accountId, change);
    if (former !== connection.former) return { ...connection, former: former as Connected };
  }
  if (!('tokenLife' in connection) || connection.accountId !== accountId) return connection;
  const tokenLife = { ...connection.tokenLife, ...change };
  if (connection.phase !== 'connected') return { ...connection, tokenLife };
  // That Sony gives new access says nothing of whether it takes it.
  const isRefused = connection.failure?.cause === 'access-refused';
  const failure = isRefused ? connection.failure : null;
  return { ...connection, tokenLife, failure, recovery: null };
}

/** The account's connection, to which Sony gives access that it then refuses. */
export function withRefusedAccess(
  connection: Connection,
  accountId: string,
  failure: Failure,
): Connection {
  if (connection.phase !== 'connected' || connection.accountId !== accountId) return connection;
  return { ...connection, failure };
}

/** The account's connection, whose access Sony takes. */
export function withTakenAccess(connection: Connection, accountId: string): Connection {
  if (connection.phase !== 'connected' || connection.accountId !== accountId) return connection;
  return connection.failure?.cause === 'access-refused'
    ? { ...connection, failure: null }
    : connection;
}

/** The session, where it is known to live and to be this account's. */
export function aliveOf({ tokenLife: { session } }: Connected): Session | null {
  return session.state === 'alive' ? session : null;
}

/** The session as it has just been seen: when it was last alive is not forgotten. */
export function withSeen(
  { aliveAt }: Pick<Session, 'aliveAt'>,
  seen: Pick<Session, 'state' | 'endsAt' | 'seenAt'>,
  now: number,
): Session {
  const isSeenAlive = seen.state === 'alive' && seen.seenAt === now;
  const lastAlive = isSeenAlive ? now : aliveAt;
  return lastAlive === undefined ? seen : { ...seen, aliveAt: lastAlive };
}

/** The attempt, with what it has seen of the sign-in for the connection that it may go back to. */
export function withFormerSeen<Kind extends Attempt>(
  attempt: Kind,
  state: Session['state'],
  endsAt: number | null,
  now: number,
): Kind {
  const { former } = attempt;
  if (former.phase !== 'connected') return attempt;
  const session = withSeen(former.tokenLife.session, { state, endsAt, seenAt: now }, now);
  return { ...attempt, former: { ...former, tokenLife: { ...former.tokenLife, session } } };
}

/** Sony counts a session in whole seconds left, so one session's end wavers a little from check to check. */
const WAVER = 60_000;

/** True where both ends are one session's: only a new sign-in makes another. */
export function isSameSession(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) < WAVER;
}

/** True where the connection has since been renewed from a later sign-in than the one that would not do. */
export function isRenewedFrom({ tokenLife }: Connected, laterThan: number | null): boolean {
  const { state, endsAt } = tokenLife.session;
  return state === 'alive' && endsAt !== null && isLaterSession(endsAt, laterThan);
}

/** True where the second end is that of a later sign-in than the first. */
export function isLaterSession(endsAt: number, than: number | null): boolean {
  return than === null || endsAt > than + WAVER;
}
