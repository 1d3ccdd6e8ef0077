import {
  dayOf,
  monthOf,
  totalToRecord,
  withDay,
  withTotal,
  type PlayDays,
} from '../domain/history/play-days';
import { isMediaApp, type PlayedGame } from '../domain/library/title';
import type { LibraryDatabase } from './database';

/** Records what has changed of these games' totals. Inside the transaction that stores the games. */
export async function storePlayDays(
  { playDays }: LibraryDatabase,
  games: readonly PlayedGame[],
  before: readonly (PlayedGame | undefined)[],
  now: number,
): Promise<void> {
  const month = monthOf(now);
  const totals = games.flatMap((game, index) => {
    const total = isMediaApp(game) ? null : totalToRecord(game, before[index], now);
    return total === null ? [] : [{ npTitleId: game.npTitleId, total }];
  });
  if (totals.length === 0) return;
  const known = await playDays.bulkGet(totals.map(({ npTitleId }) => [npTitleId, month]));
  await playDays.bulkPut(
    totals.map(({ npTitleId, total }, index): PlayDays => {
      return { npTitleId, month, days: withTotal(known[index]?.days ?? [], total) };
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
