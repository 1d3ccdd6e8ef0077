import {
  getProfileFromAccountId,
  getTitleTrophies,
  getTitleTrophyGroups,
  getUserPlayedGames,
  getUserTitles,
  getUserTrophiesEarnedForTitle,
  getUserTrophiesForSpecificTitle,
  getUserTrophyProfileSummary,
  type AuthorizationPayload,
} from 'psn-api';
import type { LogEntry } from '../psn/simulator.ts';

type Call = (authorization: AuthorizationPayload) => Promise<unknown>;

const IN_PATH = /npCommunicationIds\/([^/]+)/;

/** The call of psn-api by which a request of the log is made; null for what is no request for data. */
export function callOf({ endpoint, path, query }: LogEntry): Call | null {
  const page = { limit: Number(query['limit']), offset: Number(query['offset']) };
  const id = IN_PATH.exec(path)?.[1] ?? '';
  const service = { npServiceName: query['npServiceName'] as 'trophy' };
  switch (endpoint) {
    case 'trophyTitles':
      return (authorization) => getUserTitles(authorization, 'me', page);
    case 'trophySummary':
      return (authorization) => getUserTrophyProfileSummary(authorization, 'me');
    case 'gamelist':
      return (authorization) => getUserPlayedGames(authorization, 'me', page);
    case 'titlesByNpTitleId':
      return (authorization) =>
        getUserTrophiesForSpecificTitle(authorization, 'me', {
          npTitleIds: query['npTitleIds'] ?? '',
        });
    case 'trophies':
      return (authorization) => getTitleTrophies(authorization, id, 'all', service);
    case 'groups':
      return (authorization) => getTitleTrophyGroups(authorization, id, service);
    case 'earned':
      return (authorization) =>
        getUserTrophiesEarnedForTitle(authorization, 'me', id, 'all', service);
    case 'profile':
      return (authorization) =>
        getProfileFromAccountId(authorization, path.split('/').at(-2) ?? '');
    default:
      return null;
  }
}

/** Makes these calls in their order, so many at a time, and says when each was answered, in milliseconds. */
export async function answered(
  calls: readonly Call[],
  authorization: AuthorizationPayload,
  atOnce: number,
): Promise<number[]> {
  const times: number[] = [];
  const left = [...calls];
  const work = async (): Promise<void> => {
    for (let call = left.shift(); call !== undefined; call = left.shift()) {
      await call(authorization);
      times.push(performance.now());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return times;
}

/** How many requests were under way at once, where each is answered so much later. */
export function mostAtOnce(times: readonly number[], delay: number): number {
  const within = times.map((time) =>
    times.filter((other) => other >= time && other < time + delay),
  );
  return Math.max(1, ...within.map(({ length }) => length));
}

/** How long each of so many stretches took, with as many requests in each. */
export function stretches(times: readonly number[], count: number): number[] {
  const size = Math.floor((times.length - 1) / count);
  return Array.from({ length: count }, (_, at) => {
    const [from = 0, to = 0] = [times[at * size], times[(at + 1) * size]];
    return to - from;
  });
}
