import { withSaidBefore } from '../library/said-before';
import type { Grade } from './grades';
import type { DatedRate } from './rarity';

/** One trophy as everybody has it: its definition. */
export interface TrophyDefinition {
  /** Unique in its set, counted from 0; add-ons go on counting. */
  trophyId: number;
  /** `default` for the base game, then `001`, `002` … */
  /** Null where Sony has not said it, or in no way that can be read. */
  groupId: string | null;
  grade: Grade | null;
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

/** The same as an answer says it: null where Sony does not say. */
export interface SaidDefinition extends Omit<TrophyDefinition, 'hidden'> {
  hidden: boolean | null;
}

/** What one player has of a trophy. Instants are milliseconds since 1970. */
export interface TrophyState {
  trophyId: number;
  /** Null while nobody has said. */
  earned: boolean | null;
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
  /** What was seen of trophies that it, or another library's, has had, and it has not; not there where there are none. */
  gone?: GoneTrophy[];
}

/** All that nobody can fetch again of a trophy. */
export type GoneTrophy = Pick<Trophy, 'trophyId' | 'rates'>;

/** What the list of games needs of a set's trophies, so that it never has to read them. */
export interface TrophyTally {
  /** Null where a trophy that is earned, or may be, has no date: it may be the last. */
  lastEarnedAt: number | null;
  platinumAt: number | null;
  /** When the last trophy of a set that is complete was earned. */
  completedAt: number | null;
  /** The lowest known rate among earned trophies, in tenths of a percent. */
  rarestEarned: number | null;
  /** An earned trophy has no known rate, and may be rarer. Not there where each has one. */
  lacksRate?: true;
  /** Trophies that stand between the player and the platinum; null where there is none, it is earned, or one is not known. */
  leftToPlatinum: number | null;
  /** Not there where the counts tell it, or nobody knows. */
  base?: BaseState;
}

/** Whether and when the base game was done of a set with add-ons and without a platinum. */
export interface BaseState {
  done: boolean;
  /** Null where it is not done, or one of its trophies has no date. */
  at: number | null;
}

export const BASE_GROUP = 'default';

/** What a trophy is, whatever an answer leaves out of it. */
const WORDS = [
  'groupId',
  'grade',
  'hidden',
  'name',
  'detail',
  'iconUrl',
  'rewardName',
  'target',
] as const;

/** The groups as they are called now; one without a name, or that is left out and has trophies, is called what it was. */
export function withGroups(set: TrophySet, groups: readonly TrophyGroup[]): TrophySet {
  const known = new Map(set.groups.map((group) => [group.groupId, group]));
  const named = groups.map((group) =>
    withSaidBefore(group, known.get(group.groupId), ['name', 'iconUrl']),
  );
  const there = new Set(groups.map(({ groupId }) => groupId));
  const used = new Set(set.trophies.map(({ groupId }) => groupId));
  const kept = set.groups.filter(({ groupId }) => !there.has(groupId) && used.has(groupId));
  const isBase = ({ groupId }: TrophyGroup): boolean => groupId === BASE_GROUP;
  const others = kept.filter((group) => !isBase(group));
  return { ...set, groups: [...kept.filter(isBase), ...named, ...others] };
}

/** In a game without add-ons all are of the base game, whether that is said or not. */
export function withOnlyGroup(definitions: readonly SaidDefinition[]): SaidDefinition[] {
  return definitions.map((row) => ({ ...row, groupId: row.groupId ?? BASE_GROUP }));
}

/**
 * The set with new definitions. What the player has of each trophy stays, joined by `trophyId`; so do trophies that
 * are missing, where they were, as long as the definitions are fewer than there should be. What was seen of one that
 * goes stays beside the set until it comes back.
 * @param count how many trophies the set has by Sony's titles list, where that is known
 */
export function withDefinitions(
  set: TrophySet,
  definitions: readonly SaidDefinition[],
  count: number | null,
): TrophySet {
  const known = new Map(set.trophies.map((trophy) => [trophy.trophyId, trophy]));
  const seen = new Map(
    [...(set.gone ?? []), ...set.trophies].map(({ trophyId, rates }) => [trophyId, rates]),
  );
  const trophies = definitions.map((definition) => {
    const before = known.get(definition.trophyId);
    const said = withSaidBefore<SaidDefinition>(definition, before, WORDS);
    // Nobody has said that it is no secret: its text is not shown for that.
    const rates = seen.get(definition.trophyId) ?? [];
    return { ...stateIn(before), ...said, rates, hidden: said.hidden ?? true };
  });
  const isShort = definitions.length < (count ?? Infinity);
  const after: TrophySet = {
    ...set,
    trophies: isShort ? withMissing(trophies, set.trophies) : trophies,
  };
  for (const { trophyId } of after.trophies) seen.delete(trophyId);
  delete after.gone;
  const gone = [...seen].filter(([, [first]]) => first).sort(([one], [other]) => one - other);
  if (gone.length) after.gone = gone.map(([trophyId, rates]) => ({ trophyId, rates }));
  return after;
}

/** The trophies with those of before that are not among them, each after the one that it followed. */
function withMissing(trophies: readonly Trophy[], before: readonly Trophy[]): Trophy[] {
  const there = new Set(trophies.map(({ trophyId }) => trophyId));
  const followers = new Map<number | null, Trophy[]>();
  let last: number | null = null;
  for (const trophy of before) {
    if (there.has(trophy.trophyId)) last = trophy.trophyId;
    else followers.set(last, [...(followers.get(last) ?? []), trophy]);
  }
  const after = (trophyId: number | null): Trophy[] => followers.get(trophyId) ?? [];
  return [...after(null), ...trophies.flatMap((trophy) => [trophy, ...after(trophy.trophyId)])];
}

function stateIn(known: Trophy | undefined): Omit<Trophy, 'rates' | keyof TrophyDefinition> {
  return {
    earned: known?.earned ?? null,
    earnedAt: known?.earnedAt ?? null,
    progress: known?.progress ?? null,
    progressedAt: known?.progressedAt ?? null,
  };
}

/**
 * What the list of games needs of these trophies; null where nobody has said of any whether it is earned.
 * @param count how many there are by Sony's titles list, where that is known
 * @param isWhole they are all that the set has: of some, nothing can be said that is about all
 */
export function tallyOf(
  { trophies }: TrophySet,
  count: number | null,
  isWhole: boolean,
): TrophyTally | null {
  if (trophies.every(({ earned }) => earned === null)) return null;
  const earned = trophies.filter((trophy) => trophy.earned === true);
  const mayBeEarned = trophies.filter((trophy) => trophy.earned !== false);
  const instants = earned.flatMap(({ earnedAt }) => earnedAt ?? []);
  const rates = earned.flatMap((trophy) => trophy.rates.at(-1)?.rate ?? []);
  const isAll = isWhole && (count === null || trophies.length >= count);
  // A trophy that has no date may be the last, and so may one that is missing here.
  const isDated = isAll && instants.length > 0 && instants.length === mayBeEarned.length;
  const last = isDated ? Math.max(...instants) : null;
  const isComplete = earned.length === trophies.length && earned.length === count;
  return {
    lastEarnedAt: last,
    platinumAt: earned.find(({ grade }) => grade === 'platinum')?.earnedAt ?? null,
    completedAt: isComplete ? last : null,
    rarestEarned: rates.length === 0 ? null : Math.min(...rates),
    ...(rates.length < earned.length && { lacksRate: true as const }),
    leftToPlatinum: isAll ? leftToPlatinum(trophies) : null,
    ...(isAll && withBase(trophies)),
  };
}

/** A platinum tells that its base game is done, and the counts do where there is nothing else. */
function withBase(trophies: readonly Trophy[]): { base?: BaseState } {
  const base = trophies.filter(({ groupId }) => groupId === BASE_GROUP);
  const isTold =
    base.length === trophies.length || trophies.some(({ grade }) => grade === 'platinum');
  if (isTold || trophies.some(({ groupId }) => groupId === null)) return {};
  if (base.some(({ earned }) => earned === false)) return { base: { done: false, at: null } };
  if (base.length === 0 || base.some(({ earned }) => earned === null)) return {};
  const instants = base.flatMap(({ earnedAt }) => earnedAt ?? []);
  return { base: { done: true, at: instants.length < base.length ? null : Math.max(...instants) } };
}

/** Only the base game leads to the platinum. */
function leftToPlatinum(trophies: readonly Trophy[]): number | null {
  const platinum = trophies.find(({ grade }) => grade === 'platinum');
  if (platinum?.earned !== false) return null;
  // In another group it tells that of this answer nobody knows which trophies are the base game's.
  if ((platinum.groupId ?? BASE_GROUP) !== BASE_GROUP) return null;
  const left = trophies.filter(
    (trophy) =>
      trophy !== platinum &&
      (trophy.groupId ?? BASE_GROUP) === BASE_GROUP &&
      trophy.earned !== true,
  );
  const isKnown = left.every(({ earned, groupId }) => earned !== null && groupId !== null);
  return isKnown ? left.length : null;
}
