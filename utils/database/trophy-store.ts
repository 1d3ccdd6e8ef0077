import type { Failure } from '../domain/failure';
import { groupChanges, trophyChanges } from '../domain/history/set-versions';
import { eventsOfTrophies } from '../domain/history/trophy-events';
import { earningsOf } from '../domain/numbers/earnings';
import { definitionsKey, earnedKey } from '../domain/sync/answer-keys';
import { isOutdated, requestsFor } from '../domain/sync/sync-plan';
import {
  hasGroups,
  NOTHING_FETCHED,
  type FetchedAnswers,
  type LibraryTitle,
} from '../domain/library/title';
import { marksIn, type TitleMarks } from '../domain/library/player-item';
import { sumOfGrades } from '../domain/trophies/grades';
import {
  tallyOf,
  withDefinitions,
  withGroups,
  withOnlyGroup,
  type TrophySet,
  type TrophyState,
} from '../domain/trophies/trophy-set';
import { areFewer, hasOthers, isOtherwiseEarned } from '../domain/trophies/at-odds';
import { areIncomplete, incompleteWith, lackNames } from '../domain/trophies/incomplete';
import { packedOpen } from '../domain/trophies/open-trophies';
import { isAnyShort, withAnswer, withDoubt } from '../domain/trophies/short-answer';
import type {
  Cursor,
  Definitions,
  Groups,
  PlanFacts,
  Rows,
  TrophyRows,
  TrophyStore,
} from '../sync/ports';
import { unmatchedIn } from './matches';
import { isAllOf, isReadable, packed, unpacked, type StoredSet } from './packed-set';
import { noteGroupsRefusal, noteRefusal, refusalOf } from './refusal-writes';
import { refusedRequests } from './refused-requests';
import { latestAmong, titlesAmong } from './some-titles';
import { withStates } from './with-states';
import { storeUnreadTrophies, unreadTrophiesKey } from './unread-rows';
import { recordTrophies, type ToldOfSet } from './history-writes';
import { KEY, type Writes } from './writes';

/** What was answered about a set, and of what kind. */
interface Answer extends Rows<unknown> {
  kind: 'definitions' | 'groups' | 'earned';
  missing?: number;
}

/** What becomes of a set, all of which could be read or not, and of what is known of its answers. */
type Change = (set: TrophySet, title: LibraryTitle, isRead: boolean) => SetChange;

/** What an answer makes of a set, and what is worth remembering of that. */
interface SetChange extends ToldOfSet {
  set: TrophySet;
  fetched: Partial<FetchedAnswers>;
}

/** What a sync writes of trophies: one row for a set, and what the list of games needs of it with its title. */
export class DexieTrophyStore implements TrophyStore {
  readonly #writes: Writes;

  constructor(writes: Writes) {
    this.#writes = writes;
  }

