import type { GameStatus } from './game-status';

/**
 * How far the player says that a game's trophies are not to be had any more: all of them, one that its platinum needs,
 * or others.
 */
export const UNOBTAINABLE_KINDS = ['game', 'platinum', 'trophy'] as const;
export type Unobtainable = (typeof UNOBTAINABLE_KINDS)[number];

/** A tag is a word or two. */
export const LONGEST_TAG = 30;
/** Of one game. */
export const MOST_TAGS = 20;

/** What the player says of a game, besides whether it is fetched. None of it says anything of another. */
export interface GameMarks {
  /** What they do with it; null where they do not say. */
  status: GameStatus | null;
  /** They do not want to see it. */
  hide: boolean;
  /** Its trophies are not to be had any more. */
  unobtainable: boolean;
  /** Their own words for it. */
  tags: readonly string[];
}
