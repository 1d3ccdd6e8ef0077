import type { BudgetNow } from '../sync/ports';

/** Sony counts about 300 requests in 15 minutes, per account. */
export const BUDGET = { requests: 300, milliseconds: 15 * 60_000 };

/** Where the instants of the latest requests are stored, so that a worker that died forgets none. */
export interface RequestLog {
  read(): Promise<number[]>;
  write(instants: number[]): Promise<void>;
}

/** Keeps requests for data below Sony's limit, across workers. */
export class Budget {
  readonly #log: RequestLog;
  readonly #now: () => number;
  readonly #deviceNow: () => number;
  #queue: Promise<unknown> = Promise.resolve();
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
    const taken = this.#queue.then(() => this.#takeNow());
    this.#queue = taken.catch(() => undefined);
    return taken;
  }

  /** How much is left, and when there will be more. */
  async left(): Promise<BudgetNow> {
    const all = await this.#all();
    const deviceNow = this.#deviceNow();
    const recent = recentOf(all, deviceNow);
    return {
      requests: Math.max(0, BUDGET.requests - recent.length),
      aWindow: BUDGET.requests,
      window: BUDGET.milliseconds,
      freesAt: (requests) => this.#now() + waitFor(recent, requests, deviceNow),
    };
  }

  /**
   * Takes into account how far Sony's clock has just moved against this device's. Where this device's has leapt ahead,
   * what seemed long past was made a moment ago.
   */
  correct(moved: number): Promise<void> {
    if (moved >= 0) return Promise.resolve();
    const corrected = this.#queue.then(async () => {
      const log = await this.#log.read();
      if (log.length === 0) return;
      await this.#log.write(this.#notAhead(log.map((instant) => instant - moved)));
    });
    this.#queue = corrected.catch(() => undefined);
    return corrected;
  }

  async #takeNow(): Promise<number | null> {
    const all = await this.#all();
    const deviceNow = this.#deviceNow();
    const recent = recentOf(all, deviceNow);
    if (recent.length >= BUDGET.requests) return this.#now() + waitFor(recent, 1, deviceNow);
    // By their number, and not by their age: that is only as right as the clock is.
    await this.#log.write([...all, deviceNow].slice(-BUDGET.requests));
    this.#made++;
    return null;
  }

  /** A clock that was set back makes past requests lie ahead: from here on they count as made just now. */
  async #all(): Promise<number[]> {
    const log = await this.#log.read();
    const all = this.#notAhead(log);
    if (all.some((instant, index) => instant !== log[index])) await this.#log.write(all);
    return all;
  }

  #notAhead(instants: readonly number[]): number[] {
    const now = this.#deviceNow();
    return instants.map((instant) => Math.min(instant, now));
  }
}

function recentOf(instants: readonly number[], now: number): number[] {
  return instants.filter((instant) => instant > now - BUDGET.milliseconds);
}

/** How long until so many requests may be made at once: until so many of the past ones are a window old. */
function waitFor(recent: readonly number[], requests: number, now: number): number {
  const tooMany = recent.length + Math.min(requests, BUDGET.requests) - BUDGET.requests;
  return tooMany <= 0 ? 0 : (recent[tooMany - 1] ?? now) + BUDGET.milliseconds - now;
}
