import type { CookieVariant } from './settings.ts';

/** In the shape of Playwright's `addCookies`. */
export interface BrowserCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: 'Lax' | 'Strict' | 'None';
  /** Seconds since 1970. */
  expires: number;
}

/** The cookie for a launcher to put in the jar. Unset counts as Lax there, as it does in Chromium. */
export function browserCookie(
  npsso: string,
  endsAt: number,
  variant: CookieVariant,
): BrowserCookie {
  return {
    name: 'npsso',
    value: npsso,
    domain: variant.domain,
    path: '/',
    secure: true,
    httpOnly: variant.httpOnly,
    sameSite: variant.sameSite === 'unset' ? 'Lax' : variant.sameSite,
    expires: Math.floor(endsAt / 1000),
  };
}

export function setCookie(npsso: string, secondsLeft: number, variant: CookieVariant): string {
  const isHostOnly = !variant.domain.startsWith('.');
  return [
    `npsso=${npsso}`,
    ...(isHostOnly ? [] : [`Domain=${variant.domain}`]),
    'Path=/',
    `Max-Age=${secondsLeft}`,
    'Secure',
    ...(variant.httpOnly ? ['HttpOnly'] : []),
    ...(variant.sameSite === 'unset' ? [] : [`SameSite=${variant.sameSite}`]),
  ].join('; ');
}

/** Takes the cookie out of the jar, wherever an earlier variant put it. */
export function clearCookies(variant: CookieVariant): string[] {
  const domains: CookieVariant['domain'][] = [
    'ca.account.sony.com',
    '.ca.account.sony.com',
    '.sony.com',
  ];
  return domains.map((domain) => setCookie('', 0, { ...variant, domain }));
}
