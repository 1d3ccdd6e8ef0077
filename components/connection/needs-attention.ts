import { needOf, toldFailure, type Need } from '../../utils/domain/connection/need';
import type { Connected } from '../../utils/domain/connection/connection';
import {
  connectionEndsAt,
  isEndGuessed,
  renewedUntil,
} from '../../utils/domain/connection/token-life';
import type { Failure } from '../../utils/domain/failure';
import type { Status } from '../../utils/status/status';
import { THIS_PLAYER } from '../../utils/words/life-notes';
import type { Known } from '../../utils/words/needs';
import { standingOf } from './standing';

/** Why the connection does not work, or null where it does, or where there is none. */
export function faultIn({ connection }: Status): Failure | null {
  return connection.phase === 'connected' ? connection.failure : null;
}

/** What the player is told went wrong, if anything. */
export function alertOf(status: Status, asked: Failure | null, now: number): Failure | null {
  return toldFailure(standingOf(status, asked, now));
}

/** The one thing that is needed of the player, if anything. */
export function needIn(status: Status, asked: Failure | null, now: number): Need | null {
  return needOf(standingOf(status, asked, now));
}

/** What the words for a need speak of. */
export function knownOf(connection: Connected, status: Status, now: number): Known {
  const { tokenLife } = connection;
  return {
    player: status.snapshot.player?.onlineId ?? THIS_PLAYER,
    now,
    endsAt: connectionEndsAt(tokenLife, status.settings.renewal),
    isGuessed: isEndGuessed(tokenLife),
    // Of any other it is not known that it is theirs.
    sessionEndsAt: tokenLife.session.state === 'alive' ? tokenLife.session.endsAt : null,
    renewedUntil: renewedUntil(tokenLife, tokenLife.session.endsAt ?? Infinity, now),
  };
}

/** A check of the sign-in at hand takes a moment: what takes longer is waited for. Milliseconds. */
const MOMENT = 5_000;

/** The step of more time that is waited at, if any: a page of Sony's, or a check that takes long. */
export function awaitedStep({ connection }: Status, now: number) {
  const renewal = connection.phase === 'connected' ? connection.renewal : null;
  if (renewal === null) return null;
  const isBrief = renewal.step === 'exchange' && now - renewal.since <= MOMENT;
  return isBrief ? null : renewal.step;
}
