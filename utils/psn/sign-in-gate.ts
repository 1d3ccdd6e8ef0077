import { FailureError, type Cause, type Failure } from '../domain/failure';
import {
  allowedAt,
  ledgerAt,
  shifted,
  UNSAID_PAUSE,
  withAsked,
  type Asker,
  type SignInLedger,
} from '../domain/connection/sign-in-limits';

/** Whoever the player waits for is not refused for what is over in a moment. Milliseconds. */
const PATIENCE = 2_000;

/** What says that Sony would not trade this sign-in, and not that it could not be asked. */
const REFUSALS: readonly Cause[] = [
  'not-signed-in',
  'code-refused',
  'terms-to-accept',
  'profile-unfinished',
  'child-account',
  'account-attention',
  'answer-not-understood',
  'edge-block',
  'not-permitted',
];

/** Where the ledger is stored, so that neither a new worker nor a new browser forgets. */
export interface LedgerStore {
  read(): Promise<SignInLedger>;
  write(ledger: SignInLedger): Promise<void>;
}

interface Needs {
  store: LedgerStore;
  /** Sony's clock, which failures go by. */
  now: () => number;
  /** This device's clock, which the ledger goes by: no answer of Sony's moves it. */
  deviceNow: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}

/** The one door to checks of the session and to exchanges, whoever asks: it keeps the stored limits. */
export class SignInGate {
  readonly #needs: Needs;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Lets a check or an exchange pass, and remembers it. Fails with `sign-in-pause` and its end where it is too early. */
  pass(kind: 'session' | 'exchange', asker: Asker): Promise<void> {
    return this.#queued(async () => {
      const { store, deviceNow, now, sleep } = this.#needs;
      const ledger = await this.#ledger();
      const wait = allowedAt(ledger, kind, asker, deviceNow()) - deviceNow();
      if (wait > 0 && !(asker !== 'automatic' && wait <= PATIENCE)) {
        const during = kind === 'session' ? 'session' : 'code';
        throw new FailureError({ cause: 'sign-in-pause', during, until: now() + wait });
      }
      if (wait > 0) await sleep(wait);
      await store.write(withAsked(ledger, kind, asker, deviceNow()));
    });
  }

  /** Fails while Sony asks for a pause with tokens: a refresh is neither a check nor an exchange, and has to wait too. */
  async obey(): Promise<void> {
    const { deviceNow, now } = this.#needs;
    const wait = (await this.#ledger()).pauses.exchange - deviceNow();
    if (wait <= 0) return;
    throw new FailureError({ cause: 'too-many-requests', during: 'refresh', until: now() + wait });
  }

  /** Sony's answer to what has passed: a refusal makes the next exchange wait longer, a pause is obeyed. */
  note(kind: 'session' | 'exchange', failure: Failure | null): Promise<void> {
    const isRefused = failure !== null && REFUSALS.includes(failure.cause);
    const isOutage = failure?.cause === 'sony-down' && failure.until !== undefined;
    const isPaused = isOutage || failure?.cause === 'too-many-requests';
    if (kind === 'session' && !isPaused) return Promise.resolve();
    return this.#queued(async () => {
      const { store, deviceNow, now } = this.#needs;
      const ledger = await this.#ledger();
      const pause = (failure?.until ?? now() + UNSAID_PAUSE) - now();
      const pauses = isPaused
        ? { ...ledger.pauses, [kind]: deviceNow() + Math.max(0, pause) }
        : ledger.pauses;
      const refusals = failure === null ? 0 : ledger.refusals + (isRefused ? 1 : 0);
      await store.write({ ...ledger, pauses, refusals });
    });
  }

  /** Takes into account how far Sony's clock has just moved against this device's. */
  correct(moved: number): Promise<void> {
    if (moved >= 0) return Promise.resolve();
    return this.#queued(async () => {
      const { store, deviceNow } = this.#needs;
      await store.write(shifted(await store.read(), -moved, deviceNow()));
    });
  }

  /** Written where a clock that was set back has changed it: what lies ahead would lie ahead for ever. */
  async #ledger(): Promise<SignInLedger> {
    const { store, deviceNow } = this.#needs;
    const stored = await store.read();
    const now = deviceNow();
    const ledger = ledgerAt(stored, now);
    const all = [...stored.requests, ...stored.sessions, ...stored.exchanges];
    if (all.some((instant) => instant > now)) await store.write(ledger);
    return ledger;
  }

  #queued(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
