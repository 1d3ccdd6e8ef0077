import { dayOf, totalsIn, type PlayDays, type PlayedListDays } from '../history/play-days';
import { isKnown } from '../library/instant';
import { isApp, type PlayedGame } from '../library/title';
import { yearSpan, type DaySpan } from './day-spans';
import { doubtedSpansOf, playSpansOf, type PlaySpan } from './play-spans';
import { playedTimeIn } from './played-time';

/** A game of the played list, with the sets that belong to it. */
export interface PlayedGameOfSets extends PlayedGame {
  npCommunicationIds: readonly string[];
}

/** What is recorded of when games were played. Its days are of UTC. */
export interface RecordedHours {
  playDays: readonly PlayDays[];
  listDays: readonly PlayedListDays[];
  /** Those of which any day is recorded. */
  games: readonly PlayedGameOfSets[];
  /** So many months of games are stored and cannot be read; not there where there are none. */
  unread?: number;
}

/** When a game was played, as far as that is recorded. */
export interface GamePlay {
  npTitleId: string;
  name: string;
  npCommunicationIds: readonly string[];
  spans: PlaySpan[];
  /** It was played on these days too, for a time that nobody knows. */
  doubted: DaySpan[];
}

/**
 * The days on which the played list was read whole, the earliest first. One that is still to come was left by a clock
 * that was ahead.
 * @param today a day of UTC
 */
export function listDaysIn(months: readonly PlayedListDays[], today: number): number[] {
  return months
    .flatMap(({ days }) => days)
    .filter((day) => day <= today)
    .sort((one, other) => one - other);
}

/** When each game was played; apps are none. @param today a day of UTC: nothing was played after it */
export function gamePlaysIn(
  { playDays, listDays, games }: RecordedHours,
  today: number,
): GamePlay[] {
  const days = listDaysIn(listDays, today);
  const months = Map.groupBy(playDays, ({ npTitleId }) => npTitleId);
  return games
    .filter((game) => game.npCommunicationIds.length > 0 || !isApp(game))
    .map(({ npTitleId, name, npCommunicationIds, firstPlayedAt, lastPlayedAt }) => {
      const play = {
        totals: totalsIn(months.get(npTitleId) ?? []),
        firstPlayedDay: firstPlayedAt === null ? null : dayOf(firstPlayedAt),
        lastPlayedDay: isKnown(lastPlayedAt) ? dayOf(lastPlayedAt) : null,
        today,
      };
      return {
        ...{ npTitleId, name, npCommunicationIds },
        ...{ spans: playSpansOf(play, days), doubted: doubtedSpansOf(play, days) },
      };
    });
}

/** Without the games of which all sets are left out. */
export function playsWithout(
  plays: readonly GamePlay[],
  leftOut: ReadonlySet<string>,
): readonly GamePlay[] {
  if (leftOut.size === 0) return plays;
  return plays.filter(
    ({ npCommunicationIds: ids }) => ids.length === 0 || !ids.every((id) => leftOut.has(id)),
  );
}

/**
 * From which day on hours are known: the one after the list was read first. Null where it was read once, and nothing has
 * grown since.
 */
export function knownSince(listDays: readonly number[], spans: readonly DaySpan[]): number | null {
  if (listDays.length < 2 && spans.length === 0) return null;
  const [read] = listDays;
  return read === undefined ? Math.min(...spans.map(({ first }) => first)) : read + 1;
}

/**
 * Up to which of some days hours are known, where others of them have passed since: the one on which the list was read
 * last. Null where all of them are known that there are, and where none is.
 * @param today a day of UTC, as all days here are
 */
export function hoursKnownUntil(
  { first, last }: DaySpan,
  listDays: readonly number[],
  today: number,
): number | null {
  const read = listDays.at(-1);
  if (read === undefined || read < first) return null;
  return read <= last && read < today ? read : null;
}

/** For how long games were played in a year, as far as that is known. */
export interface PlayedYear {
  seconds: number;
  /** The day of it from which on that is known; null where that is all of it. */
  since: number | null;
  /** The day of it up to which it is, where others have passed; null otherwise. */
  until: number | null;
  /** On some days it was longer, nobody knows by how much. */
  isAtLeast: boolean;
  /** As with all that is recorded: hours of any year may be among them, or stand in it for those of another. */
  unread?: number;
}

/** Null where of no day of it anything is known. @param today a day of UTC */
export function playedInYear(
  recorded: RecordedHours,
  year: number,
  today: number,
): PlayedYear | null {
  const span = yearSpan(year);
  const days = listDaysIn(recorded.listDays, today);
  const plays = gamePlaysIn(recorded, today);
  const spans = plays.flatMap((play) => play.spans);
  const doubted = plays.flatMap((play) => play.doubted);
  const seconds = playedTimeIn([span], spans, days, doubted)[0]?.seconds ?? null;
  if (seconds === null) return null;
  const since = knownSince(days, spans) ?? span.first;
  return {
    ...{ seconds, since: since > span.first ? since : null },
    until: hoursKnownUntil(span, days, today),
    isAtLeast: isAnyWithin(span, doubted),
    ...(recorded.unread !== undefined && { unread: recorded.unread }),
  };
}

/** True where any of the spans has a day of these. */
export function isAnyWithin({ first, last }: DaySpan, spans: readonly DaySpan[]): boolean {
  return spans.some((span) => span.first <= last && span.last >= first);
}

/** The games that were played for the longest within some days. */
export function mostPlayedIn(
  within: DaySpan,
  plays: readonly GamePlay[],
  listDays: readonly number[],
): { play: GamePlay; seconds: number }[] {
  return plays
    .map((play) => ({
      play,
      seconds: playedTimeIn([within], play.spans, listDays)[0]?.seconds ?? 0,
    }))
    .filter(({ seconds }) => seconds > 0)
    .sort((one, other) => other.seconds - one.seconds);
}

const WITHOUT_PLAYTIME: ReadonlySet<string> = new Set(['PS3', 'PSVITA']);

/** True where what Sony says of how long it was played may lack a console. */
export function mayLackPlaytime({ platforms }: { platforms: readonly string[] }): boolean {
  return platforms.some((each) => WITHOUT_PLAYTIME.has(each));
}

/** True of what is for consoles alone of whose games Sony keeps no playtime. */
export function isWithoutPlaytime({ platforms }: { platforms: readonly string[] }): boolean {
  return platforms.length > 0 && platforms.every((each) => WITHOUT_PLAYTIME.has(each));
}
