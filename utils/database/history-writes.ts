import { Dexie } from 'dexie';
import { PRUNED_AT_ONCE, RETENTION } from '../domain/history/retention';
import { titleChanges, type SetVersion } from '../domain/history/set-versions';
import { eventsOfTitle, type SeenEvent } from '../domain/history/trophy-events';
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
  for (const version of titles.flatMap((title) => versionsOf(title, now))) {
    await storeSetVersion(database, version);
  }
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

/** Stores what a set was before, where that is anything. Two of one set are never of the same instant. */
export async function storeSetVersion(
  { setVersions }: LibraryDatabase,
  version: SetVersion,
): Promise<void> {
  const { npCommunicationId, title, trophies } = version;
  if (Object.keys(title).length === 0 && trophies.length === 0) return;
  let { seenAt } = version;
  while ((await setVersions.get([npCommunicationId, seenAt])) !== undefined) seenAt++;
  await setVersions.add({ ...version, seenAt });
}

/** Stores what was seen to happen, after what was seen in the same millisecond. */
export async function storeTrophyEvents(
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
}

/** Deletes the oldest of what is more than is kept, and no more than a bearable number at once. */
export async function pruneHistory(database: LibraryDatabase): Promise<void> {
  const kinds = [
    { rows: database.syncRuns.orderBy('startedAt'), limit: RETENTION.syncRuns },
    { rows: database.trophyEvents.orderBy('[seenAt+n]'), limit: RETENTION.trophyEvents },
    { rows: database.setVersions.orderBy('seenAt'), limit: RETENTION.setVersions },
  ];
  for (const { rows, limit } of kinds) {
    const tooMany = (await rows.clone().count()) - limit;
    if (tooMany > 0) await rows.limit(Math.min(tooMany, PRUNED_AT_ONCE)).delete();
  }
}
