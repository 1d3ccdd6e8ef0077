import type { z } from 'zod/mini';
import {
  changedMonths,
  dayOf,
  monthOf,
  totalsIn,
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
  const { whole, damaged } = await monthsOf(playDays, ids);
  const months = Map.groupBy([...whole, ...damaged], ({ npTitleId }) => npTitleId);
  const after = changed.flatMap((said) => {
    const { npTitleId } = said;
    const rows = changedMonths(months.get(npTitleId) ?? [], said, { today, read });
    return rows.map((month): PlayDays => ({ npTitleId, ...month }));
  });
  const empty = after.filter(({ days }) => days.length === 0);
  // What of a damaged month can be read is what the next total is counted from: pages have to see it too.
  await playDays.bulkPut([...damaged, ...after]);
  await playDays.bulkDelete(empty.map(({ npTitleId, month }) => [npTitleId, month]));
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
): Promise<{ whole: PlayDays[]; damaged: PlayDays[] }> {
  const stored = playDays.where('npTitleId').anyOf(ids);
  const whole = await stored.toArray();
  const keys = await stored.primaryKeys();
  const damaged: PlayDays[] = [];
  if (whole.length === keys.length) return { whole, damaged };
  const known = new Set(whole.map(({ npTitleId, month }) => `${npTitleId} ${month}`));
  for (const key of keys) {
    if (known.has(key.join(' '))) continue;
    const readable = byDay(storedPlayDays, await rowAsItLies('playDays', key));
    const [first] = readable;
    if (first) damaged.push({ ...first, days: totalsIn(readable) });
  }
  return { whole, damaged };
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
