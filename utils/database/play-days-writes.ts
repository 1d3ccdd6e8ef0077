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
  const changed = games.flatMap(({ said, game, before }) => {
    const total = isMediaApp(game) ? null : totalToRecord(said, before);
    return total === null ? [] : [{ said, total }];
  });
  if (changed.length === 0) return;
  const [last, beforeLast] = await playedListDays.reverse().limit(2).toArray();
  const listDays = [...(beforeLast?.days ?? []), ...(last?.days ?? [])];
  const thisMonth = monthOf(now);
  const totals = changed.map(({ said: { npTitleId, lastPlayedAt }, total }) => {
    const day = dayOfTotal(lastPlayedAt, listDays, now);
    return { npTitleId, total: [day, ...total] satisfies DatedTotal, month: monthOf(day * DAY) };
  });
  const [known, later] = await Promise.all([
    playDays.bulkGet(totals.map(({ npTitleId, month }) => [npTitleId, month])),
    playDays.bulkGet(totals.map(({ npTitleId }) => [npTitleId, thisMonth])),
  ]);
  await playDays.bulkPut(
    totals.map(({ npTitleId, total, month }, index): PlayDays => {
      // Of a month that is over no total comes after one of this month.
      const row = later[index] ?? known[index] ?? { month, days: [] };
      return { npTitleId, month: row.month, days: withTotal(row.days, total, dayOf(now)) };
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
