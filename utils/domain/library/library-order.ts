import type { Sort } from './library-view';
import type { LibraryTitle } from './title';
import { RANKS, type RankOrNone } from './title-rank';

/** What is sorted from the least on; everything else from the most. */
const LEAST_FIRST: readonly Sort[] = ['rarest', 'platinum'];

/** Something with a title, in an order. */
export type Ordered<Item> = Item & {
  /** Nobody knows what it would be sorted by: it stands at the end for that alone. */
  isUnranked: boolean;
};

/** Orders items: the same ones again and again, with a few that changed. */
export type Orderer<Item> = (
  items: readonly Item[],
  sort: Sort,
  isReversed: boolean,
) => Ordered<Item>[];

/**
 * The titles in an order, which its reverse turns round. Equal ones come last played first, and so do, at the end,
 * those that there is nothing to sort by, and behind them those of which nobody knows.
 *
 * It remembers the order of the last time: items that are the very same objects stand as they stood, and only the
 * others are sorted in. A sync changes one of 18,516 games several times a second.
 */
export function orderer<Item extends WithTitle>(
  names: Pick<Intl.Collator, 'compare'>,
): Orderer<Item> {
  let last: Place<Item>[] = [];
  let lastSort = '';
  return (items, sort, isReversed) => {
    const order = orderOf<Item>(sort, isReversed, names);
    const thisSort = `${sort} ${isReversed}`;
    const now = new Set(items);
    const stay = thisSort === lastSort ? last.filter(({ item }) => now.has(item)) : [];
    for (const { item } of stay) now.delete(item);
    last = merged(stay, order.sorted([...now]), order.compare);
    lastSort = thisSort;
    return last.map(({ ordered }) => ordered);
  };
}

/** An item, what it is ranked by, and what is handed back for it. */
interface Place<Item> {
  item: Item;
  rank: RankOrNone;
  ordered: Ordered<Item>;
}

type Compare<Item> = (one: Place<Item>, other: Place<Item>) => number;

interface Order<Item> {
  compare: Compare<Item>;
  sorted: (items: Item[]) => Place<Item>[];
}

function orderOf<Item extends WithTitle>(
  sort: Sort,
  isReversed: boolean,
  names: Pick<Intl.Collator, 'compare'>,
): Order<Item> {
  const sign = isReversed ? -1 : 1;
  if (sort === 'name') {
    const compare: Compare<Item> = ({ item: one }, { item: other }) =>
      sign * names.compare(one.title.name, other.title.name) || byPlay(one, other);
    return { compare, sorted: (items) => nearlySorted(items, sign).map(unranked).sort(compare) };
  }
  const rankOf = RANKS[sort];
  const direction = LEAST_FIRST.includes(sort) ? sign : -sign;
  const compare: Compare<Item> = (one, other) =>
    byRank(one.rank, other.rank, direction) || byPlay(one.item, other.item);
  return {
    compare,
    sorted: (items) => items.map((item) => placeOf(item, rankOf(item.title))).sort(compare),
  };
}

function placeOf<Item>(item: Item, rank: RankOrNone): Place<Item> {
  return { item, rank, ordered: { ...item, isUnranked: rank === 'unknown' } };
}

/** Ordered by its name, which there always is. */
function unranked<Item>(item: Item): Place<Item> {
  return placeOf(item, 'none');
}

/** By code units, which is quick and nearly the order of a language: what a collator then has to do is little. */
function nearlySorted<Item extends WithTitle>(items: Item[], sign: number): Item[] {
  return items.sort(({ title: one }, { title: other }) => {
    if (one.name === other.name) return 0;
    return one.name < other.name ? -sign : sign;
  });
}

function merged<Item>(
  some: Place<Item>[],
  others: Place<Item>[],
  compare: Compare<Item>,
): Place<Item>[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  const all: Place<Item>[] = [];
  let at = 0;
  for (const place of some) {
    for (let other = others[at]; other && compare(other, place) < 0; other = others[at]) {
      all.push(other);
      at++;
    }
    all.push(place);
  }
  return [...all, ...others.slice(at)];
}

function byRank(one: RankOrNone, other: RankOrNone, direction: number): number {
  if (typeof one === 'object' && typeof other === 'object') {
    return direction * (one.value - other.value);
  }
  return groupOf(one) - groupOf(other);
}

function groupOf(rank: RankOrNone): number {
  if (rank === 'unknown') return 2;
  return rank === 'none' ? 1 : 0;
}

type WithTitle = { title: LibraryTitle };

function byPlay({ title: one }: WithTitle, { title: other }: WithTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? -1 : 1;
}
