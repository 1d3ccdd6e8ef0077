import type * as z from 'zod/mini';
import type { Asker, PsnSession, SessionCheck } from '../connection/ports';
import { FailureError, failureOf, type Failure } from '../domain/failure';
import { Secret } from '../domain/connection/secret';
import { npsso, parseAnswer, refusal } from './answers';
import { ACCOUNT_HOST } from './endpoints';
import type { SignInGate } from './sign-in-gate';

const SESSION_URL = `https://${ACCOUNT_HOST}/api/v1/ssocookie`;

/** psn-api's own authorize request: its public Android client, and the scheme that the code comes back on. */
const AUTHORIZE_URL = `https://${ACCOUNT_HOST}/api/authz/v3/oauth/authorize?${new URLSearchParams({
  access_type: 'offline',
  client_id: '09515159-7237-4370-9b40-3806e67c0891',
  redirect_uri: 'com.scee.psxandroid.scecompcall://redirect',
  response_type: 'code',
  scope: 'psn:mobile.v2.core psn:clientapp',
}).toString()}`;

/** Watches for where Sony sends our own authorize request: `fetch` does not show it. */
export interface RedirectWatch {
  /** The `Location` of the next answer to a request of ours, or null once `settled` is over without one. */
  next(settled: Promise<unknown>): Promise<string | null>;
}

/** Makes our own authorize request carry a pasted NPSSO, for as long as it is set. */
export interface PastedCookie {
  set(npsso: Secret): Promise<void>;
  remove(): Promise<void>;
}

/** The sign-in at PlayStation in this browser. */
export class BrowserSession implements PsnSession {
  readonly #redirects: RedirectWatch;
  readonly #pastedCookie: PastedCookie;
  readonly #gate: SignInGate;
  readonly #now: () => number;
  readonly #deviceNow: () => number;

  constructor(
    redirects: RedirectWatch,
    pastedCookie: PastedCookie,
    gate: SignInGate,
    clocks: { now: () => number; deviceNow: () => number },
  ) {
    this.#redirects = redirects;
    this.#pastedCookie = pastedCookie;
    this.#gate = gate;
    this.#now = clocks.now;
    this.#deviceNow = clocks.deviceNow;
  }

  /** Looks at the session without taking anything of it. */
  async check(asker: Asker): Promise<SessionCheck> {
    await this.#gate.pass('session', asker);
    try {
      const session = await this.#ask();
      if (session === null) return { state: 'signed-out' };
      const { expires_in: seconds } = session;
      // There is one; whether it would do only an exchange can tell.
      if (typeof seconds !== 'number') return { state: 'unknown' };
      const endsAfter = this.#deviceNow() + seconds * 1000;
      const left = (): number => this.#now() + endsAfter - this.#deviceNow();
      return {
        state: 'signed-in',
        // Reckoned when it is read: the answers that follow may set Sony's clock right.
        get endsAt() {
          return left();
        },
      };
    } catch (thrown) {
      return checkOfFailure(failureOf(thrown));
    }
  }

  /** The session's NPSSO, for a player who wants to use it elsewhere. */
  async readNpsso(): Promise<Secret> {
    await this.#gate.pass('session', 'player');
    const session = await this.#ask();
    if (session === null) throw new FailureError({ cause: 'not-signed-in', during: 'session' });
    return new Secret(session.npsso);
  }

