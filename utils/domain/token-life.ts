import type { TokenLife } from './connection';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Zone = 'green' | 'amber' | 'red' | 'expired';

/** When the player must act: the earlier of the two clocks, since nothing of a connection outlives its session. */
export function connectionEndsAt(life: TokenLife): number {
  return Math.min(life.refreshTokenEndsAt, life.sessionEndsAt ?? Infinity);
}

/** Green above 14 days, amber to 14 days, red to 2 days. */
export function zoneOf(millisecondsLeft: number): Zone {
  if (millisecondsLeft <= 0) return 'expired';
  if (millisecondsLeft <= 2 * DAY) return 'red';
  if (millisecondsLeft <= 14 * DAY) return 'amber';
  return 'green';
}

export interface TimeLeft {
  value: number;
  unit: 'day' | 'hour' | 'minute';
}

/** Whole days while there are two or more, then hours, then minutes; always rounded down, never negative. */
export function timeLeft(milliseconds: number): TimeLeft {
  const left = Math.max(0, milliseconds);
  if (left >= 2 * DAY) return { value: Math.floor(left / DAY), unit: 'day' };
  if (left >= HOUR) return { value: Math.floor(left / HOUR), unit: 'hour' };
  return { value: Math.floor(left / MINUTE), unit: 'minute' };
}
