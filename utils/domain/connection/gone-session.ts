import type { Session } from './connection';
import { DAY, HOUR, MINUTE } from '../time-units';

/** In an outage Sony names nobody either: a sign-in that was there is checked again before that is believed. */
const CHECK_AGAIN_AFTER = 2 * MINUTE;
/** A check that is made sooner than this is the same one. */
const ANOTHER_CHECK = MINUTE;

/**
 * The session once Sony has named nobody: left as it was after the first such check, and gone by the second. It is checked
 * again ever more seldom, since an outage can last.
 * @param isExplained something else says so too, or the player is about it: the first check will do
 */
export function withNobodySeen(session: Session, now: number, isExplained: boolean): Session {
  const goneSince = Math.min(session.goneSince ?? now, now);
  const { state, aliveAt } = session;
  // What was never there has not gone.
  if (state !== 'alive' && aliveAt === undefined)
    return { state: 'signed-out', endsAt: session.endsAt, seenAt: now };
  const isGone = isExplained || state === 'signed-out' || now - goneSince >= ANOTHER_CHECK;
  const isOwn = state === 'alive' || state === 'signed-out';
  const checkAt = isGone
    ? now + Math.min(DAY, Math.max(HOUR, now - goneSince))
    : goneSince + CHECK_AGAIN_AFTER;
  return {
    ...session,
    // The end that is kept is that of what was alive: by it that is known again.
    ...(isGone && { state: 'signed-out', endsAt: isOwn ? session.endsAt : null }),
    seenAt: now,
    checkAt,
    goneSince,
  };
}

/** The session once Sony has named somebody: it has not gone, whatever comes of it. */
export function withSomebodySeen(session: Session): Session {
  const named = { ...session };
  delete named.goneSince;
  return named;
}
