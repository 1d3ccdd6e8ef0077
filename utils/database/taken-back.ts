import { Dexie } from 'dexie';
import { itemAbove, haveSameValue } from '../domain/library/above-item';
import type { StoredItem } from '../domain/library/player-item';
import { isEqualRow } from '../domain/library/same-row';
import { withoutToldAgain } from '../domain/sync/told-again';
import { copyMarks } from './copy-marks';
import { EMPTY_OVERVIEW, type LibraryDatabase } from './database';
import { rejoin } from './played-join';
import {
  moveRows,
  restoredAt,
  withNewsSeen,
  type Moves,
  type Moving,
  type MovedRows,
} from './restored-library';
import type { StagingDatabase } from './staging';
import { hasChoices } from './unreadable-rows';

/** What Sony says once more. What a sync has said of it since goes, with the rates that only that one has seen. */
const SAID_AGAIN = ['titles', 'trophySets', 'earnings'];
/** What was seen on a day is seen on no other: it stays. */
const DAYS = ['playDays', 'playedListDays'];

/** Makes of every row what it was before; what the player, or the days, have changed since stays. Safe to repeat. */
export function takeBackPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  { mark, said }: Moving,
): Promise<void> {
  /** What goes back: games, and each row by its table and key. */
  const [games, keys] = [new Set<unknown>(), new Set<string>()];
  let hasPlayed = false;
  const choose = ({ table, rows, becomes }: Moves, here: MovedRows): MovedRows =>
    rows.map(({ key, before }, index) => {
      const [made, is] = [becomes[index], here[index]];
      hasPlayed ||= table === 'playedGames';
      games.add(table === 'playerItems' ? (key as string[])[1] : key);
      keys.add(`${table} ${String(key)}`);
      if (SAID_AGAIN.includes(table)) return before;
      if (table === 'overview') return withNewsSeen(table, before, is);
      if (DAYS.includes(table)) return daysBack(before, made, is);
      if (table === 'playerItems') return itemBack(said, before, made, is);
      return isEqualRow(is, made) ? before : is;
    });
  const finish = async (): Promise<void> => {
    const { titles, playerItems, overview, trophyEvents, setVersions, syncRuns } = library;
    const at = (await restoredAt(library, mark)) ?? Infinity;
    // A sync tells once more only of a row that is as it was before: of trophies once their game's is too.
    const isToldAgain = (row: string, id: string, isOfTrophies: boolean): boolean =>
      !keys.has(row) && keys.has(`titles ${id}`) && (!isOfTrophies || keys.has(`trophySets ${id}`));
    await trophyEvents
      .where('[seenAt+n]')
      .aboveOrEqual([at, Dexie.minKey])
      .and(({ npCommunicationId: id, seenAt, n, trophyId }) =>
        isToldAgain(`trophyEvents ${String([seenAt, n])}`, id, trophyId !== null),
      )
      .delete();
    await setVersions
      .where('seenAt')
      .aboveOrEqual(at)
      .and(({ npCommunicationId: id, seenAt, title }) =>
        // Of trophies and their groups, or of the list alone.
        isToldAgain(`setVersions ${String([id, seenAt])}`, id, Object.keys(title).length === 0),
      )
      .delete();
    const runs = await syncRuns.where('startedAt').aboveOrEqual(at).toArray();
    const since = runs.filter(({ startedAt }) => !keys.has(`syncRuns ${String(startedAt)}`));
    await syncRuns.bulkPut(
      since.map((run) => withoutToldAgain(run, (id) => keys.has(`titles ${id}`))),
    );
    const marked = await playerItems.orderBy('npCommunicationId').uniqueKeys();
    for (const id of marked) if (games.has(id)) await copyMarks(library, id as string);
    if (hasPlayed) await rejoin(library, await titles.toCollection().primaryKeys());
    // What the player has picked since stays too.
    if (!(await hasChoices(library))) return;
    const row = await overview.get('library');
    await overview.put({ ...EMPTY_OVERVIEW, ...row, hasPicks: true, hasChosen: true });
  };
  return moveRows(library, staging, { done: `undone ${mark}`, choose, finish });
}

function itemBack(said: Moving['said'], ...rows: (object | undefined)[]): object | undefined {
  const [before, made, here] = rows as (StoredItem | undefined)[];
  if (!haveSameValue(here, made)) return here;
  return said === null ? before : itemAbove(before, here, said);
}

type Days = readonly (number | readonly number[])[];

/** As it was, with what was seen since. */
function daysBack(...rows: (object | undefined)[]): object | undefined {
  const [before, made, here] = rows as ({ days: Days } | undefined)[];
  const known = new Set(made?.days.map(String));
  const since = here?.days.filter((day) => !known.has(String(day))) ?? [];
  if (since.length === 0) return before;
  const dayOf = (day: Days[number]): number => [day].flat()[0] ?? 0;
  const all = [...(before?.days ?? []), ...since];
  const byDay = [...Map.groupBy(all, dayOf).values()];
  // What a day began with stays, and what it came to.
  const days = byDay.flatMap((of) => (hasOneWay(of) ? [...new Set([of[0]!, of.at(-1)!])] : of));
  return { ...(before ?? here), days: days.sort((one, other) => dayOf(one) - dayOf(other)) };
}

/** Nothing fell from one total to the next, as where Sony corrects it: what lies between says nothing more. */
function hasOneWay(totals: Days): boolean {
  const seconds = totals.map((total) => [total].flat()[1] ?? 0);
  return seconds.every((each, index) => each >= (seconds[index - 1] ?? 0));
}
