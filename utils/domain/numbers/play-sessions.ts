import { sumOf, wholeOf } from './rounding';

/**
 * A stretch of one game, rebuilt from when its trophies were earned: no break as long as the gap lies between two of
 * them, and no trophy of another game. Seconds since 1970. What was played before the first and after the last trophy
 * is not in it.
 */
export interface PlaySession {
  game: number;
  first: number;
  last: number;
  trophies: number;
}

/** How many hours without a trophy end a session, as the player may choose. A night is longer than any. */
export const SESSION_GAPS = [1, 2, 4, 6] as const;
export type SessionGap = (typeof SESSION_GAPS)[number];
export const USUAL_GAP: SessionGap = 4;

/**
 * @param at when each trophy was earned, the earliest first; 0 where it has no date
 * @param games which game each is of
 * @param isNone true of a trophy, by its place, that popped by itself: it is of no session
 */
export function playSessions(
  at: ArrayLike<number>,
  games: ArrayLike<number>,
  gap: SessionGap = 4,
  isNone: (place: number) => boolean = () => false,
): PlaySession[] {
  const sessions: PlaySession[] = [];
  for (let place = 0; place < at.length; place += 1) {
    const [second, game] = [at[place] ?? 0, games[place] ?? -1];
    if (second === 0 || isNone(place)) continue;
    const session = sessions.at(-1);
    if (session?.game === game && second - session.last < gap * 3_600) {
      session.last = second;
      session.trophies += 1;
    } else {
      sessions.push({ game, first: second, last: second, trophies: 1 });
    }
  }
  return sessions;
}

/** How long some sessions were, in seconds. */
export interface SessionTime {
  /** From the first trophy of each to its last. */
  atLeast: number;
  /** With the time that a trophy took on average once more for each session; null of none. */
  estimate: number | null;
}

/**
 * Of the sessions of one game.
 * @param playSeconds for how long it was played by Sony's word; null where it does not say
 */
export function sessionTimeOf(
  sessions: readonly PlaySession[],
  playSeconds: number | null,
): SessionTime {
  const atLeast = sumOf(sessions.map(lengthOf));
  const trophies = sumOf(sessions.map((session) => session.trophies));
  if (trophies === 0) return { atLeast, estimate: null };
  const estimate = atLeast + wholeOf((sessions.length * atLeast) / trophies);
  // Less than lies between its trophies a game was not played, whatever Sony says.
  return { atLeast, estimate: Math.max(atLeast, Math.min(estimate, playSeconds ?? Infinity)) };
}

/**
 * How long the sessions of several games may have been, each game's for itself, in seconds.
 * @param playSecondsOf for how long a game was played by Sony's word; null where it does not say
 */
export function estimatedTime(
  sessions: readonly PlaySession[],
  playSecondsOf: (game: number) => number | null,
): number {
  const byGame = Map.groupBy(sessions, ({ game }) => game);
  return sumOf(
    [...byGame].map(([game, own]) => sessionTimeOf(own, playSecondsOf(game)).estimate ?? 0),
  );
}

function lengthOf({ first, last }: PlaySession): number {
  return last - first;
}

/** The longest first; of those that are as long the latest. */
export function longestSessions(sessions: readonly PlaySession[], limit: number): PlaySession[] {
  return [...sessions]
    .sort((one, other) => lengthOf(other) - lengthOf(one) || other.first - one.first)
    .slice(0, limit);
}
