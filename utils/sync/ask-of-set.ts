import type { SyncRequest } from '../domain/sync/sync-plan';
import type { Cursor } from './cursor';
import type { PsnLibrary, TrophyStore, UnreadRow } from './ports';

/** A request for the trophies of one set. */
export type SetRequest = Exclude<SyncRequest, { kind: 'matching' }>;

/** What Sony has answered of a set: what of it could not be read, and how it is stored. */
export interface SetAnswer {
  unread: readonly UnreadRow[];
  store: (next: Cursor) => Promise<void>;
}

/** Asks Sony one thing about a set. */
export async function askOfSet(
  request: SetRequest,
  { psn, trophies }: { psn: PsnLibrary; trophies: TrophyStore },
  now: number,
): Promise<SetAnswer> {
  const id = request.npCommunicationId;
  if (request.kind === 'groups') {
    const language = psn.language();
    const answer = { groups: await psn.groups(request), language };
    return { unread: [], store: (next) => trophies.storeGroups(id, answer, next) };
  }
  if (request.kind === 'earned') {
    const answer = await psn.earned(request, now);
    return { unread: answer.unread, store: (next) => trophies.storeEarned(id, answer, next) };
  }
  const answer = await psn.definitions(request);
  return { unread: answer.unread, store: (next) => trophies.storeDefinitions(id, answer, next) };
}
