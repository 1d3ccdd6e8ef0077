import type { Cause } from '../domain/failure';
import { withLook } from '../domain/rarity';
import { definitionsKey, earnedKey, requestsFor } from '../domain/sync-plan';
import type { HeldAnswers, LibraryTitle } from '../domain/title';
import {
  sumOfGrades,
  tallyOf,
  withDefinitions,
  type Trophy,
  type TrophyDefinition,
  type TrophyGroup,
  type TrophySet,
  type TrophyState,
} from '../domain/trophy-set';
import type { Cursor, Rows, TrophyStore } from '../sync/ports';
import { packed, unpacked } from './packed-set';
import { dropRead, keepUnreadTrophies } from './set-aside';
import { KEY, type Writes } from './writes';

/** What a sync writes of trophies: one row for a set, and what the list of games needs of it with its title. */
export class DexieTrophyStore implements TrophyStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  keepDefinitions(
    id: string,
    { rows, unread }: Rows<TrophyDefinition>,
    next: Cursor,
  ): Promise<void> {
    return this.#keep(id, next, unread, (set, title) => ({
      set: withDefinitions(set, rows, sumOfGrades(title.defined)),
      // A trophy that was not there before missed what was said of it.
      held: { definitions: definitionsKey(title), earned: null },
    }));
  }

  keepGroups(id: string, groups: readonly TrophyGroup[], next: Cursor): Promise<void> {
    return this.#keep(id, next, [], (set, title) => ({
      set: { ...set, groups: [...groups] },
      held: { groups: definitionsKey(title) },
    }));
  }

  keepEarned(id: string, { rows, unread }: Rows<TrophyState>, next: Cursor): Promise<void> {
    const now = this.#writes.now();
    return this.#keep(id, next, unread, (set, title) => ({
      set: { ...set, trophies: withStates(set.trophies, rows, now) },
      held: { earned: earnedKey(title), lookedAt: now },
    }));
  }

  setAside(id: string, cause: Cause, next: Cursor): Promise<void> {
    return this.#writes.transaction(async (database) => {
      await keepUnreadTrophies(database, id, { unread: [], cause }, this.#writes.now());
      await database.cursor.put({ ...next, id: KEY });
    });
  }

  /** Where a row could not be read the answer does not count as held: it is asked for again by the next sync. */
  #keep(
    id: string,
    next: Cursor,
    unread: Rows<unknown>['unread'],
    change: (set: TrophySet, title: LibraryTitle) => { set: TrophySet; held: Partial<HeldAnswers> },
  ): Promise<void> {
    return this.#writes.transaction(async (database) => {
      const title = await database.titles.get(id);
      if (title !== undefined) {
        const row = await database.trophySets.get(id);
        const before = row === undefined ? emptySet(id) : unpacked(row);
        const { set, held } = change(before, title);
        await database.trophySets.put(packed(set));
        const known = unread.length === 0 ? { ...title.held, ...held } : title.held;
        await database.titles.put({ ...title, held: known, tally: tallyOf(set) });
        // An answer that could be read does not speak for the others.
        const isAllHeld = requestsFor({ ...title, held: known }).length === 0;
        if (isAllHeld) await dropRead(database, 'trophies', [id]);
      }
      if (unread.length > 0) {
        await keepUnreadTrophies(database, id, { unread, cause: null }, this.#writes.now());
      }
      await database.cursor.put({ ...next, id: KEY });
    });
  }
}

function emptySet(npCommunicationId: string): TrophySet {
  return { npCommunicationId, groups: [], trophies: [] };
}

/** Joined by `trophyId`, never by position. */
function withStates(
  trophies: readonly Trophy[],
  rows: readonly TrophyState[],
  now: number,
): Trophy[] {
  const states = new Map(rows.map((state) => [state.trophyId, state]));
  // Sony has had hours in which every rate was zero.
  const isHiccup = rows.length > 1 && rows.every(({ rate }) => rate === 0);
  return trophies.map((trophy) => {
    const state = states.get(trophy.trophyId);
    if (state === undefined) return trophy;
    const { rate, ...rest } = state;
    return { ...trophy, ...rest, rates: withLook(trophy.rates, isHiccup ? null : rate, now) };
  });
}
