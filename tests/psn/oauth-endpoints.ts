import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import { empty, json, redirect } from './answer.ts';
import { CLIENT_ID } from './jwt.ts';
import { backToSignIn, loginRequired } from './oauth-redirects.ts';
import { cookieOf, formOf } from './request.ts';
import type { Call } from './route.ts';
import { setCookie } from './session-cookie.ts';
import { accountError } from './sony-errors.ts';
import type { World } from './world.ts';

const MOBILE_REDIRECT = 'com.scee.psxandroid.scecompcall://redirect';
const WEB_REDIRECT = 'https://io.playstation.com/central/auth/login';
const SCOPES = ['psn:mobile.v2.core', 'psn:clientapp'];
/** The public Android client's id and secret, as every client sends them. */
const BASIC = 'Basic MDk1MTUxNTktNzIzNy00MzcwLTliNDAtMzgwNmU2N2MwODkxOnVjUGprYTV0bnRCMktxc1A=';

/** The web client that PlayStation's own pages sign in with. */
export const WEB_CLIENT_ID = 'a5c0b7e2-4f1d-4a3e-9b57-2f6f2c0b8d11';

/** Turns a living session into a code, in the address of a redirect. */
export function authorize({ request }: Call, world: World): Answer {
  const { query } = request;
  const wrong = wrongParameter(query);
  if (wrong !== null) return wrong;
  const session = world.sessions.use(cookieOf(request, 'npsso'));
  if (session === null) return loginRequired(query);
  if (world.settings.profileUnfinished === 'at-authorize') {
    // Any error other than `login_required` means that Sony wants something else; the code is a guess.
    return backToSignIn(query, 'interaction_required', 4166, 'User interaction is required');
  }
  const living = world.settings.rotatesNpsso ? world.sessions.rotate(session) : session;
  const code = world.tokens.issueCode(living);
  const cid = query.get('cid') ?? randomUUID();
  const rotated: Answer['headers'] = world.settings.rotatesNpsso
    ? [
        [
          'Set-Cookie',
          setCookie(living.npsso, world.sessions.secondsLeft(living), world.settings.cookie),
        ],
      ]
    : [];
  return redirect(successLocation(query, code, cid), [
    ...rotated,
    ['Set-Cookie', `KP_uIDz=sim-${cid.slice(0, 8)}; Path=/; Secure; HttpOnly`],
    ['X-Psn-Request-Id', cid.replaceAll('-', '')],
    ['X-RequestId', cid.replaceAll('-', '')],
    ['X-CorrelationId', cid],
    ['X-Psn-Correlation-Id', cid],
    ['X-Frame-Options', 'DENY'],
    ['Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate'],
    ['Expires', '0'],
    ['Content-Length', '0'],
  ]);
}

/** The mobile app's own scheme, with a slash before the question mark; the web client's page otherwise. */
function successLocation(query: URLSearchParams, code: string, cid: string): string {
  if (query.get('client_id') === CLIENT_ID) return `${MOBILE_REDIRECT}/?code=${code}&cid=${cid}`;
  const page = new URL(query.get('redirect_uri') ?? WEB_REDIRECT);
  page.searchParams.set('code', code);
  page.searchParams.set('cid', cid);
  return page.href;
}

function wrongParameter(query: URLSearchParams): Answer | null {
  const isMobile = query.get('client_id') === CLIENT_ID;
  if (!isMobile && query.get('client_id') !== WEB_CLIENT_ID) {
    return accountError('invalid_client', 'Bad client credentials', 4102, 400);
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (isMobile ? redirectUri !== MOBILE_REDIRECT : !redirectUri.startsWith(WEB_REDIRECT)) {
    return accountError('redirect_uri_mismatch', 'Redirect URI mismatch', 4100, 400);
  }
  if (query.get('response_type') !== 'code') {
    return backToSignIn(query, 'unsupported_response_type', 4101, 'Unsupported response type');
  }
  if (isMobile && !isRightScope(query.get('scope'))) {
    return backToSignIn(query, 'invalid_scope', 4103, 'Invalid scope');
  }
  return null;
}

function isRightScope(scope: string | null): boolean {
  const asked = (scope ?? '').split(' ');
  return asked.length > 0 && asked.every((name) => SCOPES.includes(name));
}

/** Exchanges a code, or a refresh token, for tokens. */
export function token({ request }: Call, world: World): Answer {
  if (world.settings.refusesOrigin && request.headers['origin'] !== undefined) return empty(403);
  if (request.headers['authorization'] !== BASIC) {
    return accountError('invalid_client', 'Bad client credentials', 4102, 401);
  }
  const form = formOf(request);
  const grant = grantFor(form, world);
  if ('status' in grant) return grant;
  return json(grant, 200, [
    ['Cache-Control', 'no-store'],
    ['Pragma', 'no-cache'],
  ]);
}

type TokenResult = Answer | NonNullable<ReturnType<World['tokens']['refresh']>>;

function grantFor(form: URLSearchParams, world: World): TokenResult {
  const type = form.get('grant_type') ?? '';
  if (type !== 'authorization_code' && type !== 'refresh_token') {
    return accountError(
      'unauthorized_client',
      `Client does not have grant type: ${type}`,
      4151,
      400,
    );
  }
  if (form.get('token_format') !== 'jwt') {
    return accountError('invalid_request', 'Unsupported token format', 4150, 400);
  }
  return type === 'refresh_token' ? refreshGrant(form, world) : codeGrant(form, world);
}

function codeGrant(form: URLSearchParams, world: World): TokenResult {
  if (form.get('redirect_uri') !== MOBILE_REDIRECT) {
    return accountError('redirect_uri_mismatch', 'Redirect URI mismatch', 4100, 400);
  }
  const grant = world.tokens.exchangeCode(form.get('code') ?? '');
  return grant ?? accountError('invalid_grant', 'Invalid code', 4153, 400);
}

function refreshGrant(form: URLSearchParams, world: World): TokenResult {
  if (!isRightScope(form.get('scope'))) {
    return accountError('invalid_scope', 'Invalid scope', 4103, 400);
  }
  const grant = world.tokens.refresh(form.get('refresh_token') ?? '');
  return grant ?? accountError('invalid_grant', 'Invalid refresh token', 4159, 400);
}
