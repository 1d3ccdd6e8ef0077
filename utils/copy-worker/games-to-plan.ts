import { sayingOf } from '../domain/later-row';
import { mergedGame, withoutRates, type CopiedGame } from '../copy/merged-game';
import { MERGED } from '../copy/merged-rows';
import { marksIn, withMarks, type StoredItem } from '../domain/library/player-item';
import { NOTHING_FETCHED, type LibraryTitle } from '../domain/library/title';
import type { SetEarnings } from '../domain/numbers/earnings';
import { isAnyShort } from '../domain/trophies/short-answer';
import type { TrophySet } from '../domain/trophies/trophy-set';
import { earningsIn } from '../database/earnings-store';
import { isAllOf, packed, unpacked, type StoredSet } from '../database/packed-set';
import type { PlannedRow } from '../database/staging';
import { differencesOf, type Compared, type Difference } from './differences';
import type { RowKey } from './library-rows';
import type { PlanWriter } from './plan-writer';
import { asMade, type RestoreWay } from './planned';

interface Needs {
  compared: Compared;
  way: RestoreWay;
  now: number;
  plan: PlanWriter;
}

/** A game as a library has it. */
interface GameRows {
  title: LibraryTitle | undefined;
  set: StoredSet | undefined;
}

const NOTHING: GameRows = { title: undefined, set: undefined };

/** So many games at once: each has all of its trophies with it. */
const AT_ONCE = 25;

/** Titles, their sets, and what was earned of these: a title and its set stay together. */
export class GamesToPlan {
  readonly #needs: Needs;
  readonly #ids = new Set<string>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Titles have a copy of what the player made, so these become something else too. */
  noteItems(differences: readonly Difference[]): void {
    if (this.#needs.way === 'replace') return;
    for (const { here, copied } of differences) {
      this.#ids.add(((here ?? copied) as StoredItem).npCommunicationId);
    }
  }

  async planAll(
    count: (before: LibraryTitle | undefined, after: LibraryTitle | undefined) => void,
  ): Promise<void> {
    await this.#noteGames();
    const ids = [...this.#ids].sort();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const { compared, plan } = this.#needs;
      const some = ids.slice(at, at + AT_ONCE);
      const rows: PlannedRow[] = [];
      const [here, copied] = [
        await gamesIn(compared.library, some),
        await copiedGames(compared, some),
      ];
      const earned = (await compared.library?.earnings.bulkGet(some)) ?? [];
      for (const [index, id] of some.entries()) {
        const before = here[index] ?? NOTHING;
        const after = await this.#becomes(id, before, copied[index] ?? NOTHING);
        if (isSameGame(before, after)) continue;
        count(before.title, after.title);
        rows.push(...this.#rowsOf(id, { before, after, earned: earned[index] }, copied[index]));
      }
      await plan.add(rows);
    }
  }

  /** Those that differ; where there is no library every one does, and none is read for that. */
  async #noteGames(): Promise<void> {
    const { compared } = this.#needs;
    for (const table of ['titles', 'trophySets'] as const) {
      if (compared.library === null) {
        for await (const keys of compared.copied.keysInPieces(table)) this.#note(keys);
      } else {
        for await (const some of differencesOf(compared, table))
          this.#note(some.map(({ key }) => key));
      }
    }
  }

  #note(keys: readonly RowKey[]): void {
    for (const key of keys) this.#ids.add(key as string);
  }

  async #becomes(id: string, here: GameRows, copied: GameRows): Promise<GameRows> {
    if (this.#needs.way === 'replace' || this.#needs.compared.library === null) return copied;
    const games = [asGame(here), asGame(copied)] as const;
    const { title, set } = mergedGame(...games, {});
    const items = await this.#itemsOf(id);
    const row = set === null ? undefined : rowOf(set, here.set, copied.set);
    // Of a new row nobody sees any more that it lacks what could not be read.
    const lacks =
      set !== null &&
      row !== here.set &&
      row !== copied.set &&
      [here, copied].some((rows, at) => isSetWithout(set, rows.set, games[at]!.set));
    const marked = title && withMarks(title, marksIn(items, () => set).get(id));
    return {
      title: marked ? { ...marked, ...(lacks && { fetched: NOTHING_FETCHED }) } : undefined,
      set: row,
    };
  }

