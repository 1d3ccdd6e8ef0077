import type { RecordedForms } from './recorded-forms.ts';
import { PLAIN_FORMS } from './recorded-forms.ts';

/** How the session cookie is set. Sony's own attributes are not verified, so each one is a switch. */
export interface CookieVariant {
  /** `ca.account.sony.com` is host-only; with a leading dot, sub-domains see it too. */
  domain: 'ca.account.sony.com' | '.ca.account.sony.com' | '.sony.com';
  httpOnly: boolean;
  sameSite: 'unset' | 'Lax' | 'Strict' | 'None';
  /** A second copy at id.sonyentertainmentnetwork.com after a visit to account management. */
  secondCopy: boolean;
}

/** Everything that a test may choose about Sony's behaviour; the defaults are what is known or likeliest. */
export interface Settings {
  cookie: CookieVariant;
  /** The status beside `invalid_grant`: no report says which it is. */
  invalidLoginStatus: 400 | 401;
  /** Life of a new refresh token in seconds: 10 days in 2026, 60 in earlier years. */
  refreshSeconds: number;
  accessSeconds: number;
  codeSeconds: number;
  /** A refresh answers a new refresh token and revokes the old one. */
  rotatesTokens: boolean;
  /** Every authorisation replaces the NPSSO in the browser's jar. */
  rotatesNpsso: boolean;
  /** A token request with any Origin is refused with an empty 403. */
  refusesOrigin: boolean;
  /** Sony wants something from the player first: new terms, an unfinished profile. */
  profileUnfinished: false | 'at-authorize' | 'at-session';
  /** Names and icons come in this language, whatever a request asks for. */
  language: string | null;
  forms: RecordedForms;
  /** Signing in again leaves earlier sessions alive, as in two separate browsers. */
  allowsOldSessions: boolean;
}

export function defaultSettings(): Settings {
  return {
    cookie: {
      domain: 'ca.account.sony.com',
      httpOnly: true,
      sameSite: 'unset',
      secondCopy: false,
    },
    invalidLoginStatus: 400,
    refreshSeconds: 863_999,
    accessSeconds: 3599,
    codeSeconds: 180,
    rotatesTokens: false,
    rotatesNpsso: false,
    refusesOrigin: false,
    profileUnfinished: false,
    language: null,
    forms: { ...PLAIN_FORMS },
    allowsOldSessions: false,
  };
}
