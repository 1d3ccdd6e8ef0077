import { firstInOrder } from '../library/first-in-order';
import { inCodeUnits, inLogOrder } from '../numbers/log-order';
import type { LibraryTitle } from '../library/title';
import { earnedKey } from '../sync/answer-keys';
import type { Trophy, TrophySet } from './trophy-set';

/** A trophy that was earned, and when. */
export interface LatestTrophy extends Pick<Trophy, 'trophyId' | 'name' | 'iconUrl' | 'grade'> {
  npCommunicationId: string;
  /** Milliseconds since 1970. */
  earnedAt: number;
  /** The share of players who have it, in tenths of a percent; null where it is not known. */
  rate: number | null;
}

/** Which trophies are the latest: so many, and all that were earned since an instant, where those are more. */
export interface Latest {
  atLeast: number;
  since: number;
  atMost: number;
}

/**
 * The games that have the latest trophies of all that are fetched: each of these is no later than its game's last one.
 * Of a game with a trophy without a date the last one is not known; the latest of those are among them, too.
 */
export function titlesWithLatest(titles: readonly LibraryTitle[], latest: Latest): LibraryTitle[] {
  const fetched = titles.flatMap((title) =>
    title.tally === null ? [] : [{ title, at: title.tally.lastEarnedAt }],
  );
  const dated = latestOf(
    fetched.flatMap(({ title, at }) => (at === null ? [] : [{ title, at }])),
    latest,
  );
  const undated = latestOf(
    fetched
      .filter(({ title, at }) => at === null && mayHaveEarned(title))
      .map(({ title }) => ({ title, at: title.lastUpdatedAt })),
    latest,
  );
  return [...dated, ...undated].map(({ title }) => title);
}

interface DatedTitle {
  title: LibraryTitle;
  at: number;
}

/** Of one second those first whose trophies the log has first. */
function latestOf(all: readonly DatedTitle[], latest: Latest): DatedTitle[] {
  const many = howMany(
    all.map(({ at }) => at),
    latest,
  );
  return firstInOrder(
    all,
    many,
    (one, other) =>
      secondOf(other) - secondOf(one) ||
      inCodeUnits(other.title.npCommunicationId, one.title.npCommunicationId),
  );
}

const secondOf = ({ at }: DatedTitle): number => Math.floor(at / 1_000);

function howMany(instants: readonly number[], { atLeast, since, atMost }: Latest): number {
  const recent = instants.filter((instant) => instant >= since).length;
  return Math.min(Math.max(atLeast, recent), atMost);
}

/** Games in which one may have been earned since then that is not here: of these the list knows more than is fetched. */
export function titlesWithLater(titles: readonly LibraryTitle[], since: number): LibraryTitle[] {
  return titles.filter(
    (title) =>
      title.lastUpdatedAt >= since &&
      title.fetched.earned !== earnedKey(title) &&
      mayHaveEarned(title),
  );
}

function mayHaveEarned({ earned }: LibraryTitle): boolean {
  return Object.values(earned).some((count) => count !== 0);
}

/** The latest of these sets' trophies, as the log has them. */
export function latestTrophies(sets: readonly TrophySet[], latest: Latest): LatestTrophy[] {
  const found = sets
    .flatMap(({ npCommunicationId, trophies }) =>
      trophies.flatMap(({ trophyId, name, iconUrl, grade, earned, earnedAt, rates }) => {
        if (earned !== true || earnedAt === null) return [];
        const rate = rates.at(-1)?.rate ?? null;
        return [{ npCommunicationId, trophyId, name, iconUrl, grade, earnedAt, rate }];
      }),
    )
    .sort((one, other) => inLogOrder(other, one));
  const instants = found.map(({ earnedAt }) => earnedAt);
  return found.slice(0, howMany(instants, latest));
}
