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

/**
 * The titles in an order, which its reverse turns round. Equal ones come last played first, and so do, at the end,
 * those that there is nothing to sort by, and behind them those of which nobody knows.
 */
export function ordered<Item extends { title: LibraryTitle }>(
  items: readonly Item[],
  sort: Sort,
  isReversed: boolean,
  names: Pick<Intl.Collator, 'compare'>,
): Ordered<Item>[] {
  const sign = isReversed ? -1 : 1;
  if (sort === 'name') {
    return items
      .map((item) => ({ ...item, isUnranked: false }))
      .sort(
        (one, other) =>
          sign * names.compare(one.title.name, other.title.name) || byPlay(one, other),
      );
  }
  const rankOf = RANKS[sort];
  const direction = LEAST_FIRST.includes(sort) ? sign : -sign;
  return items
    .map((item) => ({ item, rank: rankOf(item.title) }))
    .sort((one, other) => byRank(one.rank, other.rank, direction) || byPlay(one.item, other.item))
    .map(({ item, rank }) => ({ ...item, isUnranked: rank === 'unknown' }));
}

function byRank(one: RankOrNone, other: RankOrNone, direction: number): number {
  if (typeof one === 'object' && typeof other === 'object') {
    return direction * (one.value - other.value);
  }
  return placeOf(one) - placeOf(other);
}

function placeOf(rank: RankOrNone): number {
  if (rank === 'unknown') return 2;
  return rank === 'none' ? 1 : 0;
}

type WithTitle = { title: LibraryTitle };

function byPlay({ title: one }: WithTitle, { title: other }: WithTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? -1 : 1;
}