  planFacts(among: readonly string[] | null): Promise<PlanFacts> {
    const tables = [
      ...(['titles', 'trophySets', 'playedGames', 'openedGames', 'overview'] as const),
      ...(['unreadRows', 'syncCursor'] as const),
    ];
    return this.#writes.read(tables, async (database) => {
      const { titles, trophySets, openedGames } = database;
      const opened = await openedGames.reverse().toArray();
      const unmatched = await unmatchedIn(database).reverse().toArray();
      const ids = opened.map(({ npCommunicationId }) => npCommunicationId);
      const sets = await trophySets.bulkGet(ids);
      const lacking = new Set(ids.filter((_, index) => !isThere(sets[index])));
      const { hasPicks, hasChosen } = await this.#writes.overview();
      const latest = hasChosen ? [] : await latestAmong(database);
      const all = among
        ? await titlesAmong(database, [...new Set([...among, ...latest, ...ids])])
        : await titles.toArray();
      return {
        titles: all.map((title) =>
          lacking.has(title.npCommunicationId) ? { ...title, fetched: NOTHING_FETCHED } : title,
        ),
        unmatched,
        opened: ids,
        ...{ hasPicks, hasChosen, latest },
        refused: await refusedRequests(database, { titles: all, unmatched }, this.#writes.now()),
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

  storeDefinitions(id: string, answer: Definitions, next: Cursor): Promise<void> {
    const { unread, missing, language } = answer;
    const now = this.#writes.now();
    return this.#store(id, next, { ...answer, kind: 'definitions' }, (before, title, isRead) => {
      const rows = hasGroups(title) ? answer.rows : withOnlyGroup(answer.rows);
      const said = rows.length + unread.length + missing;
      const counted = sumOfGrades(title.defined);
      const set = withDefinitions(before, rows, counted === null ? null : Math.max(said, counted));
      const { fetched } = title;
      const isSameLanguage = fetched.language === language;
      const isWhole = isRead && !fetched.short?.definitions;
      const isComparable = fetched.definitionsAt !== null && isSameLanguage;
      return {
        set,
        ...(isComparable && {
          changes: { trophies: trophyChanges(before.trophies, set.trophies, isWhole) },
        }),
        fetched: {
          definitions: definitionsKey(title),
          ...{ definitionsAt: now, language, refusal: null },
          incomplete: incompleteWith(fetched, 'definitions', areIncomplete(rows)),
          // A trophy that was not there before missed what was said of it.
          ...(hasOthers(before, rows) ? { earned: null } : {}),
          // Names of add-ons are as old, and in the same language.
          ...(isOutdated(fetched, { now, language }) ? { groups: null } : {}),
          ...(isSameLanguage ? {} : { groupsAt: null }),
        },
      };
    });
  }

  storeGroups(id: string, { groups, language }: Groups, next: Cursor): Promise<void> {
    return this.#store(id, next, { kind: 'groups', rows: [], unread: [] }, (before, title) => {
      const { fetched } = title;
      const set = withGroups(before, groups);
      // Null of names in another language than the texts: no later ones are compared with them.
      const groupsAt = fetched.language === language ? this.#writes.now() : null;
      const isComparable = groupsAt !== null && fetched.groupsAt !== null;
      return {
        set,
        ...(isComparable && { changes: { groups: groupChanges(before.groups, set.groups) } }),
        fetched: {
          ...{ groups: definitionsKey(title), groupsAt, groupsRefusal: null },
          incomplete: incompleteWith(fetched, 'groups', lackNames(groups, set)),
        },
      };
    });
  }

  storeEarned(id: string, answer: TrophyRows<TrophyState>, next: Cursor): Promise<void> {
    const now = this.#writes.now();
    return this.#store(id, next, { ...answer, kind: 'earned' }, (set, title) => {
      const trophies = withStates(set.trophies, answer.rows, now);
      const { at, agreedUntil, short = {} } = title.fetched;
      const since = at === null ? null : Math.max(at, agreedUntil ?? at);
      return {
        set: { ...set, trophies },
        events: since === null ? [] : eventsOfTrophies(id, set.trophies, trophies, since),
        fetched: {
          ...{ earned: earnedKey(title), at: now, agreedUntil: null, refusal: null },
          // One of both answers is of another set, or short.
          ...(hasOthers(set, answer.rows) ? { short: withDoubt(short, 'definitions', now) } : {}),
        },
      };
    });
  }

  storeRefusal(id: string, failure: Failure, next: Cursor): Promise<void> {
    const tables = ['titles', 'unreadRows', 'syncCursor'] as const;
    return this.#writes.transaction(tables, async (database) => {
      const now = this.#writes.now();
      const { startedAt } = next;
      const { cause } = failure;
      await noteRefusal(database, id, failure, { now, startedAt });
      await storeUnreadTrophies(database, id, { unread: [], cause }, { now, startedAt });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  storeGroupsRefusal(id: string, failure: Failure, next: Cursor): Promise<void> {
    return this.#writes.transaction(['titles', 'syncCursor'], async (database) => {
      const { startedAt } = next;
      await noteGroupsRefusal(database, id, failure, { now: this.#writes.now(), startedAt });
      await database.syncCursor.put({ ...next, id: KEY });
    });
  }

  /** What the player's marks say of its platinum follows from its trophies, where there are any marks. */
  async #marksOf(title: LibraryTitle, set: TrophySet): Promise<TitleMarks> {
    if (title.unobtainable === undefined) return {};
    const { npCommunicationId } = title;
    const { playerItems } = this.#writes.database;
    const items = await playerItems.where({ npCommunicationId }).toArray();
    return marksIn(items, () => set).get(npCommunicationId) ?? {};
  }

  /** Where a row could not be read the answer does not count as fetched: it is asked for again by the next sync. */
  #store(id: string, next: Cursor, answer: Answer, change: Change): Promise<void> {
    const tables = [
      ...(['titles', 'trophySets', 'unreadRows', 'openedGames', 'syncCursor'] as const),
      ...(['setVersions', 'trophyEvents', 'playerItems', 'earnings'] as const),
    ];
    const { unread } = answer;
    return this.#writes.transaction(tables, async (database) => {
      const { titles, trophySets, earnings, unreadRows, openedGames, syncCursor } = database;
      const [now, { startedAt }] = [this.#writes.now(), next];
      // At once: each wait in a row is a way to the disk and back.
      const [title, row, noted, opened] = await Promise.all([
        titles.get(id),
        trophySets.get(id),
        unreadRows.get(unreadTrophiesKey(id)),
        openedGames.where({ npCommunicationId: id }).primaryKeys(),
      ]);
      const writes: PromiseLike<unknown>[] = [];
      if (title !== undefined) {
        const before = row === undefined ? emptySet(id) : unpacked(row);
        // What was fetched before is not there any more where its row cannot be read.
        const isKnown = row !== undefined && isAllOf(row, before);
        const changed = change(before, title, isKnown);
        const { set } = changed;
        const fetchedBefore = isKnown ? title.fetched : NOTHING_FETCHED;
        const known =
          unread.length === 0
            ? fetchedAfter({ ...title, fetched: fetchedBefore }, changed, answer, now)
            : { ...fetchedBefore, refusal: refusalOf(title, notRead(answer), { now, startedAt }) };
        const isWhole = unread.length === 0 && !isAnyShort(known.short ?? {});
        const tally = tallyOf(set, sumOfGrades(title.defined), isWhole);
        const marks = await this.#marksOf(title, set);
        const open = packedOpen(set);
        const stored = { ...title, ...marks, fetched: known, tally, open };
        writes.push(trophySets.put(packed(set)), titles.put(stored));
        writes.push(recordTrophies(database, title, changed, now));
        if (tally !== null) writes.push(earnings.put(earningsOf(set, now, isWhole)));
        // An answer that could be read does not speak for the others.
        if (requestsFor(stored, now).length === 0) {
          if (noted !== undefined) writes.push(unreadRows.delete(noted.id));
          if (opened.length > 0) writes.push(openedGames.bulkDelete(opened));
        }
      }
      writes.push(syncCursor.put({ ...next, id: KEY }));
      await Promise.all(writes);
      if (unread.length > 0) {
        await storeUnreadTrophies(database, id, { unread, cause: null }, { now, startedAt });
      }
    });
  }
}

/** True where what was fetched of a set can be read, all of it. */
function isThere(set: StoredSet | undefined): boolean {
  return set !== undefined && isReadable(set);
}

/** What is known of a title's answers with this one, and whether that has all that Sony counts. */
function fetchedAfter(
  title: LibraryTitle,
  { set, fetched }: SetChange,
  { kind, rows, missing = 0 }: Answer,
  now: number,
): FetchedAnswers {
  const known = { ...title.fetched, ...fetched };
  if (kind === 'groups') return known;
  const isAtOdds =
    kind === 'definitions' ? areFewer(rows, title) : isOtherwiseEarned(set.trophies, title);
  const isShort = missing > 0 || isAtOdds;
  const isRepeated = title.fetched[kind] === known[kind];
  return { ...known, short: withAnswer(known.short ?? {}, kind, { isShort, isRepeated }, now) };
}

function notRead({ kind, unread }: Answer): Failure {
  const fields = unread.flatMap((row) => row.fields);
  return { cause: 'answer-not-understood', during: kind, fields: [...new Set(fields)] };
}

function emptySet(npCommunicationId: string): TrophySet {
  return { npCommunicationId, groups: [], trophies: [] };
}
