import type { z } from 'zod/mini';
import {
  changedMonths,
  dayOf,
  monthOf,
  totalToRecord,
  withDay,
  type PlayDays,
} from '../domain/history/play-days';
import { isMediaApp, type PlayedGame } from '../domain/library/title';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import type { LibraryDatabase } from './database';
import { storedListDays, storedPlayDays } from './row-schemas';
import { rowAsItLies } from './unreadable-rows';

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
  const months = Map.groupBy(await monthsOf(playDays, ids), ({ npTitleId }) => npTitleId);
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
  const known = await playedListDays.get(month);
  const rows = known ? [known] : byDay(storedListDays, await rowAsItLies('playedListDays', month));
  const days = rows.flatMap((row) => row.days);
  await playedListDays.put({ month, days: withDay(days, dayOf(now)) });
}

/** What is recorded of these games. Of a month that cannot be read, what of it can be: nobody says any of it again. */
async function monthsOf(
  playDays: LibraryDatabase['playDays'],
  ids: readonly string[],
): Promise<PlayDays[]> {
  const stored = playDays.where('npTitleId').anyOf(ids);
  const known = await stored.toArray();
  const keys = await stored.primaryKeys();
  if (known.length === keys.length) return known;
  const readable = new Set(known.map(({ npTitleId, month }) => `${npTitleId} ${month}`));
  for (const key of keys) {
    if (readable.has(key.join(' '))) continue;
    known.push(...byDay(storedPlayDays, await rowAsItLies('playDays', key)));
  }
  return known;
}

/** A row with each of its days that can be read. */
function byDay<Row>(schema: z.ZodMiniType<Row>, row: Record<string, unknown> | undefined): Row[] {
  const read = readInPlace(schema);
  const days: unknown[] = Array.isArray(row?.['days']) ? row['days'] : [];
  return days.flatMap((day) => {
    const part = read({ ...row, days: [day] });
    return part === UNREADABLE_PART ? [] : part;
  });
}
