import type { Answer } from './answer.ts';
import { empty, html, json, withHeaders } from './answer.ts';
import type { Endpoint } from './endpoints.ts';
import type { DueFault } from './faults.ts';
import { loginRequired } from './oauth-redirects.ts';
import type { SonyRequest } from './request.ts';
import {
  accessDenied,
  accountError,
  gamelistError,
  notFound,
  serviceError,
  tomcatTooMany,
} from './sony-errors.ts';
import { tooManyRequests } from './too-many-requests.ts';

const ACCOUNT_ENDPOINTS: readonly Endpoint[] = ['ssocookie', 'authorize', 'token'];

/** The answer that takes the place of the real one, or null for a fault of another kind. */
export function replacement(
  { fault, seconds = 60 }: DueFault,
  endpoint: Endpoint,
  request: SonyRequest,
  now: number,
): Answer | null {
  if (typeof fault === 'object' && 'redirect' in fault) return leadingTo(...fault.redirect);
  const isAccount = ACCOUNT_ENDPOINTS.includes(endpoint);
  switch (fault) {
    case '400':
      return badRequest(endpoint);
    case '401':
      return isAccount
        ? accountError('invalid_client', 'Bad client credentials', 4102, 401)
        : serviceError('trophy', 'expired-token', 'Expired token');
    case '403-html':
      return accessDenied(request.host, request.path);
    case '403-empty':
      return empty(403);
    case '403-private':
      return serviceError('trophy', 'access-control', 'Not permitted by access control');
    case '404':
      return notFound();
    case '429':
      return isAccount ? tomcatTooMany() : tooManyRequests(now + seconds * 1000);
    case '429-without-header':
      return isAccount ? tomcatTooMany() : tooManyRequests(null);
    case '429-html':
      return tomcatTooMany();
    case '500':
      return isAccount ? json({ error: 'server_error' }, 500) : serverError(500);
    case '502':
      return unavailable(502, 'Bad Gateway');
    case '503':
      return unavailable(503, 'Service Unavailable');
    case '503-later':
      return withHeaders(unavailable(503, 'Service Unavailable'), [
        ['Retry-After', String(seconds)],
      ]);
    case 'empty-200':
      return empty(200);
    case '302-elsewhere':
    case '307-elsewhere':
      return leadingTo(Number(fault.slice(0, 3)), 'https://www.playstation.com/');
    case 'html-200':
      return html(
        '<!DOCTYPE html><html><head><title>Maintenance</title></head><body>PlayStation Network is being looked after. Please come back later.</body></html>',
      );
    case 'login-required':
      return loginRequired(request.query);
    case 'invalid-grant':
      return accountError('invalid_grant', 'Invalid refresh token', 4159, 400);
    default:
      return null;
  }
}

function leadingTo(status: number, location: string): Answer {
  return empty(status, [['Location', location]]);
}

function badRequest(endpoint: Endpoint): Answer {
  if (ACCOUNT_ENDPOINTS.includes(endpoint)) {
    return accountError('invalid_request', 'Bad Request', undefined, 400);
  }
  return endpoint === 'gamelist'
    ? gamelistError('invalid request')
    : serviceError('trophy', 'bad-request', 'Bad Request');
}

function serverError(status: number): Answer {
  return json({ error: { code: 2240512, message: 'Internal Server Error' } }, status);
}

function unavailable(status: number, title: string): Answer {
  return html(
    `<html><head><title>${status} ${title}</title></head><body><center><h1>${status} ${title}</h1></center></body></html>`,
    status,
  );
}
