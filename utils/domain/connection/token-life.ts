import {
  isAttempt,
  isLaterSession,
  type Connected,
  type Connection,
  type Session,
  type TokenLife,
} from './connection';
import { DAY, HOUR, MINUTE } from '../time-units';

/** A fresh sign-in lasts about this long, as reported since 2023. Only ever said as "about". */
export const FULL_SESSION = 60 * DAY;
const AMBER_FROM = 14 * DAY;
const RED_FROM = 2 * DAY;
/** A sign-in that was left dies of disuse, in other people's experience after a week at most. */
const AFTER_SIGN_OUT = 7 * DAY;
/** A day's check keeps the grant of ten days topped up. */
const CHECK_EVERY = DAY;

export type Zone = 'green' | 'amber' | 'red' | 'expired';

/**
 * When the player must act: the refresh token's end, or the session's where the connection renews itself from it;
 * before that where the session was left.
 * @param renews whether the player lets it
 */
export function connectionEndsAt(life: TokenLife, renews: boolean): number {
  const { state, endsAt } = life.session;
  const renewedUntil = renews && state === 'alive' ? (endsAt ?? 0) : 0;
  return Math.min(Math.max(life.refreshTokenEndsAt, renewedUntil), guessedEnd(life));
}

/** True where nobody knows the end better than about. */
export function isEndGuessed(life: TokenLife): boolean {
  return guessedEnd(life) < life.refreshTokenEndsAt;
}

/** When a connection may end whose session was left; infinite where there is no such guess, or it has outlived it. */
function guessedEnd({ session, provedAt }: TokenLife): number {
  const { state, aliveAt } = session;
  const isLeft = state === 'signed-out' || state === 'other-account';
  if (!isLeft || aliveAt === undefined) return Infinity;
  const end = aliveAt + AFTER_SIGN_OUT;
  return provedAt > end ? Infinity : end;
}

/** The session of which a check has said nothing new. A look that lies ahead is no more: it would be due at every turn. */
export function withCheckAt(session: Session, checkAt: number, now: number): Session {
  return { ...session, seenAt: Math.min(session.seenAt, now), checkAt };
}

/** The connection as it is where its session is to be looked at now; for one that an attempt replaces, after it. */
export function withCheckDue(connection: Connection, now: number): Connection {
  if (isAttempt(connection) && connection.former.phase === 'connected') {
    return { ...connection, former: checkDue(connection.former, now) };
  }
  return connection.phase === 'connected' ? checkDue(connection, now) : connection;
}

/** The same for an instant to come, where the next check would be later than that. */
export function withCheckDueBy(connection: Connection, instant: number): Connection {
  if (connection.phase !== 'connected' || nextCheckAt(connection.tokenLife) <= instant) {
    return connection;
  }
  return checkDue(connection, instant);
}

function checkDue(connection: Connected, checkAt: number): Connected {
  const { tokenLife } = connection;
  const session = { ...tokenLife.session, checkAt };
  return { ...connection, tokenLife: { ...tokenLife, session } };
}

/** What was stored longer ago was reckoned by a clock that was right then, or has been put right since. */
const JUST_RECKONED = 10 * MINUTE;

/**
 * The connection once Sony's clock is known better: what was reckoned by the wrong one a moment ago moves with it.
 * @param by how far the clock has moved
 * @param before what it said until then
 */
export function withClockMoved(connection: Connection, by: number, before: number): Connection {
  const isJust = (at: number): boolean => at <= before && at > before - JUST_RECKONED;
  const moved = <Life extends { tokenLife: TokenLife }>(known: Life): Life => {
    const tokenLife = lifeMoved(known.tokenLife, by, isJust);
    return tokenLife === known.tokenLife ? known : { ...known, tokenLife };
  };
  const known = 'tokenLife' in connection ? moved(connection) : connection;
  if (known.phase === 'connected' && known.renewal !== null) {
    const renewal = waitMoved(known.renewal, by, isJust);
    return renewal === known.renewal ? known : { ...known, renewal };
  }
  if (!isAttempt(known)) return known;
  const attempt = waitMoved(known, by, isJust);
  if (attempt.former.phase !== 'connected') return attempt;
  const former = moved(attempt.former);
  return former === attempt.former ? attempt : { ...attempt, former };
}

/** Of what is waited for: the ends are what the same sign-in is known again by. */
const OF_WAIT = ['since', 'laterThan', 'askedAt', 'endsAt'] as const;

function waitMoved<Wait extends object>(
  wait: Wait,
  by: number,
  isJust: (at: number) => boolean,
): Wait {
  const known: Partial<Record<(typeof OF_WAIT)[number], number | null>> = wait;
  if (!isJust(known.since ?? known.askedAt ?? Infinity)) return wait;
  const ends = OF_WAIT.flatMap((name) => {
    const at = known[name];
    return typeof at === 'number' ? [[name, at + by] as const] : [];
  });
  return { ...wait, ...Object.fromEntries(ends) };
}

function lifeMoved(life: TokenLife, by: number, isJust: (at: number) => boolean): TokenLife {
  const { session, refreshTokenEndsAt, provedAt } = life;
  const isSeen = isJust(session.seenAt);
  const isProved = isJust(provedAt);
  if (!isSeen && !isProved) return life;
  return {
    ...life,
    ...(isProved && { refreshTokenEndsAt: refreshTokenEndsAt + by, provedAt: provedAt + by }),
    ...(isSeen && { session: sessionMoved(session, by, isJust) }),
  };
}

