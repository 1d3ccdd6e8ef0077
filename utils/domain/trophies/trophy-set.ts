import type { Grade } from './grades';
import type { DatedRate } from './rarity';

/** One trophy as everybody has it: its definition. */
export interface TrophyDefinition {
  /** Unique in its set, counted from 0; add-ons go on counting. */
  trophyId: number;
  /** `default` for the base game, then `001`, `002` … */
  groupId: string;
  grade: Grade;
  /** A secret trophy: its name and text are there all the same. */
  hidden: boolean;
  name: string;
  detail: string;
  iconUrl: string | null;
  /** What PS5 gives for it, such as an avatar. */
  rewardName: string | null;
  /** What a PS5 progress counter has to reach. */
  target: number | null;
}

/** What one player has of a trophy. Instants are milliseconds since 1970. */
export interface TrophyState {
  trophyId: number;
  earned: boolean;
  earnedAt: number | null;
  /** A PS5 progress counter, while the trophy is not earned. */
  progress: number | null;
  progressedAt: number | null;
  /** The share of players who have it, in tenths of a percent; null where Sony did not say. */
  rate: number | null;
}

/** Definition and state together. */
export interface Trophy extends TrophyDefinition, Omit<TrophyState, 'rate'> {
  /** Every rate that was ever seen of it, oldest first; see `rarity.ts`. */
  rates: DatedRate[];
}

/** The base game, or an add-on. */
export interface TrophyGroup {
  groupId: string;
  /** Empty where Sony left it out. */
  name: string;
  iconUrl: string | null;
}

/** One set with its trophies in Sony's order. */
export interface TrophySet {
  npCommunicationId: string;
  /** Empty until asked for: sets of one group are never asked. */
  groups: TrophyGroup[];
  trophies: Trophy[];
}

/** What the list of games needs of a set's trophies, so that it never has to read them. */
export interface TrophyTally {
  lastEarnedAt: number | null;
  platinumAt: number | null;
  /** When the last trophy of a set that is complete was earned. */
  completedAt: number | null;
  /** The lowest rate among earned trophies, in tenths of a percent. */
  rarestEarned: number | null;
  /** Trophies that stand between the player and the platinum; null where there is none, or it is earned. */
  leftToPlatinum: number | null;
}

export const BASE_GROUP = 'default';

/**
 * The set with new definitions. What the player has of each trophy stays, joined by `trophyId`; so do trophies that
 * are missing, as long as the definitions are fewer than there should be.
 * @param count how many trophies the set has by Sony's titles list
 */
export function withDefinitions(
  set: TrophySet,
  definitions: readonly TrophyDefinition[],
  count: number,
): TrophySet {
  const missing = new Map(set.trophies.map((trophy) => [trophy.trophyId, trophy]));
  const trophies = definitions.map((definition) => {
    const known = missing.get(definition.trophyId);
    missing.delete(definition.trophyId);
    return { ...stateIn(known), ...definition };
  });
  const isShort = definitions.length < count;
  return { ...set, trophies: [...trophies, ...(isShort ? missing.values() : [])] };
}

function stateIn(
  known: Trophy | undefined,
): Omit<Trophy, keyof Omit<TrophyDefinition, 'trophyId'>> {
  return {
    trophyId: known?.trophyId ?? 0,
    earned: known?.earned ?? false,
    earnedAt: known?.earnedAt ?? null,
    progress: known?.progress ?? null,
    progressedAt: known?.progressedAt ?? null,
    rates: known?.rates ?? [],
  };
}

/**
 * What the list of games needs of these trophies.
 * @param isWhole they are all that the set has: of some, nothing can be said that is about all
 */
export function tallyOf({ trophies }: TrophySet, isWhole: boolean): TrophyTally {
  const earned = trophies.filter((trophy) => trophy.earned);
  const instants = earned.flatMap(({ earnedAt }) => earnedAt ?? []);
  const rates = earned.flatMap(({ rates: dated }) => dated.at(-1)?.rate ?? []);
  const last = instants.length === 0 ? null : Math.max(...instants);
  return {
    lastEarnedAt: last,
    platinumAt: earned.find(({ grade }) => grade === 'platinum')?.earnedAt ?? null,
    // Complete with a date that Sony has not said: it may be the last.
    completedAt: isWhole && instants.length === trophies.length ? last : null,
    rarestEarned: rates.length === 0 ? null : Math.min(...rates),
    leftToPlatinum: isWhole ? leftToPlatinum(trophies) : null,
  };
}

/** Only the base game leads to the platinum. */
function leftToPlatinum(trophies: readonly Trophy[]): number | null {
  const platinum = trophies.find(({ grade }) => grade === 'platinum');
  if (platinum === undefined || platinum.earned) return null;
  return trophies.filter(
    ({ groupId, earned, grade }) => groupId === BASE_GROUP && !earned && grade !== 'platinum',
  ).length;
}
