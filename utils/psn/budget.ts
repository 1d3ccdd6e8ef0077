import type { BudgetNow } from '../sync/ports';

/** Sony counts about 300 requests in 15 minutes, per account. */
export const BUDGET = { requests: 300, milliseconds: 15 * 60_000 };

/** Where the instants of past requests are stored, so that a worker that died forgets none. */
export interface RequestLog {
  read(): Promise<number[]>;
  write(instants: number[]): Promise<void>;
}

/** Keeps requests for data below Sony's limit, across workers. */
export class Budget {
  readonly #log: RequestLog;
  readonly #now: () => number;
  readonly #deviceNow: () => number;
  #turn: Promise<unknown> = Promise.resolve();
  #made = 0;

  /**
   * @param now Sony's clock, which all that is said of the budget goes by
   * @param deviceNow this device's, which requests are counted by: no answer of Sony's moves it
   */
  constructor(log: RequestLog, now: () => number, deviceNow: () => number) {
    this.#log = log;
    this.#now = now;
    this.#deviceNow = deviceNow;
  }

  /** Requests that were taken since this worker began. */
  get made(): number {
    return this.#made;
  }

  /** Takes one request. Answers null, or, where none is left, when the next will be (milliseconds since 1970). */
  take(): Promise<number | null> {
    const taken = this.#turn.then(() => this.#takeNow());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  /** How much is left, and when there will be more. */
  async left(): Promise<BudgetNow> {
    const recent = await this.#recent();
    const deviceNow = this.#deviceNow();
    return {
      requests: Math.max(0, BUDGET.requests - recent.length),
      aWindow: BUDGET.requests,
      window: BUDGET.milliseconds,
      freesAt: (requests) => this.#now() + waitFor(recent, requests, deviceNow),
    };
  }

  async #takeNow(): Promise<number | null> {
    const recent = await this.#recent();
    const deviceNow = this.#deviceNow();
    if (recent.length >= BUDGET.requests) return this.#now() + waitFor(recent, 1, deviceNow);
    await this.#log.write([...recent, deviceNow]);
    this.#made++;
    return null;
  }

  /** A clock that was set back makes past requests lie ahead: from here on they count as made just now. */
  async #recent(): Promise<number[]> {
    const now = this.#deviceNow();
    const log = await this.#log.read();
    const made = log.map((instant) => Math.min(instant, now));
    if (log.some((instant) => instant > now)) await this.#log.write(made);
    return made.filter((instant) => instant > now - BUDGET.milliseconds);
  }
}

/** How long until so many requests may be made at once: until so many of the past ones are a window old. */
function waitFor(recent: readonly number[], requests: number, now: number): number {
  const tooMany = recent.length + Math.min(requests, BUDGET.requests) - BUDGET.requests;
  return tooMany <= 0 ? 0 : (recent[tooMany - 1] ?? now) + BUDGET.milliseconds - now;
}
