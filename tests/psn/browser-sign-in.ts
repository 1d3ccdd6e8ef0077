import type { AccountName } from './accounts/account-plan.ts';
import type { Answer } from './answer.ts';
import { html, redirect } from './answer.ts';
import { WEB_CLIENT_ID } from './oauth-endpoints.ts';
import type { SonyRequest } from './request.ts';
import { cookieOf } from './request.ts';
import { clearCookies, setCookie } from './session-cookie.ts';
import { sitePage } from './site-page.ts';
import type { World } from './world.ts';

const HOME = 'https://www.playstation.com/';

/**
 * Signs the asking browser in: a new session, its cookie set from the account host. A form goes on as Sony's
 * pages do, through `authorize` in the main frame; a plain visit ends on a page that says so.
 */
export function signInBrowser(name: AccountName, request: SonyRequest, world: World): Answer {
  const { sessions, settings, accounts } = world;
  const session = sessions.signIn(accounts.named(name), settings.allowsOldSessions);
  const cookie = setCookie(session.npsso, sessions.secondsLeft(session), settings.cookie);
  const headers: Answer['headers'] = [['Set-Cookie', cookie]];
  if (request.method === 'POST') return redirect(webAuthorizeUrl(), headers);
  const { onlineId } = session.account.plan;
  return html(
    sitePage('Signed in', `<p>This browser is signed in as ${onlineId}.</p>`),
    200,
    headers,
  );
}

/** The web client's own authorisation, with which every sign-in on Sony's pages ends. */
export function webAuthorizeUrl(): string {
  const query = new URLSearchParams({
    client_id: WEB_CLIENT_ID,
    redirect_uri: `https://io.playstation.com/central/auth/login?postSignInURL=${HOME}`,
    response_type: 'code',
    scope: 'openid id_token:psn.basic_claims',
    smcid: 'web:pdc',
  });
  return `https://ca.account.sony.com/api/authz/v3/oauth/authorize?${query.toString()}`;
}

/** What the website does: the cookie goes, the session itself dies of disuse. */
export function signOutBrowser(request: SonyRequest, world: World): Answer {
  const { sessions, settings } = world;
  // A strict cookie does not travel with a click on another site; then the one session there is, is meant.
  const session = sessions.alive(cookieOf(request, 'npsso')) ?? sessions.current;
  if (session !== null) sessions.signOut(session, 'soft');
  const headers = clearCookies(settings.cookie).map((cookie): [string, string] => [
    'Set-Cookie',
    cookie,
  ]);
  return redirect(HOME, headers);
}