  async #itemsOf(npCommunicationId: string): Promise<StoredItem[]> {
    const { library, staging } = this.#needs.compared;
    const of = { npCommunicationId };
    const copied = (await staging.staged('playerItems').where(of).toArray()) as StoredItem[];
    const here = (await library?.playerItems.where(of).toArray()) ?? [];
    const merged = new Map<string, StoredItem>();
    for (const item of [...here, ...copied]) {
      const name = JSON.stringify([item.kind, item.trophyId]);
      const known = merged.get(name);
      merged.set(
        name,
        known === undefined ? item : MERGED.playerItems(known, item, this.#needs.now),
      );
    }
    return [...merged.values()];
  }

  #rowsOf(
    id: string,
    game: { before: GameRows; after: GameRows; earned: SetEarnings | undefined },
    copied: GameRows = NOTHING,
  ): PlannedRow[] {
    const { before, after, earned } = game;
    const earnings = after.set && earningsIn(after.set, this.#needs.now, isWhole(after.title));
    const ofSet = changeOf('trophySets', id, before.set, after.set);
    const ofEarned = changeOf('earnings', id, earned, earnings ?? undefined);
    // What belongs to a set goes back with it: a sync since may have written all three.
    const hasSet = ofSet.length + ofEarned.length > 0;
    const whole = (table: SetTable, rows: PlannedRow[], ...row: Row[]): PlannedRow[] =>
      hasSet && rows.length === 0 ? asItIs(table, id, ...row) : rows;
    const ofTitle = changeOf('titles', id, before.title, after.title);
    return [
      ...asInCopy(copied.title, whole('titles', ofTitle, before.title, after.title)),
      ...asInCopy(copied.set, whole('trophySets', ofSet, before.set, after.set)),
      ...whole('earnings', ofEarned, earned, earnings ?? undefined),
    ];
  }
}

type SetTable = 'titles' | 'trophySets' | 'earnings';
type Row = object | undefined;

/** A row that stays, planned all the same. */
function asItIs(table: SetTable, key: string, before?: Row, after?: Row): PlannedRow[] {
  return after === undefined ? [] : [asMade(table, key, before, after)];
}

function changeOf(table: SetTable, key: string, before: Row, after: Row): PlannedRow[] {
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [{ table, key, becomes: 'nothing', ...(before && { before }) }];
  if (before !== undefined && sayingOf(before) === sayingOf(after)) return [];
  return [asMade(table, key, before, after)];
}

/** What is the row of the copy is there already, and not written twice. */
function asInCopy(copied: object | undefined, rows: PlannedRow[]): PlannedRow[] {
  return rows.map(({ after, ...row }) => {
    if (after === undefined) return row;
    return after === copied ? { ...row, becomes: 'copied' } : { ...row, after };
  });
}

/** As far as its title tells, of each trophy of the set is known what Sony said of it. */
function isWhole(title: LibraryTitle | undefined): boolean {
  const { fetched } = title ?? {};
  return !isAnyShort(fetched?.short ?? {}) && sayingOf(fetched) !== sayingOf(NOTHING_FETCHED);
}

/** True where this set is that of the row, of which some could not be read. */
function isSetWithout(set: TrophySet, row: StoredSet | undefined, read: TrophySet | null): boolean {
  if (row === undefined || read === null || isAllOf(row, read)) return false;
  return sayingOf(withoutRates(read)) === sayingOf(withoutRates(set));
}

function isSameGame(before: GameRows, after: GameRows): boolean {
  // What is new need not be read through to know that.
  return isNone(before) ? isNone(after) : sayingOf(before) === sayingOf(after);
}

function isNone({ title, set }: GameRows): boolean {
  return title === undefined && set === undefined;
}

/** The row of either library that says this, or a new one. */
function rowOf(
  set: NonNullable<CopiedGame['set']>,
  ...rows: readonly (StoredSet | undefined)[]
): StoredSet {
  const same = rows.find((row) => row !== undefined && sayingOf(unpacked(row)) === sayingOf(set));
  return same ?? packed(set);
}

function asGame({ title, set }: GameRows): CopiedGame {
  return { title: title ?? null, set: set === undefined ? null : unpacked(set) };
}

async function gamesIn(library: Compared['library'], ids: readonly string[]): Promise<GameRows[]> {
  if (library === null) return [];
  const titles = await library.titles.bulkGet([...ids]);
  const sets = await library.trophySets.bulkGet([...ids]);
  return ids.map((_, index) => ({ title: titles[index], set: sets[index] }));
}

async function copiedGames({ copied }: Compared, ids: readonly string[]): Promise<GameRows[]> {
  const titles = await copied.rowsOf('titles', ids);
  const sets = await copied.rowsOf('trophySets', ids);
  return ids.map((_, index) => ({
    title: titles[index] as LibraryTitle | undefined,
    set: sets[index] as StoredSet | undefined,
  }));
}
