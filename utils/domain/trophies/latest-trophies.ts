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
  const dated: { title: LibraryTitle; at: number }[] = [];
  const undated: { title: LibraryTitle; at: number }[] = [];
  for (const title of titles) {
    if (title.tally === null) continue;
    const { lastEarnedAt } = title.tally;
    if (lastEarnedAt !== null) dated.push({ title, at: lastEarnedAt });
    else if (mayHaveEarned(title)) undated.push({ title, at: title.lastUpdatedAt });
  }
  return [dated, undated].flatMap((games) =>
    games
      .sort((one, other) => other.at - one.at)
      .slice(0, limit)
      .map(({ title }) => title),
  );
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
