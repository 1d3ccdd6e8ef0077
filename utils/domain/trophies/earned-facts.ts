import { rateOf } from './trophy-list';
import type { Trophy, TrophySet } from './trophy-set';

/** What there is to say of the trophies that are earned of a game. Instants are milliseconds since 1970. */
export interface EarnedFacts {
  /** Null where one that is earned, or may be, has no date: it may be the first or the last. */
  firstAt: number | null;
  lastAt: number | null;
  /** Null where one that is earned has no known rate: it may be the rarest. */
  rarest: Trophy | null;
}

/**
 * Null where nothing is earned, as far as anybody knows.
 * @param isWhole they are all that the set has, as they are now: of some, nothing can be said that is about all
 */
export function earnedFactsOf({ trophies }: TrophySet, isWhole: boolean): EarnedFacts | null {
  const earned = trophies.filter((trophy) => trophy.earned === true);
  if (earned.length === 0) return null;
  const isAllSaid = isWhole && trophies.every((trophy) => trophy.earned !== null);
  const instants = earned.flatMap(({ earnedAt }) => earnedAt ?? []);
  const isDated = isAllSaid && instants.length === earned.length;
  const [firstAt, lastAt] = isDated ? [Math.min(...instants), Math.max(...instants)] : [null, null];
  return { firstAt, lastAt, rarest: isAllSaid ? rarestOf(earned) : null };
}

function rarestOf(earned: readonly Trophy[]): Trophy | null {
  if (earned.some((trophy) => rateOf(trophy) === null)) return null;
  return earned.reduce((rarest, other) =>
    (rateOf(other) ?? Infinity) < (rateOf(rarest) ?? Infinity) ? other : rarest,
  );
}
