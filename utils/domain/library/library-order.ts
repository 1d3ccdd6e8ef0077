import { isKnown } from './instant';
import type { Sort } from './library-view';
import type { LibraryTitle } from './title';

/** What a title is sorted by, the least first. Null comes last, whatever the direction. */
type Key = (title: LibraryTitle) => number | null;

const KEYS: Record<Exclude<Sort, 'name'>, Key> = {
  played: ({ lastPlayedAt }) => (isKnown(lastPlayedAt) ? -lastPlayedAt : null),
  trophy: ({ tally }) => latest(tally?.lastEarnedAt),
  progress: ({ progress }) => -progress,
  rarest: ({ tally }) => tally?.rarestEarned ?? null,
  platinum: ({ tally }) => tally?.leftToPlatinum ?? null,
  playtime: ({ playSeconds }) => latest(playSeconds),
  completed: ({ tally }) => latest(tally?.completedAt),
};

/**
 * The titles in an order, which its reverse turns round. Equal ones come last played first, and so do, at the end,
 * those of which nobody knows: trophies that are not fetched, playtimes that Sony does not keep.
 */
export function ordered<Item extends { title: LibraryTitle }>(
  items: readonly Item[],
  sort: Sort,
  isReversed: boolean,
  names: Pick<Intl.Collator, 'compare'>,
): Item[] {
  const sign = isReversed ? -1 : 1;
  const compare =
    sort === 'name'
      ? (one: LibraryTitle, other: LibraryTitle) => sign * names.compare(one.name, other.name)
      : byKey(KEYS[sort], sign);
  return [...items].sort(
    (one, other) => compare(one.title, other.title) || byPlay(one.title, other.title),
  );
}

function byKey(key: Key, sign: number): (one: LibraryTitle, other: LibraryTitle) => number {
  return (one, other) => {
    const [first, second] = [key(one), key(other)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  };
}

function byPlay(one: LibraryTitle, other: LibraryTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? -1 : 1;
}

function latest(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : -value;
}
