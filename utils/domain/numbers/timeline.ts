/**
 * What a game's bar on the time axis says: whether it is done, given up, on PlayStation no more, being played, or was
 * left lying.
 */
export type Activity = 'completed' | 'retired' | 'gone' | 'playing' | 'stalled';

/** A game counts as being played for so many days after it was. */
const PLAYING_DAYS = 90;

/**
 * @param game with the civil day of its last trophy, or of when it was played last if that is later
 * @param until the last day that is known: who has not asked since does not know that it lies
 */
export function activityOf(
  game: { isCompleted: boolean; isRetired: boolean; isGone: boolean; lastDay: number },
  until: number,
): Activity {
  if (game.isCompleted) return 'completed';
  if (game.isRetired) return 'retired';
  if (game.isGone) return 'gone';
  return until - game.lastDay <= PLAYING_DAYS ? 'playing' : 'stalled';
}

/** A bar on the time axis. Civil days, both in it. */
export interface TimelineBar {
  first: number;
  last: number;
}

/**
 * In which row each bar lies, none on another: by their beginnings, each in the first row that is free. In the order
 * in which they came.
 */
export function timelineRows(bars: readonly TimelineBar[]): number[] {
  const byStart = bars
    .map((bar, index) => ({ ...bar, index }))
    .sort((one, other) => one.first - other.first);
  const ends: number[] = [];
  const rows = bars.map(() => 0);
  for (const { first, last, index } of byStart) {
    const free = ends.findIndex((end) => end < first);
    const row = free < 0 ? ends.length : free;
    ends[row] = last;
    rows[index] = row;
  }
  return rows;
}
