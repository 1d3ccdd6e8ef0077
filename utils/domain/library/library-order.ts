import type { Sort } from './library-view';
import { changeBetween, withChange, type ListChange } from './list-change';
import type { LibraryTitle } from './title';
import type { RankedSort } from './title-rank';
import type { RankOf, RankOrNone } from './rank';

/** What is sorted from the least on; everything else from the most. */
export const LEAST_FIRST: readonly Sort[] = ['name', 'rarest', 'platinum', 'platform'];

/** Orders items: the same ones again and again, with a few that changed. */
export type Orderer<Item> = (
  items: readonly Item[],
  sort: Sort,
  isReversed: boolean,
) => readonly Item[];

/** From so many changes on, for each item that there is, sorting anew is no dearer. */
const MANY = 1 / 20;

interface Order<Item> {
  compare: (one: Item, other: Item) => number;
  sorted: readonly Item[];
}

/**
 * The titles in an order, which its reverse turns round. Equal ones come last played first, and so do, at the end,
 * those that there is nothing to sort by, and behind them those of which nobody knows.
 *
 * It remembers every order that was asked for: items that are the very same objects stand as they stood.
 *
 * @param rankOf what an order goes by
 */
export function orderer<Item extends WithTitle>(
  names: Pick<Intl.Collator, 'compare'>,
  rankOf: (sort: RankedSort) => RankOf,
): Orderer<Item> {
  const orders = new Map<string, Order<Item>>();
  let before: readonly Item[] = [];
  return (items, sort, isReversed) => {
    if (items !== before) update(orders, changeBetween(before, items), items.length);
    before = items;
    const name = `${sort} ${isReversed}`;
    const order = orders.get(name) ?? sortedBy(items, sort, isReversed, { names, rankOf });
    orders.set(name, order);
    return order.sorted;
  };
}

function update<Item>(
  orders: Map<string, Order<Item>>,
  change: ListChange<Item>,
  count: number,
): void {
  if (change.gone.size + change.come.size > MANY * count) orders.clear();
  for (const order of orders.values()) {
    order.sorted = withChange(order.sorted, change, order.compare);
  }
}

function sortedBy<Item extends WithTitle>(
  items: readonly Item[],
  sort: Sort,
  isReversed: boolean,
  by: { names: Pick<Intl.Collator, 'compare'>; rankOf: (sort: RankedSort) => RankOf },
): Order<Item> {
  const sign = isReversed ? -1 : 1;
  if (sort === 'name') {
    const compare = (one: Item, other: Item): number =>
      sign * by.names.compare(one.title.name, other.title.name) || byPlay(one, other);
    return { compare, sorted: nearlySorted(items, sign).sort(compare) };
  }
  const rankOf = by.rankOf(sort);
  const direction = LEAST_FIRST.includes(sort) ? sign : -sign;
  const compare = (one: Item, other: Item): number =>
    byRank(rankOf(one.title), rankOf(other.title), direction) || byPlay(one, other);
  // All of them at once: each is ranked once, and not at each comparison.
  const sorted = items
    .map((item) => ({ item, rank: rankOf(item.title) }))
    .sort((one, other) => byRank(one.rank, other.rank, direction) || byPlay(one.item, other.item))
    .map(({ item }) => item);
  return { compare, sorted };
}

/** Those at the end of titles in this order of which nobody knows what they would be sorted by. */
export function unrankedAmong<Item extends WithTitle>(
  ordered: readonly Item[],
  rankOf: RankOf,
): Item[] {
  const last = ordered.findLastIndex(({ title }) => rankOf(title) !== 'unknown');
  return ordered.slice(last + 1);
}

/** By code units, which is quick and nearly the order of a language: what a collator then has to do is little. */
function nearlySorted<Item extends WithTitle>(items: readonly Item[], sign: number): Item[] {
  return [...items].sort(({ title: one }, { title: other }) => {
    if (one.name === other.name) return 0;
    return one.name < other.name ? -sign : sign;
  });
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
