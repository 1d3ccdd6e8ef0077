import { inLogOrder, type Placed } from '../numbers/log-order';
import { definedOf, earnedOf, type Grade, GRADES, type PartialCounts, progressOf } from './grades';
import { joinedInOrder } from './joined-in-order';
import type { MarkedTrophies } from './marked-trophies';
import type { TrophyType } from './trophy-annotation';
import { BASE_GROUP } from './trophy-set';
import type { Trophy, TrophyGroup, TrophySet } from './trophy-set';

/** Which of a game's trophies are listed. */
export const SHOWN = ['all', 'earned', 'missing'] as const;
export type Shown = (typeof SHOWN)[number];

/**
 * Sony's order; what most players have of what is missing first; what is missing and counted furthest first; the rarest
 * first; what was earned last first; the highest grade first.
 */
export const TROPHY_SORTS = ['sony', 'easiest', 'counter', 'rarity', 'date', 'grade'] as const;
export type TrophySort = (typeof TROPHY_SORTS)[number];

/** How the player wants to see a game's trophies. */
export interface TrophyListView {
  shown: Shown;
  sort: TrophySort;
  /** Without add-ons. */
  baseOnly: boolean;
  /** Only what the player says is of this type; null: whatever it is. */
  type: TrophyType | null;
  /** Pinned trophies stand first in their group. */
  pinnedFirst: boolean;
}

/** The base game or an add-on: how far the whole of it is, and those of its trophies that are listed. */
export interface TrophySection {
  /** Null of trophies of which it is not known. */
  groupId: string | null;
  /** Its place among the groups, whichever are listed: 1 is the first add-on. */
  number: number;
  /** Null until Sony was asked for the groups. */
  group: TrophyGroup | null;
  earned: PartialCounts;
  defined: PartialCounts;
  /** Whole percent, by Sony's rule; null where it is not known of a trophy whether it is earned. */
  progress: number | null;
  trophies: Trophy[];
}

/** A game's trophies as they are listed: the base game first, then the add-ons; none without a trophy to list. */
export function sectionsOf(
  set: TrophySet,
  view: TrophyListView,
  marked: MarkedTrophies,
): TrophySection[] {
  return groupIdsOf(set, view.baseOnly)
    .map((groupId, number) => ({ ...sectionOf(groupId, set, view, marked), number }))
    .filter(({ trophies }) => trophies.length > 0);
}

/** How many trophies each value of `shown` would list. */
export function countShown(
  set: TrophySet,
  { baseOnly, type }: Pick<TrophyListView, 'baseOnly' | 'type'>,
  { types }: Pick<MarkedTrophies, 'types'>,
): Record<Shown, number> {
  const listed = set.trophies.filter(
    ({ groupId, trophyId }) =>
      (!baseOnly || groupId === BASE_GROUP) && (type === null || types[type].has(trophyId)),
  );
  const having = (earned: boolean) => listed.filter((trophy) => trophy.earned === earned).length;
  return { all: listed.length, earned: having(true), missing: having(false) };
}

/** True where there is more than the base game. */
export function hasAddOns({ trophies }: TrophySet): boolean {
  return trophies.some(({ groupId }) => groupId !== BASE_GROUP);
}

/** The share of players who have a trophy, as it was last, in tenths of a percent. */
export function rateOf({ rates }: Pick<Trophy, 'rates'>): number | null {
  return rates.at(-1)?.rate ?? null;
}

/** How far a trophy that is not earned has been counted; null of one that is not counted. */
export interface TrophyCount {
  /** Null where it is not known. */
  done: number | null;
  target: number;
}

export function trophyCountOf({ earned, progress, target }: Trophy): TrophyCount | null {
  if (earned !== false || target === null || target <= 0) return null;
  // More than there is to count counts something else.
  const done = progress !== null && progress <= target ? progress : null;
  return { done, target };
}

/** A secret is one until it is known to be earned. */
export function isSecret({ hidden, earned }: Pick<Trophy, 'hidden' | 'earned'>): boolean {
  return hidden && earned !== true;
}

