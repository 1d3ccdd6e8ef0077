import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import { empty, withHeaders } from './answer.ts';
import type { Endpoint } from './endpoints.ts';
import { edited } from './fault-edits.ts';
import { replacement } from './fault-answers.ts';
import type { DueFault } from './faults.ts';
import { nameOf } from './faults.ts';
import type { LogEntry } from './request-log.ts';
import type { SonyRequest } from './request.ts';
import type { Route } from './route.ts';
import { routeFor } from './routes.ts';
import { shiftList } from './shifted-list.ts';
import { accessDenied, serviceError } from './sony-errors.ts';
import { tooManyRequests } from './too-many-requests.ts';
import type { World } from './world.ts';

/** From a request to its answer: log, network edge, faults, access token, limit, endpoint. */
export function handleRequest(
  request: SonyRequest,
  world: World,
): { answer: Answer; entry: LogEntry } {
  const found = routeFor(request);
  const endpoint: Endpoint =
    found?.route.endpoint ?? (request.method === 'OPTIONS' ? 'preflight' : 'unknown');
  const now = world.clock.now();
  const entry = world.log.add(request, endpoint, now);
  const faults = world.faults.due(endpoint, request);
  if (faults.length > 0) entry.fault = faults.map(({ fault }) => nameOf(fault)).join(' ');
  const answer = withEdits(
    beforeEndpoint(request, endpoint, faults, world) ??
      (found === null
        ? unknownPath(request)
        : answerOf(found.route, found.parameters, request, world)),
    faults,
  );
  const isSent = answer.delivery === undefined || answer.delivery === 'cut-off';
  entry.status = isSent ? answer.status : 0;
  return { answer: withCommonHeaders(answer, request, world), entry };
}

function beforeEndpoint(
  request: SonyRequest,
  endpoint: Endpoint,
  faults: readonly DueFault[],
  world: World,
): Answer | null {
  const now = world.clock.now();
  const isApi = request.host.startsWith('m.np') || request.host.startsWith('ca.account');
  if (isApi && world.edgeBlockedUntil > now) return accessDenied(request.host, request.path);
  for (const injection of faults) {
    if (injection.fault === 'shifted') shiftList(endpoint, request, world);
    const answer = replacement(injection, endpoint, request, now);
    if (answer !== null) return answer;
  }
  return null;
}

function withEdits(answer: Answer, faults: readonly DueFault[]): Answer {
  return faults.reduce((spoiled, fault) => edited(spoiled, fault), answer);
}

/** Paths that do not exist never get past the network edge. */
function unknownPath(request: SonyRequest): Answer {
  const isOpen = /^\/api\/(userProfile|gamelist)\//.test(request.path);
  if (request.method === 'OPTIONS' && isOpen) {
    return empty(200, [['Access-Control-Allow-Origin', '*']]);
  }
  return accessDenied(request.host, request.path);
}

function answerOf(route: Route, parameters: string[], request: SonyRequest, world: World): Answer {
  const call = { request, parameters };
  if (route.access === 'open') return route.handle(call, world);
  const bearer = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  const caller = world.tokens.bearer(bearer);
  if (typeof caller === 'string') {
    const message = caller === 'expired' ? 'Expired token' : 'Invalid token';
    const isProfile = request.path.startsWith('/api/userProfile');
    return serviceError(isProfile ? 'userProfile' : 'trophy', 'expired-token', message);
  }
  if (route.countsTowardsLimit) {
    const nextAvailable = world.rateLimit.refuse(caller.accountId, world.clock.now());
    if (nextAvailable !== null) return tooManyRequests(nextAvailable);
  }
  return route.handle(call, world, caller);
}

function withCommonHeaders(answer: Answer, request: SonyRequest, world: World): Answer {
  const has = (name: string): boolean =>
    answer.headers.some(([key]) => key.toLowerCase() === name.toLowerCase());
  const server = request.host.startsWith('m.np') ? 'Apache' : 'nginx';
  const common: Answer['headers'] = [
    ['Date', world.clock.dateHeader()],
    ['X-Content-Type-Options', 'nosniff'],
    ['Strict-Transport-Security', 'max-age=31536000 ; includeSubDomains'],
    ['X-Psn-Request-Id', randomUUID().replaceAll('-', '')],
    ['Server', server],
  ];
  return withHeaders(
    answer,
    common.filter(([name]) => !has(name)),
  );
}
