import type { Cause } from '../domain/failure';
import type { UnreadRow } from '../sync/ports';
import type { LibraryDatabase, SetAsideRow } from './database';

type List = SetAsideRow['list'];

/** Where rows that cannot be read are kept: what it was, and where it differed. */
export async function keepUnread(
  { setAside }: LibraryDatabase,
  list: List,
  unread: readonly UnreadRow[],
  seenAt: number,
): Promise<void> {
  await setAside.bulkPut(
    unread.map(({ id, fields }, index) => ({
      id: `${list}/${id ?? `row ${String(index)} of ${String(seenAt)}`}`,
      list,
      npCommunicationId: list === 'titles' ? id : null,
      fields,
      cause: null,
      seenAt,
    })),
  );
}

/** A set's trophies that could not be read, or a set that was not to be had at all. */
export async function keepUnreadTrophies(
  { setAside }: LibraryDatabase,
  npCommunicationId: string,
  trouble: { unread: readonly UnreadRow[]; cause: Cause | null },
  seenAt: number,
): Promise<void> {
  const fields = [...new Set(trouble.unread.flatMap((row) => row.fields))];
  const id = `trophies/${npCommunicationId}`;
  const { cause } = trouble;
  await setAside.put({ id, list: 'trophies', npCommunicationId, fields, cause, seenAt });
}

/** What can be read again is not set aside any more. */
export async function dropRead(
  { setAside }: LibraryDatabase,
  list: List,
  ids: readonly string[],
): Promise<void> {
  await setAside.bulkDelete(ids.map((id) => `${list}/${id}`));
}

/** Rows of a list that was read to its end, and that were not met in it. */
export async function dropOlder(
  { setAside }: LibraryDatabase,
  list: List,
  since: number,
): Promise<void> {
  await setAside.filter((row) => row.list === list && row.seenAt < since).delete();
}