  /** A code for whoever is signed in. */
  fetchCode(asker: Asker): Promise<Secret> {
    return this.#passing(asker, async () => {
      // A worker that died in mid-exchange leaves the rule of a pasted NPSSO behind.
      await this.#pastedCookie.remove();
      return this.#authorize('include');
    });
  }

  /** A code for a pasted NPSSO: it goes out as the request's only cookie, and the browser's own stay as they are. */
  fetchCodeFor(npsso: Secret): Promise<Secret> {
    return this.#passing('player', async () => {
      await this.#pastedCookie.set(npsso);
      try {
        return await this.#authorize('omit');
      } finally {
        await this.#pastedCookie.remove();
      }
    });
  }

  async #passing(asker: Asker, authorize: () => Promise<Secret>): Promise<Secret> {
    await this.#gate.pass('exchange', asker);
    try {
      return await authorize();
    } catch (thrown) {
      await this.#gate.note('exchange', failureOf(thrown));
      throw thrown;
    }
  }

  /**
   * Asks Sony's `ssocookie` page; null where nobody is signed in. Judged by the body: the status of a refusal is not
   * settled among those who report it.
   */
  async #ask(): Promise<z.output<typeof npsso> | null> {
    const response = await fetch(SESSION_URL, { credentials: 'include', cache: 'no-store' }).catch(
      async (thrown: unknown) => {
        await this.#gate.note('session', failureOf(thrown));
        throw thrown;
      },
    );
    const answer: unknown = await response.json();
    if (!npsso.safeParse(answer).success && refusal.safeParse(answer).success) return null;
    return parseAnswer('session', npsso, answer);
  }

  /**
   * Sends psn-api's authorize request and reads the code from the redirect. `redirect: 'error'` is the mode in which
   * Chromium and Firefox both report the redirect to every listener.
   */
  async #authorize(credentials: 'include' | 'omit'): Promise<Secret> {
    const request = fetch(AUTHORIZE_URL, { credentials, redirect: 'error', cache: 'no-store' });
    const refused = request.then(
      () => null,
      (thrown: unknown) => failureOf(thrown),
    );
    const location = await this.#redirects.next(refused);
    if (location !== null) return codeOf(location);
    throw new FailureError((await refused) ?? { cause: 'answer-not-understood', during: 'code' });
  }
}

function checkOfFailure(failure: Failure): SessionCheck {
  if (failure.cause === 'not-signed-in') return { state: 'signed-out' };
  if (failure.cause === 'too-many-requests') return { state: 'unknown' };
  throw new FailureError(failure);
}

/** The code of a redirect to the app, for example `com.scee.psxandroid.scecompcall://redirect/?code=v3.XXXXXX&cid=…`. */
export function codeOf(location: string): Secret {
  const [target = '', query = ''] = location.split('?', 2);
  const parameters = new URLSearchParams(query);
  const codes = parameters.getAll('code');
  const isApp = /^com\.scee\.psxandroid\.scecompcall:\/\/redirect\/?$/.test(target);
  if (isApp && codes.length === 1 && codes[0] && !parameters.has('error')) {
    return new Secret(codes[0]);
  }
  const cause = isSonys(target) ? causeOfRedirect(parameters) : 'answer-not-understood';
  throw new FailureError({ cause, during: 'code' });
}

/** What another host says of the sign-in is nobody's word: Sony's own pages are at these. */
function isSonys(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname } = new URL(target);
  return protocol === 'https:' && /\.(sony|playstation)\.com$/.test(hostname);
}

/** What Sony's own words for it name. Its codes for these are not known. */
const WANTED: readonly [RegExp, Failure['cause']][] = [
  [/child|parent|famil|guardian|minor|under.?age/i, 'child-account'],
  [/terms|consent|agreement|policy|tos\b|eula/i, 'terms-to-accept'],
  [/profile|online.?id|incomplete|account.?set.?up|upgrade/i, 'profile-unfinished'],
];

function causeOfRedirect(parameters: URLSearchParams): Failure['cause'] {
  const isLogin =
    parameters.get('error') === 'login_required' || parameters.get('error_code') === '4165';
  if (isLogin) return 'not-signed-in';
  if (!parameters.has('error')) return 'answer-not-understood';
  const said = ['error', 'error_description'].map((name) => parameters.get(name)).join(' ');
  return WANTED.find(([words]) => words.test(said))?.[1] ?? 'account-attention';
}
