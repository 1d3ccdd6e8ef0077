import type { Trophy } from '../trophies/trophy-set';
import type { FriendsTrophies } from './friends-copy';

/** Whether one of the two has a trophy, and since when; null is what is not known. */
export interface Has {
  earned: boolean | null;
  at: number | null;
}

export interface ComparedTrophy {
  trophy: Trophy;
  mine: Has;
  theirs: Has;
}

/** The player's trophies of a game, in Sony's order. Where the friend's were not fetched nothing is known of theirs. */
export function comparedTrophies(
  trophies: readonly Trophy[],
  theirs: FriendsTrophies | null,
): ComparedTrophy[] {
  const earned = new Map(theirs?.earned);
  const open = new Set(theirs?.open);
  return trophies.map((trophy) => {
    const { trophyId } = trophy;
    const isKnown = earned.has(trophyId) || open.has(trophyId);
    return {
      trophy,
      mine: { earned: trophy.earned, at: trophy.earnedAt },
      theirs: {
        earned: isKnown ? earned.has(trophyId) : null,
        at: earned.get(trophyId) ?? null,
      },
    };
  });
}

/** How many the friend's set has that the player's, which may be older, does not know: their names are not taken over. */
export function trophiesOnlyTheirs(
  trophies: readonly Trophy[],
  theirs: FriendsTrophies | null,
): number {
  const known = new Set(trophies.map(({ trophyId }) => trophyId));
  const all = [...(theirs?.earned ?? []).map(([trophyId]) => trophyId), ...(theirs?.open ?? [])];
  return all.filter((trophyId) => !known.has(trophyId)).length;
}
