import type { AccountName } from '../psn/simulator.ts';
import { handleRequest } from '../psn/handle-request.ts';
import { createWorld } from '../psn/world.ts';

/** What Sony answers about one set, as text. */
export interface SetTexts {
  npCommunicationId: string;
  npServiceName: string;
  definitions: string;
  earned: string;
}

export interface LibraryTexts {
  /** The first page of the titles list. */
  titles: string;
  sets: SetTexts[];
}

/** The answers about an account's first sets, made without a server. */
export function answerTexts(name: AccountName, count: number, now = Date.now()): LibraryTexts {
  const world = createWorld(1, () => now);
  const account = world.accounts.named(name);
  const session = world.sessions.signIn(account, false);
  const grant = world.tokens.exchangeCode(world.tokens.issueCode(session));
  const ask = (path: string): string => {
    const { pathname, searchParams } = new URL(`https://m.np.playstation.com/api/trophy/v1${path}`);
    const headers = { authorization: `Bearer ${grant?.access_token ?? ''}` };
    const request = { method: 'GET', host: 'm.np.playstation.com', path: pathname };
    return handleRequest({ ...request, query: searchParams, headers, body: '' }, world).answer.body;
  };
  const titles = ask('/users/me/trophyTitles?limit=800');
  const { trophyTitles } = JSON.parse(titles) as { trophyTitles: SetTexts[] };
  const sets = trophyTitles.slice(0, count).map(({ npCommunicationId, npServiceName }) => {
    const path = `/npCommunicationIds/${npCommunicationId}/trophyGroups/all/trophies?npServiceName=${npServiceName}`;
    return {
      ...{ npCommunicationId, npServiceName },
      definitions: ask(path),
      earned: ask(`/users/me${path}`),
    };
  });
  return { titles, sets };
}
