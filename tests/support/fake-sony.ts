import type {
  PsnProfile,
  PsnSession,
  PsnTokens,
  RefreshedTokens,
  SessionCheck,
  Tokens,
} from '@/utils/connection/ports';
import { FailureError, type Failure } from '@/utils/domain/failure';
import type { Player } from '@/utils/domain/connection/player';
import { Secret } from '@/utils/domain/connection/secret';

/** Sony's side of connecting, in memory: it can be told what the session is and what to refuse. */
export class FakeSony implements PsnSession, PsnTokens, PsnProfile {
  session: SessionCheck = { state: 'signed-in', endsAt: 60_000_000 };
  accountId = '2721516955383551246';
  /** The NPSSO that Sony knows besides the browser's session. */
  npsso = 'n'.repeat(64);
  looks = 0;
  codesAsked = 0;
  exchanges = 0;
  /** How long a new refresh token lives, and what time it is at Sony. */
  grant = 864_000_000;
  now = 0;
  failures: Partial<Record<'check' | 'fetchCode' | 'exchange' | 'refresh' | 'player', Failure[]>> =
    {};
  refreshes = 0;
  /** Every refresh token that was sent, in order. */
  readonly sent: string[] = [];
  /** A refresh token is good for one answer: a second time ends the connection. */
  rotates = false;
  wasReused = false;
  /** What the next answers to a refresh are besides whole. */
  oddAnswers: Partial<RefreshedTokens>[] = [];
  readonly #spent = new Set<string>();
  readonly #codes = new Set<string>();
  #made = 0;

  async check(): Promise<SessionCheck> {
    this.looks++;
    await this.#answer('check');
    return this.session;
  }

  async fetchCode(): Promise<Secret> {
    this.codesAsked++;
    await this.#answer('fetchCode');
    if (this.session.state === 'signed-out') throw new FailureError({ cause: 'not-signed-in' });
    return this.#code();
  }

  async fetchCodeFor(npsso: Secret): Promise<Secret> {
    await this.#answer('fetchCode');
    if (npsso.reveal() !== this.npsso) throw new FailureError({ cause: 'not-signed-in' });
    return this.#code();
  }

  #code(): Secret {
    const code = `v3.${String(++this.#made)}`;
    this.#codes.add(code);
    return new Secret(code);
  }

  async exchange(code: Secret): Promise<Tokens> {
    this.exchanges++;
    await this.#answer('exchange');
    if (!this.#codes.delete(code.reveal())) throw new FailureError({ cause: 'code-refused' });
    return this.#tokens();
  }

  async refresh(sent = new Secret('first')): Promise<RefreshedTokens & Tokens> {
    const token = sent.reveal();
    this.sent.push(token);
    await this.#answer('refresh');
    if (this.rotates && this.#spent.has(token)) {
      this.wasReused = true;
      throw new FailureError({ cause: 'token-refused', during: 'refresh', status: 400 });
    }
    this.#spent.add(token);
    this.refreshes++;
    const odd = this.oddAnswers.shift();
    // A token that does not come back anew is the same one.
    if (odd?.refreshToken === null) this.#spent.delete(token);
    return { ...this.#tokens(), ...odd } as RefreshedTokens & Tokens;
  }

  async player(accountId: string): Promise<Player> {
    await this.#answer('player');
    return { accountId, onlineId: 'night_shelf', avatarUrl: null, isPlus: false };
  }

  #tokens(): Tokens {
    const made = String(++this.#made);
    return {
      accountId: this.accountId,
      accessToken: new Secret(`access-${made}`),
      accessTokenEndsAt: this.now + 3_600_000,
      refreshToken: new Secret(`refresh-${made}`),
      refreshTokenEndsAt: this.now + this.grant,
    };
  }

  async #answer(call: keyof FakeSony['failures']): Promise<void> {
    await Promise.resolve();
    const failure = this.failures[call]?.shift();
    if (failure !== undefined) throw new FailureError(failure);
  }
}
