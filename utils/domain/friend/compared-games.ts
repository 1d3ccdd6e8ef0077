import { rememberedKeys } from '../library/editions';
import type { LibraryTitle } from '../library/title';
import { plus, sumOfGrades } from '../trophies/grades';
import type { FriendsGame } from './friends-copy';

/** What one of the two has of a game. Null is what is not known. */
export interface Side {
  /** Whole percent. */
  progress: number | null;
  earned: number | null;
  of: number | null;
  platinum: boolean | null;
  /** When the platinum was earned. */
  platinumAt: number | null;
  /** When the last trophy was. */
  lastEarnedAt: number | null;
}

/** Who has more of a game; `unknown` where that cannot be told. */
export type Ahead = 'mine' | 'theirs' | 'level' | 'unknown';

/** A game of either. A side that has no such game is null. */
export interface ComparedGame {
  title: FriendsGame;
  /** What theirs is where it is another edition of it: trophies of the two do not stand beside each other. */
  otherEdition: FriendsGame | null;
  mine: Side | null;
  theirs: Side | null;
  ahead: Ahead;
}

/**
 * Every game that either has, each once: by its set of trophies, and what then is left by edition. Sony's own names
 * and pictures: the player's count where both have them.
 */
export function comparedGames(
  mine: readonly LibraryTitle[],
  theirs: readonly FriendsGame[],
): ComparedGame[] {
  const left = new Map(theirs.map((game) => [game.npCommunicationId, game]));
  const same = new Map<LibraryTitle, FriendsGame>();
  for (const title of mine) {
    const other = left.get(title.npCommunicationId);
    if (other !== undefined) same.set(title, other);
    left.delete(title.npCommunicationId);
  }
  const editions = otherEditions(
    mine.filter((title) => !same.has(title)),
    [...left.values()],
  );
  for (const { npCommunicationId } of editions.values()) left.delete(npCommunicationId);
  const own = mine.map((title) => compared(title, same.get(title), editions.get(title)));
  return [...own, ...[...left.values()].map(onlyTheirs)];
}

/** Of games that one of the two has alone: which of theirs is an edition of which, the furthest beside the furthest. */
function otherEditions(
  mine: readonly LibraryTitle[],
  theirs: readonly FriendsGame[],
): Map<LibraryTitle, FriendsGame> {
  const keyOf = rememberedKeys();
  const named = theirs.filter(({ name }) => name.trim() !== '').sort(furthestFirst);
  const byKey = Map.groupBy(named, ({ name }) => keyOf(name));
  const pairs = new Map<LibraryTitle, FriendsGame>();
  for (const title of mine.toSorted(furthestFirst)) {
    const other = byKey.get(keyOf(title.name))?.shift();
    if (other !== undefined) pairs.set(title, other);
  }
  return pairs;
}

function furthestFirst(one: FriendsGame, other: FriendsGame): number {
  return (other.progress ?? -1) - (one.progress ?? -1);
}

function compared(own: FriendsGame, same?: FriendsGame, edition?: FriendsGame): ComparedGame {
  const other = same ?? edition ?? null;
  const [mine, theirs] = [sideOf(own), other && sideOf(other)];
  // Another edition may have another number of trophies: no more of them is more of the game.
  const ahead =
    edition === undefined || theirs === null
      ? aheadOf(mine, theirs)
      : sooner(mine.progress, theirs.progress);
  return { title: own, otherEdition: edition ?? null, mine, theirs, ahead };
}

function onlyTheirs(title: FriendsGame): ComparedGame {
  return { title, otherEdition: null, mine: null, theirs: sideOf(title), ahead: 'theirs' };
}

function sideOf({ progress, earned, defined, tally }: FriendsGame): Side {
  const { platinum } = earned;
  return {
    ...{ progress, earned: sumOfGrades(earned), of: sumOfGrades(defined) },
    platinum: platinum === null ? null : platinum > 0,
    platinumAt: tally?.platinumAt ?? null,
    lastEarnedAt: tally?.lastEarnedAt ?? null,
  };
}

