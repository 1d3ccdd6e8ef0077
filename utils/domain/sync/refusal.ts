import type { Failure } from '../failure';
import { isWeeklyDue } from './weekly';

/** So many tries come to about a day of spells, or a week of daily syncs; from there on it is asked for weekly. */
const PATIENCE = 8;

/** What Sony did not answer, or not so that it could be read. */
export interface Refusal {
  /** Of which state it was asked for, as a version of a set: of another one nothing is known. */
  of: string;
  /** The last time. */
  at: number;
  /** How often in a row. */
  tries: number;
  failure: Failure;
  /** Which sync has met it last: when that began. */
  syncStartedAt: number;
}

/** What a played game's match depends on: one that is played again may have a set by then. */
export function matchingKey({ lastPlayedAt }: { lastPlayedAt: number }): string {
  return String(lastPlayedAt);
}

/** True where a match that named sets which no list has is doubted again: the game was played, or a week is over. */
export function isDoubtDue(
  game: { lastPlayedAt: number; refusal: Refusal | null },
  now: number,
): boolean {
  return game.refusal?.of !== matchingKey(game) || isWeeklyDue(game.refusal.at, now);
}

/** The refusal with one more. */
export function refusedAgain(before: Refusal | null, said: Omit<Refusal, 'tries'>): Refusal {
  const tries = before?.of === said.of ? before.tries + 1 : 1;
  return { ...said, tries };
}

/** True where it was asked for in vain so often that it is asked for once a week. */
function isRarelyAsked(refusal: Refusal | null, of: string): refusal is Refusal {
  return refusal?.of === of && refusal.tries >= PATIENCE;
}

/** True where it is not asked for now: in a week it is. */
export function isLeftAlone(refusal: Refusal | null, of: string, now: number): boolean {
  return isRarelyAsked(refusal, of) && !isWeeklyDue(refusal.at, now);
}
