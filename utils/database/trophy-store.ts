import { Dexie } from 'dexie';
import type { Cause } from '../domain/failure';
import { trophyChanges, type TrophyChange } from '../domain/history/set-versions';
import { eventsOfTrophies, type SeenEvent } from '../domain/history/trophy-events';
import { withRate } from '../domain/trophies/rarity';
import { definitionsKey, earnedKey, requestsFor } from '../domain/sync/sync-plan';
import {
  hasGroups,
  NOTHING_FETCHED,
  type FetchedAnswers,
  type LibraryTitle,
} from '../domain/library/title';
import { sumOfGrades } from '../domain/trophies/grades';
import {
  tallyOf,
  withDefinitions,
  type Trophy,
  type TrophyGroup,
  type TrophySet,
  type TrophyState,
} from '../domain/trophies/trophy-set';
import type { Cursor, Definitions, PlanFacts, Rows, TrophyStore } from '../sync/ports';
import { isReadable, packed, unpacked, type StoredSet } from './packed-set';
import { dropRead, storeUnreadTrophies } from './unread-rows';
import { storeSetVersion, storeTrophyEvents } from './history-writes';
import { KEY, type Writes } from './writes';

/** What a sync writes of trophies: one row for a set, and what the list of games needs of it with its title. */
export class DexieTrophyStore implements TrophyStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  planFacts(): Promise<PlanFacts> {
    const tables = ['titles', 'trophySets', 'playedGames', 'openedGames', 'overview'] as const;
    return this.#writes.read(tables, async ({ titles, trophySets, playedGames, openedGames }) => {
      const opened = await openedGames.reverse().toArray();
      const unmatched = await playedGames
        .where('[matched+lastPlayedAt]')
        .between([0, Dexie.minKey], [0, Dexie.maxKey])
        .reverse()
        .toArray();
      const ids = opened.map(({ npCommunicationId }) => npCommunicationId);
      const sets = await trophySets.bulkGet(ids);
      const lacking = new Set(ids.filter((_, index) => !isThere(sets[index])));
      return {
        titles: (await titles.toArray()).map((title) =>
          lacking.has(title.npCommunicationId) ? { ...title, fetched: NOTHING_FETCHED } : title,
        ),
        unmatched: unmatched.map(({ npTitleId, lastPlayedAt }) => ({ npTitleId, lastPlayedAt })),
        opened: ids,
        hasPicks: (await this.#writes.overview()).hasPicks,
      };
    });
  }

  pickRecent(since: number): Promise<void> {
    return this.#writes.transaction(['titles', 'overview'], async ({ titles }) => {
      if ((await this.#writes.overview()).hasPicks) return;
      await titles
        .where('lastPlayedAt')
        .above(since)
        .and(({ choice }) => choice === 'unpicked')
        .modify({ choice: 'picked' });
      await this.#writes.changeOverview({ hasPicks: true });
    });
  }

  title(npCommunicationId: string): Promise<LibraryTitle | null> {
    return this.#writes.read(['titles', 'trophySets'], async ({ titles, trophySets }) => {
      const title = await titles.get(npCommunicationId);
      if (title === undefined) return null;
      const set = await trophySets.get(npCommunicationId);
      return isThere(set) ? title : { ...title, fetched: NOTHING_FETCHED };
    });
  }

  storeDefinitions(
    id: string,
    { rows, unread, language }: Definitions,
    next: Cursor,
  ): Promise<void> {
    const definitionsAt = this.#writes.now();
    return this.#store(id, next, unread, (before, title) => {
      const definitions = definitionsKey(title);
      const set = withDefinitions(before, rows, sumOfGrades(title.defined));
      const isAnew = title.fetched.definitions === definitions;
      const isComparable =
        title.fetched.definitionsAt !== null && title.fetched.language === language;
      return {
        set,
        changes: isComparable ? trophyChanges(before.trophies, set.trophies) : [],
        fetched: {
          ...{ definitions, definitionsAt, language, refusedAt: null },
          lacksPicture: rows.some(({ iconUrl }) => iconUrl === null),
          // A trophy that was not there before missed what was said of it.
          ...(isAnew && hasNoOther(set, before) ? {} : { earned: null }),
          // Names of add-ons are as old, and in the same language.
          ...(isAnew && hasGroups(title) ? { groups: null } : {}),
        },
      };
    });
  }

  storeGroups(id: string, groups: readonly TrophyGroup[], next: Cursor): Promise<void> {
    return this.#store(id, next, [], (set, title) => ({
      set: { ...set, groups: [...groups] },
      fetched: { groups: definitionsKey(title) },
    }));
  }

  storeEarned(id: string, { rows, unread }: Rows<TrophyState>, next: Cursor): Promise<void> {
    const now = this.#writes.now();
    return this.#store(id, next, unread, (set, title) => {
      const trophies = withStates(set.trophies, rows, now);
      const { at, agreedUntil } = title.fetched;
      const since = at === null ? null : Math.max(at, agreedUntil ?? at);
      return {
        set: { ...set, trophies },
        events: since === null ? [] : eventsOfTrophies(id, set.trophies, trophies, since),
        fetched: { earned: earnedKey(title), at: now, agreedUntil: null },
      };
    });
  }

  storeRefusal(id: string, cause: Cause, next: Cursor): Promise<void> {
    const tables = ['titles', 'unreadRows', 'syncCursor'] as const;
    return this.#writes.transaction(tables, async (database) => {
      await database.titles.update(id, { 'fetched.refusedAt': this.#writes.now() });
      await storeUnreadTrophies(database, id, { unread: [], cause }, this.#writes.now());
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  async #record(
    { npCommunicationId, fetched }: LibraryTitle,
    { changes = [], events = [] }: SetChange,
  ): Promise<void> {
    const { database, now } = this.#writes;
    const seenAt = now();
    const set = { npCommunicationId, seenAt, language: fetched.language };
    await storeSetVersion(database, { ...set, title: {}, trophies: changes });
    await storeTrophyEvents(database, events, seenAt);
  }

  /** Where a row could not be read the answer does not count as fetched: it is asked for again by the next sync. */
  #store(
    id: string,
    next: Cursor,
    unread: Rows<unknown>['unread'],
    change: (set: TrophySet, title: LibraryTitle) => SetChange,
  ): Promise<void> {
    const tables = [
      ...(['titles', 'trophySets', 'unreadRows', 'openedGames', 'syncCursor'] as const),
      ...(['setVersions', 'trophyEvents'] as const),
    ];
    return this.#writes.transaction(tables, async (database) => {
      const title = await database.titles.get(id);
      if (title !== undefined) {
        const row = await database.trophySets.get(id);
        const before = row === undefined ? emptySet(id) : unpacked(row);
        const changed = change(before, title);
        const { set, fetched } = changed;
        await database.trophySets.put(packed(set));
        await this.#record(title, changed);
        // What was fetched before is not there any more where its row cannot be read.
        const fetchedBefore = isThere(row) ? title.fetched : NOTHING_FETCHED;
        const known =
          unread.length === 0
            ? { ...fetchedBefore, ...fetched }
            : { ...fetchedBefore, refusedAt: this.#writes.now() };
        await database.titles.put({ ...title, fetched: known, tally: tallyOf(set) });
        // An answer that could be read does not speak for the others.
        if (requestsFor({ ...title, fetched: known }).length === 0) {
          await dropRead(database, 'trophies', [id]);
          await database.openedGames.where({ npCommunicationId: id }).delete();
        }
      }
      if (unread.length > 0) {
        await storeUnreadTrophies(database, id, { unread, cause: null }, this.#writes.now());
      }
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }
}

/** True where what was fetched of a set can be read, all of it. */
function isThere(set: StoredSet | undefined): boolean {
  return set !== undefined && isReadable(set);
}

/** What an answer makes of a set, and what is worth remembering of that. */
interface SetChange {
  set: TrophySet;
  fetched: Partial<FetchedAnswers>;
  changes?: TrophyChange[];
  events?: SeenEvent[];
}

/** True where no trophy is in the one set that is not in the other. */
function hasNoOther(set: TrophySet, than: TrophySet): boolean {
  const known = new Set(than.trophies.map(({ trophyId }) => trophyId));
  return set.trophies.every(({ trophyId }) => known.has(trophyId));
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
    return { ...trophy, ...rest, rates: withRate(trophy.rates, isHiccup ? null : rate, now) };
  });
}
