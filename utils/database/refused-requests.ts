import type { LibraryTitle } from '../domain/library/title';
import { requestsFor, type SyncRequest } from '../domain/sync/sync-plan';
import type { RefusedRequest } from '../sync/ports';
import type { LibraryDatabase, UnreadEntry } from './database';
import { KEY } from './writes';

type Tables = Pick<LibraryDatabase, 'unreadRows' | 'syncCursor'>;

/** What the sync under way has met of these titles as refused, or not to be read. Inside a transaction. */
export async function refusedRequests(
  { unreadRows, syncCursor }: Tables,
  titles: readonly LibraryTitle[],
  now: number,
): Promise<RefusedRequest[]> {
  const cursor = await syncCursor.get(KEY);
  if (cursor === undefined) return [];
  const noted = await unreadRows.where({ list: 'trophies' }).toArray();
  const met = new Map(
    noted
      .filter(({ seenAt }) => seenAt >= cursor.startedAt)
      .map((entry) => [entry.npCommunicationId, entry]),
  );
  return titles.flatMap((title) => {
    const entry = met.get(title.npCommunicationId);
    if (entry === undefined) return [];
    return requestsOf(title, entry, now).map((request) => refused(request, entry));
  });
}

/** Which requests of the set a note is about: it tells no more than when it was made. */
function requestsOf(title: LibraryTitle, { cause, seenAt }: UnreadEntry, now: number) {
  const { npCommunicationId, npServiceName, fetched } = title;
  const set = { npCommunicationId, npServiceName };
  const definitions: SyncRequest = { kind: 'definitions', ...set };
  // What is earned is asked for after definitions of which a row could not be read.
  if (cause === null && seenAt === fetched.refusedAt) return [definitions];
  const groups = requestsFor(title, now).filter(({ kind }) => kind === 'groups');
  return [definitions, ...groups, { kind: 'earned' as const, ...set }];
}

/** Without a status nothing tells a page instead of data, which passes, from an answer that always is so. */
function refused(request: SyncRequest, { cause, fields }: UnreadEntry): RefusedRequest {
  const during = request.kind;
  if (cause !== null && cause !== 'answer-not-understood') {
    return { request, failure: { cause, during } };
  }
  return { request, failure: { cause: 'answer-not-understood', during, fields } };
}
