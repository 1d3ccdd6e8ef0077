import { firstInOrder } from '../library/first-in-order';
import type { LibraryTitle } from '../library/title';
import type { Trophy, TrophySet } from './trophy-set';

/** A trophy that was earned, and when. */
export interface LatestTrophy extends Pick<Trophy, 'trophyId' | 'name' | 'iconUrl' | 'grade'> {
  npCommunicationId: string;
  /** Milliseconds since 1970. */
  earnedAt: number;
  /** The share of players who have it, in tenths of a percent; null where it is not known. */
  rate: number | null;
}

/**
 * The games that have the so many latest trophies of all that are fetched: each of these is no later than its game's
 * last one. Of a game with a trophy without a date the last one is not known; the latest of those are among them, too.
 */
export function titlesWithLatest(titles: readonly LibraryTitle[], limit: number): LibraryTitle[] {
  const fetched = titles.flatMap((title) =>
    title.tally === null ? [] : [{ title, at: title.tally.lastEarnedAt }],
  );
  const dated = firstInOrder(
    fetched.filter(({ at }) => at !== null),
    limit,
    (one, other) => (other.at ?? 0) - (one.at ?? 0),
  );
  const undated = firstInOrder(
    fetched.filter(({ title, at }) => at === null && mayHaveEarned(title)),
    limit,
    (one, other) => other.title.lastUpdatedAt - one.title.lastUpdatedAt,
  );
  return [...dated, ...undated].map(({ title }) => title);
}

function mayHaveEarned({ earned }: LibraryTitle): boolean {
  return Object.values(earned).some((count) => count !== 0);
}

/** The latest of these sets' trophies. A platinum stands before what it was earned with. */
export function latestTrophies(sets: readonly TrophySet[], limit: number): LatestTrophy[] {
  return sets
    .flatMap(({ npCommunicationId, trophies }) =>
      trophies.flatMap(({ trophyId, name, iconUrl, grade, earned, earnedAt, rates }) => {
        if (earned !== true || earnedAt === null) return [];
        const rate = rates.at(-1)?.rate ?? null;
        return [{ npCommunicationId, trophyId, name, iconUrl, grade, earnedAt, rate }];
      }),
    )
    .sort(
      (one, other) =>
        other.earnedAt - one.earnedAt ||
        Number(other.grade === 'platinum') - Number(one.grade === 'platinum'),
    )
    .slice(0, limit);
}
