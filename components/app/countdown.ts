import type { Connected } from '../../utils/domain/connection/connection';
import type { Status } from '../../utils/status/status';
import {
  FULL_SESSION,
  connectionEndsAt,
  isEndGuessed,
  timeLeft,
  zoneIn,
  type Zone,
} from '../../utils/domain/connection/token-life';
import {
  BEING_CHECKED,
  EXPIRED,
  NOT_WORKING,
  aboutTimeLeft,
  timeLeftWords,
} from '../../utils/words/token-life';
import { here } from './time-zone.svelte';

/** How a connection's remaining time is drawn, wherever it is. */
export interface Countdown {
  zone: Zone;
  endsAt: number;
  /** True where it has stopped, and that is behind us: it can stop before. */
  isOver: boolean;
  /** True where nobody knows the end better than about. */
  isGuessed: boolean;
  words: string;
  /** Between 0 and 1. */
  share: number;
  tone: 'good' | 'soon' | 'urgent';
}

const TONES: Record<Zone, Countdown['tone']> = {
  green: 'good',
  amber: 'soon',
  red: 'urgent',
  expired: 'urgent',
};

/** A connection that does not work has no time left, whatever its clocks say. */
export function countdownOf(connection: Connected, renews: boolean, now: number): Countdown {
  const endsAt = connectionEndsAt(connection.tokenLife, renews);
  const left = endsAt - now;
  const zone = zoneIn(connection, renews, now);
  const isGuessed = isEndGuessed(connection.tokenLife);
  return {
    zone,
    endsAt,
    isOver: zone === 'expired' && left <= 0,
    isGuessed,
    words: zone === 'expired' ? stopped(left) : goingOn(left, isGuessed),
    share: zone === 'expired' ? 0 : Math.max(0, left) / FULL_SESSION,
    tone: TONES[zone],
  };
}

/** The zone of a connection, or null where there is none. */
export function zoneAt({ connection, settings }: Status, now: number): Zone | null {
  return connection.phase === 'connected'
    ? countdownOf(connection, settings.renewal, now).zone
    : null;
}

/** The zone as far as it is said: green says that all is well, and nothing says so where that is not true. */
export function saidZone(zone: Zone, isWell: boolean): Zone | null {
  return zone === 'green' && !isWell ? null : zone;
}

/** That it is over by the clock has yet to be heard from Sony. */
function goingOn(left: number, isGuessed: boolean): string {
  if (left <= 0) return BEING_CHECKED;
  const words = isGuessed ? aboutTimeLeft : timeLeftWords;
  return words(timeLeft(left), here.locale);
}

function stopped(left: number): string {
  return left <= 0 ? EXPIRED : NOT_WORKING;
}
