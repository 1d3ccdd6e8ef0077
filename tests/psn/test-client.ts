import type { LoopbackAnswer } from './loopback-fetch.ts';
import { ask } from './loopback-fetch.ts';
import type { Simulator } from './simulator.ts';

/** The public Android client's, as every client sends it. */
const BASIC = 'Basic MDk1MTUxNTktNzIzNy00MzcwLTliNDAtMzgwNmU2N2MwODkxOnVjUGprYTV0bnRCMktxc1A=';
const OAUTH = 'https://ca.account.sony.com/api/authz/v3/oauth';
const REDIRECT = 'com.scee.psxandroid.scecompcall://redirect';

type Parameters = Record<string, string>;

/** Talks to the simulator as a careful client of Sony's would. */
export class TestClient {
  readonly port: number;
  accessToken = '';

  constructor(simulator: Simulator) {
    this.port = simulator.port;
  }

  ssocookie(npsso?: string): Promise<LoopbackAnswer> {
    return ask(this.port, 'https://ca.account.sony.com/api/v1/ssocookie', cookie(npsso));
  }

  authorize(npsso?: string, changes: Parameters = {}): Promise<LoopbackAnswer> {
    const query = new URLSearchParams({
      access_type: 'offline',
      client_id: '09515159-7237-4370-9b40-3806e67c0891',
      redirect_uri: REDIRECT,
      response_type: 'code',
      scope: 'psn:mobile.v2.core psn:clientapp',
      ...changes,
    });
    return ask(this.port, `${OAUTH}/authorize?${query.toString()}`, cookie(npsso));
  }

  async code(npsso: string): Promise<string> {
    const { headers } = await this.authorize(npsso);
    return /[?&]code=([^&]+)/.exec(String(headers['location']))?.[1] ?? '';
  }

  exchange(code: string, headers: Parameters = {}): Promise<LoopbackAnswer> {
    const form = { code, redirect_uri: REDIRECT, grant_type: 'authorization_code' };
    return this.#token(form, headers);
  }

  refresh(refreshToken: string): Promise<LoopbackAnswer> {
    const scope = 'psn:mobile.v2.core psn:clientapp';
    return this.#token({ refresh_token: refreshToken, grant_type: 'refresh_token', scope }, {});
  }

  /** Signs in all the way; what follows carries the access token. */
  async connect(npsso: string): Promise<Record<string, unknown>> {
    const tokens = bodyOf(await this.exchange(await this.code(npsso)));
    this.accessToken = String(tokens['access_token']);
    return tokens;
  }

  get(url: string, headers: Parameters = {}): Promise<LoopbackAnswer> {
    const authorization = `Bearer ${this.accessToken}`;
    return ask(this.port, url, { headers: { authorization, ...headers } });
  }

  trophy(path: string, headers: Parameters = {}): Promise<LoopbackAnswer> {
    return this.get(`https://m.np.playstation.com/api/trophy/v1${path}`, headers);
  }

  #token(form: Parameters, headers: Parameters): Promise<LoopbackAnswer> {
    return ask(this.port, `${OAUTH}/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: BASIC,
        ...headers,
      },
      body: new URLSearchParams({ token_format: 'jwt', ...form }).toString(),
    });
  }
}

function cookie(npsso: string | undefined): { headers: Parameters } {
  return { headers: npsso === undefined ? {} : { cookie: `npsso=${npsso}` } };
}

export function bodyOf(answer: LoopbackAnswer): Record<string, unknown> {
  return JSON.parse(answer.body) as Record<string, unknown>;
}

export function rowsOf(answer: LoopbackAnswer, key: string): Record<string, unknown>[] {
  return bodyOf(answer)[key] as Record<string, unknown>[];
}
