import { handleRequest } from '../psn/handle-request.ts';
import type { Row } from '../psn/rows.ts';
import { createWorld } from '../psn/world.ts';

/** Every kind of answer that the extension reads, as the simulator gives it. */
export interface SonyAnswers {
  titles: Row;
  playedGames: Row;
  definitions: Row;
  earned: Row;
  groups: Row;
  matching: Row;
  summary: Row;
  profile: Row;
}

/** A page or so of each, made without a server, for a moment that stays the same. */
export function sonyAnswers(now: number): SonyAnswers {
  const world = createWorld(1, () => now);
  const session = world.sessions.signIn(world.accounts.named('regular'), false);
  const grant = world.tokens.exchangeCode(world.tokens.issueCode(session));
  const ask = (path: string): Row => {
    const { pathname, searchParams } = new URL(path, 'https://m.np.playstation.com');
    const { answer } = handleRequest(
      {
        method: 'GET',
        host: 'm.np.playstation.com',
        path: pathname,
        query: searchParams,
        headers: { authorization: `Bearer ${grant?.access_token ?? ''}` },
        body: '',
      },
      world,
    );
    return JSON.parse(answer.body) as Row;
  };
  const trophy = '/api/trophy/v1';
  const account = world.accounts.named('regular');
  // A PS5 set with add-ons and counters that is under way.
  const set = account.sets.find(
    ({ service, groups, npCommunicationId: np }) =>
      service === 'trophy2' && groups.length > 2 && np !== '',
  );
  const inSet = `npCommunicationIds/${set?.npCommunicationId ?? ''}/trophyGroups`;
  const service = '?npServiceName=trophy2';
  const games = account.games.slice(0, 4).map(({ npTitleId }) => npTitleId);
  return {
    titles: ask(`${trophy}/users/me/trophyTitles?limit=8`),
    playedGames: ask('/api/gamelist/v2/users/me/titles?limit=6'),
    definitions: ask(`${trophy}/${inSet}/all/trophies${service}`),
    earned: ask(`${trophy}/users/me/${inSet}/all/trophies${service}`),
    groups: ask(`${trophy}/${inSet}${service}`),
    matching: ask(`${trophy}/users/me/titles/trophyTitles?npTitleIds=${games.join(',')}`),
    summary: ask(`${trophy}/users/me/trophySummary`),
    profile: ask(`/api/userProfile/v1/internal/users/${account.accountId}/profiles`),
  };
}
