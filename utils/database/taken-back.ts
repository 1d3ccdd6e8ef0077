import { Dexie } from 'dexie';
import { itemAbove, haveSameValue } from '../domain/library/above-item';
import type { StoredItem } from '../domain/library/player-item';
import { isEqualRow } from '../domain/library/same-row';
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
import type { PlannedRow, StagingDatabase } from './staging';
import { hasChoices } from './unreadable-rows';

/** What Sony says once more. What a sync has said of it since goes, with the rates that only that one has seen. */
const SAID_AGAIN = ['titles', 'trophySets', 'earnings'];
/** What was seen on a day is seen on no other: it stays. */
const DAYS = ['playDays', 'playedListDays'];

/** Makes of every row what it was before; what the player, or the days, have changed since stays. Safe to repeat. */
export function takeBackPlan(
  library: LibraryDatabase,
  staging: StagingDatabase,
  moving: Moving,
): Promise<void> {
  const back = new WayBack(library, moving);
  return moveRows(library, staging, {
    done: `undone ${moving.mark}`,
    choose: (moves, here) => back.choose(moves, here),
    finish: () => back.finish(),
  });
}

/** What is gathered while rows go back, and what is done with it once they have. */
class WayBack {
  readonly #library: LibraryDatabase;
  readonly #moving: Moving;
  readonly #sets = new Set<string>();
  readonly #seen = new Set<string>();
  #hasPlayed = false;

  constructor(library: LibraryDatabase, moving: Moving) {
    this.#library = library;
    this.#moving = moving;
  }

  choose({ table, rows, becomes }: Moves, here: MovedRows): MovedRows {
    if (table === 'playedGames') this.#hasPlayed = true;
    return rows.map((row, index) => {
      this.#note(row);
      return this.#back(row, becomes[index], here[index]);
    });
  }

  async finish(): Promise<void> {
    const { titles, playerItems, overview } = this.#library;
    await this.#dropSeenSince();
    const marked = await playerItems.orderBy('npCommunicationId').uniqueKeys();
    for (const id of marked as string[]) if (this.#sets.has(id)) await copyMarks(this.#library, id);
    if (this.#hasPlayed) await rejoin(this.#library, await titles.toCollection().primaryKeys());
    // What the player has picked since stays too.
    if (!(await hasChoices(this.#library))) return;
    const row = await overview.get('library');
    await overview.put({ ...EMPTY_OVERVIEW, ...row, hasPicks: true, hasChosen: true });
  }

  #note({ table, key }: PlannedRow): void {
    if (SAID_AGAIN.includes(table)) this.#sets.add(key as string);
    else if (table === 'playerItems') this.#sets.add((key as [string, string])[1]);
    else this.#seen.add(JSON.stringify([table, key]));
  }

  #back(
    { table, before }: PlannedRow,
    made: object | undefined,
    here: object | undefined,
  ): object | undefined {
    if (SAID_AGAIN.includes(table)) return before;
    if (table === 'overview') return withNewsSeen(table, before, here);
    if (DAYS.includes(table)) return daysBack(before, made, here);
    if (table === 'playerItems') return this.#itemBack(before, made, here);
    return isEqualRow(here, made) ? before : here;
  }

  #itemBack(...rows: (object | undefined)[]): object | undefined {
    const [before, made, here] = rows as (StoredItem | undefined)[];
    const { said } = this.#moving;
    if (!haveSameValue(here, made)) return here;
    return said === null ? before : itemAbove(before, here, said);
  }

  /** A sync tells of what is as it was before once more. */
  async #dropSeenSince(): Promise<void> {
    const at = await restoredAt(this.#library, this.#moving.mark);
    if (at === null) return;
    const { trophyEvents, setVersions } = this.#library;
    const events = await trophyEvents
      .where('[seenAt+n]')
      .aboveOrEqual([at, Dexie.minKey])
      .toArray();
    const versions = await setVersions.where('seenAt').aboveOrEqual(at).toArray();
    await trophyEvents.bulkDelete(
      this.#seenSince('trophyEvents', events, ({ seenAt, n }) => [seenAt, n]),
    );
    await setVersions.bulkDelete(
      this.#seenSince('setVersions', versions, ({ npCommunicationId: id, seenAt }) => [id, seenAt]),
    );
  }

  /** Not those that went back themselves. */
  #seenSince<Row extends { npCommunicationId: string }, Key>(
    table: string,
    rows: readonly Row[],
    keyOf: (row: Row) => Key,
  ): Key[] {
    return rows
      .filter(({ npCommunicationId }) => this.#sets.has(npCommunicationId))
      .map(keyOf)
      .filter((key) => !this.#seen.has(JSON.stringify([table, key])));
  }
}

type Days = readonly (number | readonly number[])[];

/** As it was, with what was seen since. */
function daysBack(...rows: (object | undefined)[]): object | undefined {
  const [before, made, here] = rows as ({ days: Days } | undefined)[];
  const known = new Set(made?.days.map((day) => JSON.stringify(day)));
  const since = here?.days.filter((day) => !known.has(JSON.stringify(day))) ?? [];
  if (since.length === 0) return before;
  const days = new Map(
    [...(before?.days ?? []), ...since].map((day) => [[day].flat()[0] ?? 0, day]),
  );
  const inOrder = [...days].sort(([one], [other]) => one - other);
  return { ...(before ?? here), days: inOrder.map(([, day]) => day) };
}