/** By progress, and where that is level by how many trophies: a platinum has no points of it. */
function aheadOf(mine: Side, theirs: Side | null): Ahead {
  if (theirs === null) return 'mine';
  const byProgress = sooner(mine.progress, theirs.progress);
  return byProgress === 'level' ? sooner(mine.earned, theirs.earned) : byProgress;
}

function sooner(mine: number | null, theirs: number | null): Ahead {
  if (mine === null || theirs === null) return 'unknown';
  if (mine === theirs) return 'level';
  return mine > theirs ? 'mine' : 'theirs';
}

/** Which games: those that both have, or only one of the two. */
export const COMPARED_SHOWN = ['common', 'mine', 'theirs', 'all'] as const;
export type ComparedShown = (typeof COMPARED_SHOWN)[number];

export function isShown({ mine, theirs }: ComparedGame, shown: ComparedShown): boolean {
  if (shown === 'common') return mine !== null && theirs !== null;
  if (shown === 'mine') return theirs === null;
  return shown === 'all' || mine === null;
}

export const COMPARED_SORTS = ['name', 'mine-ahead', 'theirs-ahead', 'mine', 'theirs'] as const;
export type ComparedSort = (typeof COMPARED_SORTS)[number];

/** The most of it first, and what is not known last; `name` as it is read. */
export function sortedComparison(
  games: readonly ComparedGame[],
  sort: ComparedSort,
  collator: { compare: (one: string, other: string) => number },
): ComparedGame[] {
  const byName = (one: ComparedGame, other: ComparedGame): number =>
    collator.compare(one.title.name, other.title.name);
  if (sort === 'name') return games.toSorted(byName);
  const keys = new Map(games.map((game) => [game, keyOf(game, sort) ?? -Infinity]));
  return games.toSorted((one, other) => {
    const [a, b] = [keys.get(one) ?? 0, keys.get(other) ?? 0];
    return a === b ? byName(one, other) : a < b ? 1 : -1;
  });
}

function keyOf({ mine, theirs }: ComparedGame, sort: ComparedSort): number | null {
  const [own, other] = [mine?.progress ?? null, theirs?.progress ?? null];
  if (sort === 'mine') return own;
  if (sort === 'theirs') return other;
  // Nobody leads where only one of them has it.
  const by = plus(own, negative(other));
  return sort === 'mine-ahead' ? by : negative(by);
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}

/** One of the two, in all of their games. */
export interface SideTotals {
  games: number;
  /** True where games cannot be read: there are more than these. */
  lacksGames: boolean;
  trophies: number;
  platinums: number;
  /** So of trophies and platinums, where not all is known of each game. */
  isAtLeast: boolean;
  /** Games in common of which this one has more. */
  ahead: number;
}

export interface ComparedTotals {
  common: number;
  level: number;
  /** Games in common of which nobody can tell who has more. */
  unknown: number;
  mine: SideTotals;
  theirs: SideTotals;
}

/** @param unreadable rows of either that cannot be read, and so are among no games */
export function comparedTotals(
  games: readonly ComparedGame[],
  unreadable: { mine: number; theirs: number },
): ComparedTotals {
  const common = games.filter((game) => isShown(game, 'common'));
  const count = (ahead: Ahead): number => common.filter((game) => game.ahead === ahead).length;
  return {
    ...{ common: common.length, level: count('level'), unknown: count('unknown') },
    mine: {
      ...totalsOf(
        games.flatMap(({ mine }) => mine ?? []),
        unreadable.mine > 0,
      ),
      ahead: count('mine'),
    },
    theirs: {
      ...totalsOf(
        games.flatMap(({ theirs }) => theirs ?? []),
        unreadable.theirs > 0,
      ),
      ahead: count('theirs'),
    },
  };
}

function totalsOf(sides: readonly Side[], lacksGames: boolean): Omit<SideTotals, 'ahead'> {
  return {
    ...{ games: sides.length, lacksGames },
    trophies: sides.reduce((sum, { earned }) => sum + (earned ?? 0), 0),
    platinums: sides.filter(({ platinum }) => platinum === true).length,
    isAtLeast:
      lacksGames || sides.some(({ earned, platinum }) => earned === null || platinum === null),
  };
}
