import type { LibraryTitle } from '../domain/library/title';
import { LATEST, mayBeLatest } from '../domain/sync/latest-requests';
import type { RestOfTitles } from '../domain/sync/whole-list';
import type { LibraryDatabase } from './database';

/** Those of these titles that are stored. Inside a transaction. */
export async function titlesAmong(
  { titles }: Pick<LibraryDatabase, 'titles'>,
  ids: readonly string[],
): Promise<LibraryTitle[]> {
  // One read of all takes half as long as one of each, where these are most of them.
  if (ids.length > 100 && ids.length > (await titles.count()) / 2) {
    const wanted = new Set(ids);
    return (await titles.toArray()).filter((title) => wanted.has(title.npCommunicationId));
  }
  return (await titles.bulkGet([...ids])).flatMap((title) => title ?? []);
}

/** The titles that Sony's list has first, the latest first. Inside a transaction. */
export async function latestAmong({ titles }: Pick<LibraryDatabase, 'titles'>): Promise<string[]> {
  const latest = titles.orderBy('lastUpdatedAt').reverse().filter(mayBeLatest).limit(LATEST);
  return (await latest.toArray()).map(({ npCommunicationId }) => npCommunicationId);
}

/** The titles that Sony should have besides those that were seen. Inside a transaction. */
export async function titlesBesides(
  { titles }: LibraryDatabase,
  seen: ReadonlySet<string>,
  updatedAt: number,
): Promise<RestOfTitles> {
  const stored = await titles
    .where('npCommunicationId')
    .anyOf([...seen])
    .primaryKeys();
  const absent = new Set(await titles.orderBy('absence.missedAt').primaryKeys());
  const there = stored.filter((id) => !absent.has(id));
  const later = await titles.where('lastUpdatedAt').above(updatedAt).primaryKeys();
  return {
    count: (await titles.count()) - absent.size - there.length,
    hasLater: later.some((id) => !seen.has(id) && !absent.has(id)),
  };
}
