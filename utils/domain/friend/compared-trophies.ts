import { GRADES } from '../trophies/grades';
import type { Trophy } from '../trophies/trophy-set';
import type { AboutTrophies, FriendsTrophies } from './friends-copy';

type Theirs = Pick<FriendsTrophies, 'earned' | 'open'>;

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
  theirs: Theirs | null,
): ComparedTrophy[] {
  const has = hasOf(theirs);
  return trophies.map((trophy) => ({
    trophy,
    mine: { earned: trophy.earned, at: trophy.earnedAt },
    theirs: has(trophy.trophyId),
  }));
}

function hasOf(theirs: Theirs | null): (trophyId: number) => Has {
  const earned = new Map(theirs?.earned);
  const open = new Set(theirs?.open);
  return (trophyId) => {
    const isKnown = earned.has(trophyId) || open.has(trophyId);
    return { earned: isKnown ? earned.has(trophyId) : null, at: earned.get(trophyId) ?? null };
  };
}

/** A trophy of a game that only the friend has, as their copy calls it. */
export interface FriendsTrophy extends Pick<Trophy, 'trophyId' | 'grade' | 'hidden' | 'name'> {
  theirs: Has;
}

/** @see aboutTrophies */
export function friendsTrophies(set: FriendsTrophies): FriendsTrophy[] {
  const { ids, kinds, names } = set.about;
  const [has, lines] = [hasOf(set), names.split('\n')];
  return ids.map((trophyId, at) => ({
    trophyId,
    grade: GRADES[Number(kinds[2 * at] ?? NaN)] ?? null,
    hidden: kinds[2 * at + 1] === '1',
    name: lines[at] ?? '',
    theirs: has(trophyId),
  }));
}

/** As few values as hold it. */
export function aboutTrophies(
  trophies: readonly Pick<Trophy, 'trophyId' | 'grade' | 'hidden' | 'name'>[],
): AboutTrophies {
  const kindOf = ({ grade, hidden }: Pick<Trophy, 'grade' | 'hidden'>): string =>
    `${grade === null ? '-' : String(GRADES.indexOf(grade))}${hidden ? '1' : '0'}`;
  return {
    ids: trophies.map(({ trophyId }) => trophyId),
    kinds: trophies.map(kindOf).join(''),
    names: trophies.map(({ name }) => name.replaceAll(/[\r\n]+/g, ' ')).join('\n'),
  };
}

/** How many the friend's set has that the player's, which may be older, does not know: their names are not taken over. */
export function trophiesOnlyTheirs(trophies: readonly Trophy[], theirs: Theirs | null): number {
  const known = new Set(trophies.map(({ trophyId }) => trophyId));
  const all = [...(theirs?.earned ?? []).map(([trophyId]) => trophyId), ...(theirs?.open ?? [])];
  return all.filter((trophyId) => !known.has(trophyId)).length;
}
