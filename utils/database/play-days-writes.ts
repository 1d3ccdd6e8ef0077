import {
  dayOf,
  dayOfTotal,
  monthOf,
  totalToRecord,
  withDay,
  withTotal,
  type DatedTotal,
  type PlayDays,
} from '../domain/history/play-days';
import { isMediaApp, type PlayedGame } from '../domain/library/title';
import { DAY } from '../domain/time-units';
import type { LibraryDatabase } from './database';

/** A played game as Sony says it now, with what is known of it, and as it was stored. */
interface ReadGame {
  said: PlayedGame;
  game: PlayedGame;
  before: PlayedGame | undefined;
}

/** Records what has changed of these games' totals. Inside the transaction that stores the games. */
export async function storePlayDays(
  { playDays, playedListDays }: LibraryDatabase,
  games: readonly ReadGame[],
  now: number,
): Promise<void> {
  const listDays = (await playedListDays.toArray()).flatMap(({ days }) => days);
  const totals = games.flatMap(({ said, game, before }) => {
    const total = isMediaApp(game) ? null : totalToRecord(said, before);
    if (total === null) return [];
    const { npTitleId } = said;
    const day = dayOfTotal(said.lastPlayedAt, listDays, now);
    return { npTitleId, month: monthOf(day * DAY), total: [day, ...total] satisfies DatedTotal };
  });
  const known = await playDays.bulkGet(
    totals.flatMap(({ npTitleId, month }): [string, string][] => [
      [npTitleId, monthOf(now)],
      [npTitleId, month],
    ]),
  );
  await playDays.bulkPut(
    totals.map(({ npTitleId, total, month }, index): PlayDays => {
      // Of a month that is over no total comes after one of this month.
      const row = known[2 * index] ?? known[2 * index + 1] ?? { npTitleId, month, days: [] };
      return { ...row, days: withTotal(row.days, total, dayOf(now)) };
    }),
  );
}

/** Records that the played list was read whole. Inside the transaction that stores its last page. */
export async function storePlayedListDay(
  { playedListDays }: LibraryDatabase,
  now: number,
): Promise<void> {
  const month = monthOf(now);
  const { days } = (await playedListDays.get(month)) ?? { days: [] };
  await playedListDays.put({ month, days: withDay(days, dayOf(now)) });
}
