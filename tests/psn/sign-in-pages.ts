import type { Answer } from './answer.ts';
import { html, redirect, withHeaders } from './answer.ts';
import { webAuthorizeUrl } from './browser-sign-in.ts';
import type { Call } from './route.ts';
import { setCookie } from './session-cookie.ts';
import { escaped, sitePage } from './site-page.ts';
import type { World } from './world.ts';

const CONTROL = 'https://ca.account.sony.com/__simulator';

/**
 * Where signing in starts. A browser that is signed in passes straight through `authorize`; any other ends on
 * the sign-in page.
 */
export function startSignIn({ request }: Call, { sessions }: World): Answer {
  if (sessions.current !== null) return redirect(webAuthorizeUrl());
  return redirect(`https://my.account.sony.com/sonyacct/signin/?${request.query.toString()}`);
}

/** One button per player. The form goes to the account host, which alone can set the cookie in every variant. */
export function signInPage(_call: Call, world: World): Answer {
  const buttons = world.accounts.all.map(
    ({ name, plan }) =>
      `<button name="account" value="${name}">Sign in as ${escaped(plan.onlineId)}</button>`,
  );
  const form = `<form method="post" action="${CONTROL}/sign-in">${buttons.join('')}</form>`;
  return html(sitePage('Simulated PlayStation sign-in', `<p>Choose a player.</p>${form}<p></p>`));
}

/** The web client's landing page, which goes on to wherever signing in was to end. */
export function afterSignIn({ request }: Call): Answer {
  const wanted = request.query.get('postSignInURL') ?? '';
  const isOurs = /^https:\/\/(www|store)\.playstation\.com\//.test(wanted);
  return redirect(isOurs ? wanted : 'https://www.playstation.com/');
}

/** The website's front page. */
export function homePage(_call: Call, world: World): Answer {
  const session = world.sessions.current;
  const content =
    session === null
      ? `<p>Nobody is signed in.</p><p><a href="${signInUrl()}">Sign in</a></p>`
      : `<p>Signed in as ${escaped(session.account.plan.onlineId)}.</p><p><a href="https://www.playstation.com/acct/management">Account management</a></p>`;
  return html(sitePage(session === null ? 'Signed out' : 'Signed in', content));
}

/** Account management, with the button that signs out. */
export function accountPage(_call: Call, world: World): Answer {
  const session = world.sessions.current;
  const content =
    session === null
      ? `<p>Nobody is signed in.</p><p><a href="${signInUrl()}">Sign in</a></p>`
      : `<p>Signed in as ${escaped(session.account.plan.onlineId)}.</p><form method="post" action="${CONTROL}/sign-out"><button>Sign out</button></form><p></p>`;
  return html(sitePage('Account management', content));
}

/** The old account management, which leaves a second copy of the cookie on its own host. */
export function oldAccountPage(_call: Call, { sessions, settings }: World): Answer {
  const page = html(sitePage('Account management', '<p>Your account at a glance.</p>'));
  const session = sessions.current;
  if (session === null || !settings.cookie.secondCopy) return page;
  const variant = { ...settings.cookie, domain: 'ca.account.sony.com' } as const; // host-only here, too
  const copy = setCookie(session.npsso, sessions.secondsLeft(session), variant);
  return withHeaders(page, [['Set-Cookie', copy]]);
}

function signInUrl(): string {
  const home = 'https://www.playstation.com/home';
  const redirectUri = `https://io.playstation.com/central/auth/login?postSignInURL=${home}&cancelURL=${home}`;
  const query = new URLSearchParams({ redirect_uri: redirectUri, smcid: 'web:pdc' });
  return `https://web.np.playstation.com/api/session/v1/signin?${query.toString().replaceAll('&', '&amp;')}`;
}
