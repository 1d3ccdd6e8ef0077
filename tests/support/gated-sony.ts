import type {
  Asker,
  PsnSession,
  PsnTokens,
  RefreshedTokens,
  SessionCheck,
  Tokens,
} from '@/utils/connection/ports';
import { failureOf } from '@/utils/domain/failure';
import type { Secret } from '@/utils/domain/connection/secret';
import { EMPTY_LEDGER, type SignInLedger } from '@/utils/domain/connection/sign-in-limits';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import type { FakeSony } from './fake-sony';

/** Where time goes by when a test says so. */
export const noSleep = (): Promise<void> => Promise.resolve();

/** A ledger in memory, which outlives workers. */
export class FakeLedger {
  ledger: SignInLedger = EMPTY_LEDGER;

  read(): Promise<SignInLedger> {
    return Promise.resolve(this.ledger);
  }

  write(ledger: SignInLedger): Promise<void> {
    this.ledger = ledger;
    return Promise.resolve();
  }
}

/** Sony's side in memory, behind the real gate. */
export class GatedSony implements PsnSession, PsnTokens {
  readonly #sony: FakeSony;
  readonly #gate: SignInGate;

  constructor(sony: FakeSony, store: FakeLedger, now: () => number) {
    this.#sony = sony;
    this.#gate = new SignInGate({ store, now, deviceNow: now, sleep: noSleep });
  }

  async check(asker: Asker): Promise<SessionCheck> {
    await this.#gate.pass('session', asker);
    return this.#sony.check();
  }

  async fetchCode(asker: Asker): Promise<Secret> {
    await this.#gate.pass('exchange', asker);
    return this.#noted(this.#sony.fetchCode());
  }

  async fetchCodeFor(npsso: Secret): Promise<Secret> {
    await this.#gate.pass('exchange', 'player');
    return this.#noted(this.#sony.fetchCodeFor(npsso));
  }

  async exchange(code: Secret): Promise<Tokens> {
    const tokens = await this.#noted(this.#sony.exchange(code));
    await this.#gate.note('exchange', null);
    return tokens;
  }

  refresh(refreshToken: Secret): Promise<RefreshedTokens> {
    return this.#sony.refresh(refreshToken);
  }

  async #noted<Value>(answer: Promise<Value>): Promise<Value> {
    try {
      return await answer;
    } catch (thrown) {
      await this.#gate.note('exchange', failureOf(thrown));
      throw thrown;
    }
  }
}
