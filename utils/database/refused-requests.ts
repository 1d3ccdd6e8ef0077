import type { LibraryTitle } from '../domain/library/title';
import type { Refusal } from '../domain/sync/refusal';
import { requestsFor, type SyncRequest } from '../domain/sync/sync-plan';
import type { RefusedRequest } from '../sync/ports';
import type { LibraryDatabase, PlayedGameRow, UnreadEntry } from './database';
import { KEY } from './writes';

type Tables = Pick<LibraryDatabase, 'unreadRows' | 'syncCursor'>;

/** What the sync under way has met of these as refused, or not to be read. Inside a transaction. */
export async function refusedRequests(
  { unreadRows, syncCursor }: Tables,
  { titles, unmatched }: { titles: readonly LibraryTitle[]; unmatched: readonly PlayedGameRow[] },
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
  const isMet = (refusal: Refusal | null): refusal is Refusal =>
    refusal?.syncStartedAt === cursor.startedAt;
  const ofTitles = titles.flatMap((title): RefusedRequest[] => {
    const { npCommunicationId, npServiceName, fetched } = title;
    const { groupsRefusal } = fetched;
    const entry = met.get(npCommunicationId);
    const groups = { kind: 'groups' as const, npCommunicationId, npServiceName };
    return [
      ...(entry ? requestsOf(title, entry, now).map((request) => refused(request, entry)) : []),
      ...(isMet(groupsRefusal) ? [{ request: groups, failure: groupsRefusal.failure }] : []),
    ];
  });
  const ofGames = unmatched.flatMap(({ npTitleId, refusal }): RefusedRequest[] => {
    const request = { kind: 'matching' as const, npTitleIds: [npTitleId] };
    return isMet(refusal) ? [{ request, failure: refusal.failure }] : [];
  });
  return [...ofTitles, ...ofGames];
}

/** Which requests of the set a note is about: it tells no more than when it was made. */
function requestsOf(title: LibraryTitle, { cause, seenAt }: UnreadEntry, now: number) {
  const { npCommunicationId, npServiceName, fetched } = title;
  const set = { npCommunicationId, npServiceName };
  const definitions: SyncRequest = { kind: 'definitions', ...set };
  // What is earned is asked for after definitions of which a row could not be read.
  const { at = null, failure = null } = fetched.refusal ?? {};
  const isOfDefinitions = seenAt === at && failure?.during === 'definitions';
  if (cause === null && isOfDefinitions) return [definitions];
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
