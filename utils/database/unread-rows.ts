import type { Cause } from '../domain/failure';
import { numbered, type ListName } from '../domain/sync/list-reading';
import type { ListPage, UnreadRow } from '../sync/ports';
import type { LibraryDatabase, UnreadEntry } from './database';

type List = UnreadEntry['list'];

/** Notes the rows of a page that cannot be read: what it was, and where it differed. */
export async function storeUnread(
  { unreadRows }: LibraryDatabase,
  list: ListName,
  { page: { unread }, reading }: Pick<ListPage<unknown>, 'page' | 'reading'>,
  seenAt: number,
): Promise<void> {
  let place = reading.nameless - unread.filter(({ id }) => id === null).length;
  await unreadRows.bulkPut(
    unread.map(({ id, fields }) => ({
      id: `${list}/${id ?? numbered(place++)}`,
      list,
      npCommunicationId: list === 'titles' ? id : null,
      fields,
      cause: null,
      seenAt,
    })),
  );
}

/** By which name a set's trophies are noted. */
export function unreadTrophiesKey(npCommunicationId: string): string {
  return `trophies/${npCommunicationId}`;
}

/** A set's trophies that could not be read, or a set that was not to be had at all. */
export async function storeUnreadTrophies(
  { unreadRows }: LibraryDatabase,
  npCommunicationId: string,
  trouble: { unread: readonly UnreadRow[]; cause: Cause | null },
  { now, startedAt }: { now: number; startedAt: number },
): Promise<void> {
  const fields = [...new Set(trouble.unread.flatMap((row) => row.fields))];
  const id = unreadTrophiesKey(npCommunicationId);
  const { cause } = trouble;
  // A clock that was put back does not make it an earlier sync's.
  const seenAt = Math.max(now, startedAt);
  await unreadRows.put({ id, list: 'trophies', npCommunicationId, fields, cause, seenAt });
}

/** Sets that the sync which began then is to ask for, whatever was noted of them: also by a clock that was wrong. */
export async function leaveToSync(
  { unreadRows }: LibraryDatabase,
  startedAt: number,
  isMeant: (npCommunicationId: string | null) => boolean = () => true,
): Promise<void> {
  await unreadRows
    .where({ list: 'trophies' })
    .filter((entry) => entry.seenAt >= startedAt && isMeant(entry.npCommunicationId))
    .modify({ seenAt: startedAt - 1 });
}

/** What can be read again is not noted any more. */
export async function dropRead(
  { unreadRows }: LibraryDatabase,
  list: List,
  ids: readonly string[],
): Promise<void> {
  const noted = await unreadRows.where({ list }).primaryKeys();
  if (noted.length === 0) return;
  await unreadRows.bulkDelete(ids.map((id) => `${list}/${id}`));
}

/** Rows of a list that was read to its end, and that were not met in it. */
export async function dropOlder(
  { unreadRows }: LibraryDatabase,
  list: List,
  since: number,
): Promise<void> {
  await unreadRows
    .where({ list })
    .filter(({ seenAt }) => seenAt < since)
    .delete();
}
