import { Dexie, type Collection } from 'dexie';
import { PRUNED_AT_ONCE, RETENTION } from '../domain/history/retention';
import { titleChanges, type SetVersion } from '../domain/history/set-versions';
import { eventsOfTitle, isCountOfList, type SeenEvent } from '../domain/history/trophy-events';
import type { LibraryTitle, Title } from '../domain/library/title';
import type { LibraryDatabase } from './database';

/** A row of the titles list, and the title as it was before. */
export interface ReadTitle {
  known: LibraryTitle | undefined;
  row: Title;
}

/**
 * Records what rows of the titles list tell, inside the transaction that stores them.
 * @param isFirst the library was empty before: what is in it is no news
 */
export async function recordTitles(
  database: LibraryDatabase,
  titles: readonly ReadTitle[],
  { isFirst, now }: { isFirst: boolean; now: number },
): Promise<void> {
  await storeSetVersions(
    database,
    titles.flatMap((title) => versionsOf(title, now)),
  );
  const told = isFirst ? titles.filter(({ known }) => known !== undefined) : titles;
  const events = told.flatMap(({ known, row }) => eventsOfTitle(known, row));
  await storeTrophyEvents(database, events, now);
}

/** None where nothing has changed: a hundred waits in a row for nothing, and Dexie loses its transaction. */
function versionsOf({ known, row }: ReadTitle, seenAt: number): SetVersion[] {
  const title = known === undefined ? {} : titleChanges(known, row);
  if (Object.keys(title).length === 0) return [];
  const { npCommunicationId, language } = row;
  return [{ npCommunicationId, seenAt, language, title, trophies: [] }];
}

/** What an answer about a set tells. */
export interface ToldOfSet {
  changes?: Partial<Pick<SetVersion, 'trophies' | 'groups'>>;
  events?: SeenEvent[];
}

/** Records what an answer about a set tells, inside the transaction that stores it. */
export async function recordTrophies(
  database: LibraryDatabase,
  { npCommunicationId, fetched }: LibraryTitle,
  { changes, events = [] }: ToldOfSet,
  now: number,
): Promise<void> {
  const set = { npCommunicationId, seenAt: now, language: fetched.language };
  await storeSetVersions(database, [{ ...set, title: {}, trophies: [], ...changes }]);
  const since = fetched.at ?? now;
  await storeEventsOfTrophies(database, events, { npCommunicationId, since, now });
}

/** Stores what sets were before, where that is anything. Two of one set are never of the same instant. */
async function storeSetVersions(
  { setVersions }: LibraryDatabase,
  versions: readonly SetVersion[],
): Promise<void> {
  const all = versions.filter(
    ({ title, trophies, groups }) => [...Object.keys(title), ...trophies, ...(groups ?? [])].length,
  );
  if (all.length === 0) return;
  for (const version of all) {
    let { seenAt } = version;
    while ((await setVersions.get([version.npCommunicationId, seenAt])) !== undefined) seenAt++;
    await setVersions.add({ ...version, seenAt });
  }
  await trim(setVersions.orderBy('seenAt'), RETENTION.setVersions);
}

/** Stores what was seen to happen, after what was seen in the same millisecond. */
async function storeTrophyEvents(
  { trophyEvents }: LibraryDatabase,
  events: readonly SeenEvent[],
  seenAt: number,
): Promise<void> {
  if (events.length === 0) return;
  const last = await trophyEvents
    .where('[seenAt+n]')
    .between([seenAt, Dexie.minKey], [seenAt, Dexie.maxKey])
    .last();
  const first = (last?.n ?? -1) + 1;
  await trophyEvents.bulkAdd(
    events.map((event, index) => ({ ...event, seenAt, n: first + index })),
  );
  await trim(trophyEvents.orderBy('[seenAt+n]'), RETENTION.trophyEvents);
}

/**
 * Stores what the trophies of a set tell. What Sony's list has counted as taken back since they were fetched last makes
 * way for those that they name.
 */
async function storeEventsOfTrophies(
  database: LibraryDatabase,
  events: readonly SeenEvent[],
  { npCommunicationId, since, now }: { npCommunicationId: string; since: number; now: number },
): Promise<void> {
  if (events.some(({ kind }) => kind === 'taken-back')) {
    await database.trophyEvents
      .where({ npCommunicationId })
      .filter((event) => isCountOfList(event) && event.seenAt >= since)
      .delete();
  }
  await storeTrophyEvents(database, events, now);
}

/** Deletes the oldest of what an earlier build has kept more of, and no more than a bearable number at once. */
export async function pruneHistory(database: LibraryDatabase): Promise<void> {
  const kinds = [
    { rows: database.syncRuns.orderBy('startedAt'), limit: RETENTION.syncRuns },
    { rows: database.trophyEvents.orderBy('[seenAt+n]'), limit: RETENTION.trophyEvents },
    { rows: database.setVersions.orderBy('seenAt'), limit: RETENTION.setVersions },
  ];
  for (const { rows, limit } of kinds) await trim(rows, limit, PRUNED_AT_ONCE);
}

/** What is more than is kept goes at once, the oldest first: no sync may flood it, be it one that never ends. */
async function trim(rows: Collection, limit: number, atMost = Infinity): Promise<void> {
  const tooMany = (await rows.clone().count()) - limit;
  if (tooMany > 0) await rows.limit(Math.min(tooMany, atMost)).delete();
}