/** A session that was looked at by a clock that has since moved, and what else was reckoned by it. */
function sessionMoved(session: Session, by: number, isJust: (at: number) => boolean): Session {
  const { endsAt, seenAt, checkAt, aliveAt, goneSince } = session;
  // Where nobody was named, the end that is kept is of an earlier look.
  const isNamed = goneSince === undefined;
  return {
    ...session,
    ...(isNamed && endsAt !== null && { endsAt: endsAt + by }),
    seenAt: seenAt + by,
    ...(checkAt !== undefined && { checkAt: checkAt + by }),
    ...(aliveAt !== undefined && isJust(aliveAt) && { aliveAt: aliveAt + by }),
    ...(!isNamed && isJust(goneSince) && { goneSince: goneSince + by }),
  };
}

/** When the session is looked at next, for renewal. */
export function nextCheckAt({ session }: TokenLife): number {
  return session.checkAt ?? session.seenAt + CHECK_EVERY;
}

/** True where the session is to be looked at. */
export function isCheckDue(life: TokenLife, now: number): boolean {
  const at = nextCheckAt(life);
  // A clock that was set back: nothing else puts a check off for longer.
  return at <= now || at > now + CHECK_EVERY || sinceSeen(life, now) === Infinity;
}

/** How long ago the session was looked at. What lies ahead is of a clock that was set back, and says nothing: infinite. */
export function sinceSeen({ session }: TokenLife, now: number): number {
  return session.seenAt > now ? Infinity : now - session.seenAt;
}

/** True where Sony has refused the session so lately that it is not tried again, however often it is looked at. */
export function isJustRefused(life: TokenLife, now: number): boolean {
  return life.session.state === 'refused' && sinceSeen(life, now) < CHECK_EVERY;
}

/** Green above 14 days, amber to 14 days, red to 2 days. */
export function zoneOf(millisecondsLeft: number): Zone {
  if (millisecondsLeft <= 0) return 'expired';
  if (millisecondsLeft <= RED_FROM) return 'red';
  if (millisecondsLeft <= AMBER_FROM) return 'amber';
  return 'green';
}

export interface TimeLeft {
  value: number;
  unit: 'day' | 'hour' | 'minute';
}

const UNITS = [
  { unit: 'day', length: DAY, from: 2 * DAY },
  { unit: 'hour', length: HOUR, from: HOUR },
  { unit: 'minute', length: MINUTE, from: 0 },
] as const;

/**
 * Whole days while there are two or more, then hours, then minutes. With a minute's grace, so that 14 days less a
 * blink are still 14 days, and the last minute counts as one.
 */
export function timeLeft(milliseconds: number): TimeLeft {
  const left = graced(milliseconds);
  const { unit, length } = unitOf(left);
  return { value: Math.floor(left / length), unit };
}

/** When the zone or the words of `timeLeft` change next, or null where nothing changes any more. */
export function nextChangeAt(endsAt: number, now: number): number | null {
  const left = graced(endsAt - now);
  if (left <= 0) return null;
  const { length } = unitOf(left);
  const nextValue = Math.floor(left / length) * length - MINUTE;
  const moments = [AMBER_FROM, RED_FROM, nextValue, 0].map((remaining) => endsAt - remaining);
  return Math.min(...moments.filter((moment) => moment > now));
}

function graced(milliseconds: number): number {
  return milliseconds <= 0 ? 0 : milliseconds + MINUTE - 1;
}

function unitOf(left: number): (typeof UNITS)[number] {
  return UNITS.find(({ from }) => left >= from) ?? UNITS[2];
}

/** The zone of a connection. That it is over is for Sony to say: a clock can be wrong. */
export function zoneIn({ failure, tokenLife }: Connected, renews: boolean, now: number): Zone {
  if (failure !== null) return 'expired';
  const zone = zoneOf(connectionEndsAt(tokenLife, renews) - now);
  return zone === 'expired' ? 'red' : zone;
}

/** True where a connection from this sign-in would at once be one that ends soon. */
export function isRunningOut(endsAt: number, now: number): boolean {
  return zoneOf(endsAt - now) !== 'green';
}

/**
 * True where a session other than the known one is to be exchanged: it makes the connection last longer, or at least
 * it is a later sign-in, of which only an exchange tells whose it is.
 */
export function isWorthTrying(life: TokenLife, sessionEndsAt: number, now: number): boolean {
  const isLater = isLaterSession(sessionEndsAt, connectionEndsAt(life, true));
  return isLater || isWorthRenewing(life, sessionEndsAt, now);
}

/** True where half of what Sony granted is over: a sign-in whose end it does not name is exchanged for all that. */
export function isHalfOver({ grant, refreshTokenEndsAt }: TokenLife, now: number): boolean {
  return refreshTokenEndsAt - now < grant / 2;
}

/** Until when a refresh token would last that this session gives now. */
export function renewedUntil(life: TokenLife, sessionEndsAt: number, now: number): number {
  return Math.min(now + life.grant, sessionEndsAt);
}

/**
 * True where exchanging this session now would give a refresh token that lasts longer by a day or more: a grant is as
 * long as the last one was, and ends with its session. One that is over is always worth an exchange.
 */
export function isWorthRenewing(life: TokenLife, sessionEndsAt: number, now: number): boolean {
  const expectedEnd = renewedUntil(life, sessionEndsAt, now);
  const isOver = life.refreshTokenEndsAt <= now && sessionEndsAt > now;
  return isOver || expectedEnd - life.refreshTokenEndsAt >= DAY;
}
