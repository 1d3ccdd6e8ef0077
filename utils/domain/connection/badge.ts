import { isLasting } from '../failure';
import { waitFailureOf } from './attempt-wait';
import { isAttempt, type Attempting } from './connection';
import { awaitsSony } from './unfinished';
import type { Standing } from './all-well';
import { canSync } from './can-sync';
import { connectionEndsAt, timeLeft, zoneIn, type Zone } from './token-life';

/** What the toolbar icon says: nothing while all is well. */
export interface Badge {
  text: string;
  zone: Zone;
}

const NOTHING: Badge = { text: '', zone: 'green' };
const SHORT = { day: 'd', hour: 'h', minute: 'm' };

/** What stands there while a sign-in or a sign-out at PlayStation is awaited. */
const AWAITED: Badge = { text: '…', zone: 'amber' };
/** The same while an attempt to connect waits for an answer of the player's, or for something else that they do. */
const ASKED: Badge = { text: '!', zone: 'amber' };

/** Days in amber, days, hours or minutes in red, `!` where nothing goes on without the player. */
export function badgeOf({ connection, renews, sync, now }: Omit<Standing, 'asked'>): Badge {
  if (isAttempt(connection) && awaitsPlayer(connection)) return ASKED;
  if (awaitsSony(connection)) return AWAITED;
  if (connection.phase !== 'connected') return NOTHING;
  const zone = zoneIn(connection, renews, now);
  if (!canSync({ connection, renews, sync, asked: null, now }))
    return { text: '!', zone: 'expired' };
  const left = connectionEndsAt(connection.tokenLife, renews) - now;
  const { value, unit } = timeLeft(left);
  // Over by the clock alone is for Sony to say, and being found out.
  if (zone === 'green' || left <= 0) return NOTHING;
  return { text: zone === 'amber' ? String(value) : `${String(value)}${SHORT[unit]}`, zone };
}

/** True of what nothing on a page of Sony's brings to its end by itself: the popup says what does. */
function awaitsPlayer(attempt: Attempting): boolean {
  const failure = waitFailureOf(attempt);
  if (failure !== null) return isLasting(failure);
  if (attempt.phase === 'waiting-for-sign-in') return attempt.wanted !== undefined;
  return attempt.phase === 'old-session' || attempt.phase === 'waiting-for-access';
}
