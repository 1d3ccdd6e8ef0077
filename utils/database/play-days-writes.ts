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

/** A played game as Sony says it now, with what is known of it, and as it was stored. */
interface ReadGame {
  said: PlayedGame;
  game: PlayedGame;
  before: PlayedGame | undefined;
}

/** Records what has changed of these games' totals. Inside the transaction that stores the games. */
export async function storePlayDays(
  { playDays }: LibraryDatabase,
  games: readonly ReadGame[],
  now: number,
): Promise<void> {
  const month = monthOf(now);
  const totals = games.flatMap(({ said, game, before }) => {
    const total = isMediaApp(game) ? null : totalToRecord(said, before, now);
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