/** In Sony's order, the base game's first, whatever is listed of them; null of trophies of which it is not known. */
export function groupIdsOf({ groups, trophies }: TrophySet, baseOnly: boolean): (string | null)[] {
  const named = groups.map(({ groupId }) => groupId);
  const used = [...new Set(trophies.map(({ groupId }) => groupId))];
  const groupIds = [...new Set([BASE_GROUP, ...joinedInOrder<string | null>(used, named)])];
  if (baseOnly) return [BASE_GROUP];
  // What is of no group that is known comes last.
  return groupIds.sort((one, other) => Number(one === null) - Number(other === null));
}

function sectionOf(
  groupId: string | null,
  { groups, trophies }: TrophySet,
  { shown, sort, pinnedFirst, type }: TrophyListView,
  { pinned, unobtainable, types }: MarkedTrophies,
): Omit<TrophySection, 'number'> {
  const members = trophies.filter((trophy) => trophy.groupId === groupId);
  const earned = earnedOf(members);
  const defined = definedOf(members);
  const listed = members
    .filter((trophy) => shown === 'all' || trophy.earned === (shown === 'earned'))
    .filter(({ trophyId }) => type === null || types[type].has(trophyId))
    .sort(ORDERS[sort]);
  const ordered = ADVISING.includes(sort) ? withoutAdvice(listed, unobtainable) : listed;
  return {
    groupId,
    group: groups.find((group) => group.groupId === groupId) ?? null,
    earned,
    defined,
    progress: progressOf(earned, defined),
    trophies: pinnedFirst ? withFirst(ordered, pinned) : ordered,
  };
}

/** These say what to do next. */
const ADVISING: readonly TrophySort[] = ['easiest', 'counter'];

/** What is not to be had any more comes after what is, and before what is earned. */
function withoutAdvice(trophies: readonly Trophy[], unobtainable: ReadonlySet<number>): Trophy[] {
  const rank = ({ earned, trophyId }: Trophy): number => {
    if (earned === true) return 2;
    return unobtainable.has(trophyId) ? 1 : 0;
  };
  return [...trophies].sort((one, other) => rank(one) - rank(other));
}

type Order = (one: Trophy, other: Trophy) => number;

/** Sorting is stable: what is equal stays in Sony's order. */
const ORDERS: Record<TrophySort, Order> = {
  sony: () => 0,
  easiest: (one, other) => easeOf(other) - easeOf(one) || 0,
  counter: (one, other) => shareOf(other) - shareOf(one) || 0,
  rarity: (one, other) => (rateOf(one) ?? Infinity) - (rateOf(other) ?? Infinity) || 0,
  date: (one, other) =>
    knownOf(other) - knownOf(one) ||
    (one.earned === true ? inLogOrder(placed(other), placed(one)) : 0),
  grade: (one, other) => rankOf(other.grade) - rankOf(one.grade),
};

/** What is missing, by how many have it; then what nobody knows of, and last what is earned. */
function easeOf(trophy: Trophy): number {
  if (trophy.earned === true) return -2;
  return trophy.earned === null ? -1.5 : (rateOf(trophy) ?? -1);
}

/** What is missing, by how much of it is done; then what is not counted, what nobody knows of, and what is earned. */
function shareOf(trophy: Trophy): number {
  if (trophy.earned !== false) return trophy.earned === null ? -3 : -4;
  const counted = trophyCountOf(trophy);
  if (counted === null) return -2;
  return counted.done === null ? -1 : counted.done / counted.target;
}

/** What is earned, as in the log; then what is missing, and last what nobody knows of. */
function knownOf({ earned }: Trophy): number {
  return earned === null ? -1 : Number(earned);
}

/** Among those of its own set, whichever that is. */
function placed(trophy: Trophy): Placed {
  return { ...trophy, npCommunicationId: '' };
}

function rankOf(grade: Grade | null): number {
  return grade === null ? -1 : GRADES.indexOf(grade);
}

function withFirst(trophies: readonly Trophy[], pinned: ReadonlySet<number>): Trophy[] {
  const isPinned = ({ trophyId }: Trophy): boolean => pinned.has(trophyId);
  return [...trophies.filter(isPinned), ...trophies.filter((trophy) => !isPinned(trophy))];
}
