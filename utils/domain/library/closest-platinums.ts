import { firstInOrder } from './first-in-order';
import { hasEarned } from './has-earned';
import { isGone, type LibraryTitle } from './title';
import { RANKS } from './title-rank';

/** A platinum that is on the way. */
export interface ClosestPlatinum extends Pick<
  LibraryTitle,
  'npCommunicationId' | 'name' | 'iconUrl'
> {
  /** Trophies that are missing, the platinum itself not counted. */
  left: number;
  /** It may be fewer. */
  isAtMost: boolean;
}

/** The so many closest, and of those that are as close the ones that were played last. */
export function closestPlatinumsAmong(
  titles: readonly LibraryTitle[],
  limit: number,
): ClosestPlatinum[] {
  const onTheWay = titles.flatMap((title) => {
    const rank = RANKS.platinum(title);
    // One that is never fetched stays: of that one its counts are known, and "never" says no more than that.
    if (isGone(title) || title.hide === true || title.status === 'retired') return [];
    // Nobody is on the way to the platinum of a game that they have only started.
    return typeof rank === 'string' || rank.value === 0 || !hasEarned(title)
      ? []
      : [{ title, rank }];
  });
  return firstInOrder(
    onTheWay,
    limit,
    (one, other) =>
      one.rank.value - other.rank.value || other.title.lastPlayedAt - one.title.lastPlayedAt,
  ).map(({ title: { npCommunicationId, name, iconUrl }, rank }) => {
    const isAtMost = rank.certainty !== 'exact';
    return { npCommunicationId, name, iconUrl, left: rank.value, isAtMost };
  });
}
