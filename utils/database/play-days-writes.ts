import {
  changedMonths,
  dayOf,
  monthOf,
  totalToRecord,
  withDay,
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
  { playDays, playedListDays }: LibraryDatabase,
  games: readonly ReadGame[],
  now: number,
): Promise<void> {
  const changed = games.flatMap(({ said, game, before }) => {
    const total = isMediaApp(game) ? null : totalToRecord(said, before);
    return total === null ? [] : [{ ...said, total, secondsBefore: before?.playSeconds }];
  });
  if (changed.length === 0) return;
  const today = dayOf(now);
  const listDays = (await playedListDays.toArray()).flatMap(({ days }) => days);
  // A clock that was ahead has left days that are still to come.
  const read = listDays.findLast((day) => day <= today);
  const ids = changed.map(({ npTitleId }) => npTitleId);
  const known = await playDays.where('npTitleId').anyOf(ids).toArray();
  const months = Map.groupBy(known, ({ npTitleId }) => npTitleId);
  await playDays.bulkPut(
    changed.flatMap((said) => {
      const { npTitleId } = said;
      const after = changedMonths(months.get(npTitleId) ?? [], said, { today, read });
      return after.map((month): PlayDays => ({ npTitleId, ...month }));
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
