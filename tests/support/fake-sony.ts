import type {
  PsnProfile,
  PsnSession,
  PsnTokens,
  SessionLook,
  Tokens,
} from '@/utils/connection/ports';
import { FailureError, type Failure } from '@/utils/domain/failure';
import type { Player } from '@/utils/domain/player';
import { Secret } from '@/utils/domain/secret';

/** Sony's side of connecting, in memory: it can be told what the session is and what to refuse. */
export class FakeSony implements PsnSession, PsnTokens, PsnProfile {
  session: SessionLook = { state: 'signed-in', endsAt: 60_000_000 };
  accountId = '2721516955383551246';
  failures: Partial<Record<'look' | 'fetchCode' | 'exchange' | 'refresh' | 'player', Failure[]>> =
    {};
  refreshes = 0;
  readonly #codes = new Set<string>();
  #made = 0;

  async look(): Promise<SessionLook> {
    await this.#answer('look');
    return this.session;
  }

  async fetchCode(): Promise<Secret> {
    await this.#answer('fetchCode');
    if (this.session.state === 'signed-out') throw new FailureError({ cause: 'not-signed-in' });
    const code = `v3.${String(++this.#made)}`;
    this.#codes.add(code);
    return new Secret(code);
  }

  async exchange(code: Secret): Promise<Tokens> {
    await this.#answer('exchange');
    if (!this.#codes.delete(code.reveal())) throw new FailureError({ cause: 'code-refused' });
    return this.#tokens();
  }

  async refresh(): Promise<Tokens> {
    await this.#answer('refresh');
    this.refreshes++;
    return this.#tokens();
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
      accessTokenEndsAt: 3_600_000,
      refreshToken: new Secret(`refresh-${made}`),
      refreshTokenEndsAt: 864_000_000,
    };
  }

  async #answer(call: keyof FakeSony['failures']): Promise<void> {
    await Promise.resolve();
    const failure = this.failures[call]?.shift();
    if (failure !== undefined) throw new FailureError(failure);
  }
}
