import { PICTURE_HOSTS } from './hosts.ts';
import { gamelist } from './game-list-endpoint.ts';
import { devices } from './devices-endpoint.ts';
import { purchased, recentlyPlayed } from './graphql-endpoints.ts';
import { legacyProfile } from './legacy-profile-endpoint.ts';
import { presence } from './presence-endpoint.ts';
import { earnedGroups, groups } from './group-endpoints.ts';
import { titlesByNpTitleId } from './np-title-endpoint.ts';
import { authorize, token } from './oauth-endpoints.ts';
import { picture } from './pictures/picture-endpoint.ts';
import { profile } from './profile-endpoints.ts';
import type { SonyRequest } from './request.ts';
import type { Handle, HandleForCaller, Route } from './route.ts';
import { ssocookie } from './sign-in-endpoints.ts';
import {
  accountPage,
  afterSignIn,
  oldAccountPage,
  homePage,
  signInPage,
  startSignIn,
} from './sign-in-pages.ts';
import { earned, trophies } from './trophy-endpoints.ts';
import { trophySummary, trophyTitles } from './trophy-title-endpoints.ts';

const ACCOUNT = ['ca.account.sony.com'];
const SITES = ['www.playstation.com', 'store.playstation.com', 'my.playstation.com'];
const MOBILE = ['m.np.playstation.com'];

function data(endpoint: Route['endpoint'], path: RegExp, handle: HandleForCaller): Route {
  const hosts = MOBILE;
  return {
    endpoint,
    method: 'GET',
    hosts,
    path,
    access: 'bearer',
    countsTowardsLimit: true,
    handle,
  };
}

function page(
  endpoint: Route['endpoint'],
  hosts: readonly string[],
  path: RegExp,
  handle: Handle,
): Route {
  return { endpoint, method: 'GET', hosts, path, access: 'open', handle };
}

/** Data on other hosts than the trophy service's, outside its limit. */
function elsewhere(
  endpoint: Route['endpoint'],
  hosts: readonly string[],
  path: RegExp,
  handle: HandleForCaller,
): Route {
  return {
    endpoint,
    method: 'GET',
    hosts,
    path,
    access: 'bearer',
    countsTowardsLimit: false,
    handle,
  };
}

const LEGACY = ['us-prof.np.community.playstation.net'];
const GRAPHQL = ['web.np.playstation.com', 'm.np.playstation.com'];
const OPERATION = /^\/api\/graphql\/v1\/op$/;
const SET = 'npCommunicationIds/([^/]+)';
const TROPHY = '/api/trophy/v1';

/** Every address that the simulator knows. */
const ROUTES: readonly Route[] = [
  page('signin', ['web.np.playstation.com'], /^\/api\/session\/v1\/signin$/, startSignIn),
  page('signinPage', ['my.account.sony.com'], /^\/(?:sonyacct\/signin\/?)?$/, signInPage),
  page('sitePages', ['io.playstation.com'], /^\/central\/auth\/login$/, afterSignIn),
  page('sitePages', SITES, /^\/acct\/management$/, accountPage),
  page('sitePages', SITES, /^\/(?:home|[a-z]{2}-[a-z]{2})?\/?$/, homePage),
  page('ssocookie', ACCOUNT, /^\/api\/v1\/ssocookie$/, ssocookie),
  page('authorize', ACCOUNT, /^\/api\/authz\/v3\/oauth\/authorize$/, authorize),
  { ...page('token', ACCOUNT, /^\/api\/authz\/v3\/oauth\/token$/, token), method: 'POST' },
  data('trophyTitles', new RegExp(`^${TROPHY}/users/([^/]+)/trophyTitles$`), trophyTitles),
  data('trophySummary', new RegExp(`^${TROPHY}/users/([^/]+)/trophySummary$`), trophySummary),
  data(
    'titlesByNpTitleId',
    new RegExp(`^${TROPHY}/users/([^/]+)/titles/trophyTitles$`),
    titlesByNpTitleId,
  ),
  data('groups', new RegExp(`^${TROPHY}/${SET}/trophyGroups$`), groups),
  data('earnedGroups', new RegExp(`^${TROPHY}/users/([^/]+)/${SET}/trophyGroups$`), earnedGroups),
  data('trophies', new RegExp(`^${TROPHY}/${SET}/trophyGroups/([^/]+)/trophies$`), trophies),
  data(
    'earned',
    new RegExp(`^${TROPHY}/users/([^/]+)/${SET}/trophyGroups/([^/]+)/trophies$`),
    earned,
  ),
  data('gamelist', /^\/api\/gamelist\/v2\/users\/([^/]+)\/titles$/, gamelist),
  data('profile', /^\/api\/userProfile\/v1\/internal\/users\/([^/]+)\/profiles$/, profile),
  data(
    'presence',
    /^\/api\/userProfile\/v[12]\/internal\/users\/([^/]+)\/basicPresences$/,
    presence,
  ),
  elsewhere('profile2', LEGACY, /^\/userProfile\/v1\/users\/([^/]+)\/profile2$/, legacyProfile),
  elsewhere('devices', ['dms.api.playstation.com'], /^\/api\/v1\/devices\/accounts\/me$/, devices),
  { ...elsewhere('purchased', GRAPHQL, OPERATION, purchased), operation: 'getPurchasedGameList' },
  {
    ...elsewhere('recentlyPlayed', GRAPHQL, OPERATION, recentlyPlayed),
    operation: 'getUserGameList',
  },
  page('sitePages', ['id.sonyentertainmentnetwork.com'], /^\/id\/management/, oldAccountPage),
  page('images', PICTURE_HOSTS, /^(\/.*)$/, picture),
];

/** The route for a request, with what its path's groups matched. */
export function routeFor(request: SonyRequest): { route: Route; parameters: string[] } | null {
  for (const route of ROUTES) {
    if (route.method !== request.method || !route.hosts.includes(request.host)) continue;
    if (route.operation && request.query.get('operationName') !== route.operation) continue;
    const match = route.path.exec(request.path);
    if (match !== null) return { route, parameters: match.slice(1) };
  }
  return null;
}
