import type { EditionStack } from './editions';
import { GAME_STATUSES } from './game-status';
import type { Grouping } from './library-view';
import { PLATFORMS } from './platforms';
import type { LibraryTitle } from './title';
import { RANKS } from './title-rank';
import type { RankOrNone } from './rank';

/** Games that stand under one head. */
export interface GameGroup {
  /** A year, a status, or platforms with a comma between them; `none` and `unknown` where a game has none of it, or nobody knows. */
  key: string;
  stacks: readonly EditionStack[];
  /** So many of them may belong to an earlier year. */
  mayBeEarlier: number;
}

/** What an instant counts as: years are the reader's own. */
type YearOf = (instant: number) => number;

interface Place {
  key: string;
  mayBeEarlier: boolean;
}

/** The games in groups, each in the order that they came in, and the groups in their own. */
export function gameGroups(
  stacks: readonly EditionStack[],
  grouping: Grouping,
  yearOf: YearOf,
): GameGroup[] {
  const groups = new Map<string, { stacks: EditionStack[]; mayBeEarlier: number }>();
  for (const stack of stacks) {
    const { key, mayBeEarlier } = placeOf(stack.title, grouping, yearOf);
    const group = groups.get(key) ?? { stacks: [], mayBeEarlier: 0 };
    groups.set(key, group);
    group.stacks.push(stack);
    if (mayBeEarlier) group.mayBeEarlier += 1;
  }
  const compare = ORDERS[grouping];
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((one, other) => lastOf(one.key) - lastOf(other.key) || compare(one.key, other.key));
}

function placeOf(title: LibraryTitle, grouping: Grouping, yearOf: YearOf): Place {
  switch (grouping) {
    case 'platform':
      return { key: platformsTogether(title) || 'unknown', mayBeEarlier: false };
    case 'status':
      return { key: title.status ?? 'none', mayBeEarlier: false };
    case 'trophy-year':
      return yearIn(RANKS.trophy(title), yearOf);
    case 'completed-year':
      return yearIn(RANKS.completed(title), yearOf);
  }
}

function yearIn(rank: RankOrNone, yearOf: YearOf): Place {
  if (typeof rank === 'string') return { key: rank, mayBeEarlier: false };
  return { key: String(yearOf(rank.value)), mayBeEarlier: rank.certainty !== 'exact' };
}

/** A set for several consoles counts once, under all of them. */
export function platformsTogether({ platforms }: { platforms: readonly string[] }): string {
  return [...new Set(platforms)].sort(byConsole).join();
}

function byConsole(one: string, other: string): number {
  return placeAmong(PLATFORMS, one) - placeAmong(PLATFORMS, other) || (one < other ? -1 : 1);
}

/** In their own order; what is none of them comes last. */
function placeAmong(known: readonly string[], each: string): number {
  const place = known.indexOf(each);
  return place < 0 ? known.length : place;
}

/** Behind all others: what has nothing to be grouped by, and behind that what is not known. */
function lastOf(key: string): number {
  if (key === 'unknown') return 2;
  return key === 'none' ? 1 : 0;
}

const newestYear = (one: string, other: string): number => Number(other) - Number(one);

const ORDERS: Record<Grouping, (one: string, other: string) => number> = {
  platform: byConsoles,
  status: (one, other) => placeAmong(GAME_STATUSES, one) - placeAmong(GAME_STATUSES, other),
  'trophy-year': newestYear,
  'completed-year': newestYear,
};

/** The newest console first, alone before it stands with others. */
export function byConsoles(one: string, other: string): number {
  const [ones, others] = [one.split(','), other.split(',')];
  const differs = ones.findIndex((each, at) => each !== others[at]);
  if (differs < 0) return ones.length - others.length;
  const [mine, theirs] = [ones[differs], others[differs]];
  return mine === undefined || theirs === undefined ? 1 : byConsole(mine, theirs);
}
