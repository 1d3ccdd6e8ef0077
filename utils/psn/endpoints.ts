import type { AskedKind } from '../domain/history/asked-of-sony';

/** What is asked for, in our own words. Failures name these, never a URL. */
export type Endpoint =
  | 'session'
  | 'code'
  | 'exchange'
  | 'refresh'
  | 'titles'
  | 'summary'
  | 'played-games'
  | 'matching'
  | 'definitions'
  | 'groups'
  | 'earned'
  | 'profile'
  | 'other';

/** What of it is counted as one, for the player. */
export const ASKED_KIND: Record<Endpoint, AskedKind> = {
  session: 'sign-in',
  code: 'connection',
  exchange: 'connection',
  refresh: 'connection',
  titles: 'games',
  summary: 'profile',
  'played-games': 'playtimes',
  matching: 'playtimes',
  definitions: 'trophies',
  groups: 'trophies',
  earned: 'trophies',
  profile: 'profile',
  other: 'profile',
};

export const ACCOUNT_HOST = 'ca.account.sony.com';
export const DATA_HOST = 'm.np.playstation.com';

const PATHS: readonly [RegExp, Endpoint][] = [
  [/\/ssocookie$/, 'session'],
  [/\/oauth\/authorize$/, 'code'],
  [/\/oauth\/token$/, 'exchange'],
  [/\/titles\/trophyTitles$/, 'matching'],
  [/\/users\/[^/]+\/npCommunicationIds\/.*\/trophies$/, 'earned'],
  [/\/npCommunicationIds\/.*\/trophies$/, 'definitions'],
  [/\/trophyGroups$/, 'groups'],
  [/\/trophyTitles$/, 'titles'],
  [/\/trophySummary$/, 'summary'],
  [/\/gamelist\/.*\/titles$/, 'played-games'],
  [/\/profiles$/, 'profile'],
];

/** Which endpoint a request is for. Code and refresh share a URL and differ in the form that they send. */
export function endpointOf(url: URL, body: unknown): Endpoint {
  const endpoint = PATHS.find(([path]) => path.test(url.pathname))?.[1] ?? 'other';
  const isRefresh = typeof body === 'string' && body.includes('grant_type=refresh_token');
  return endpoint === 'exchange' && isRefresh ? 'refresh' : endpoint;
}
