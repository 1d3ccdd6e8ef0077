/** Sony counts about 300 requests in 15 minutes, per account. */
export const BUDGET = { requests: 300, milliseconds: 15 * 60_000 };

/** Where the instants of past requests are kept, so that a worker that died forgets none. */
export interface RequestLog {
  read(): Promise<number[]>;
  write(instants: number[]): Promise<void>;
}

/** Keeps requests for data below Sony's limit, across workers. */
export class Budget {
  readonly #log: RequestLog;
  readonly #now: () => number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(log: RequestLog, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** Takes one request. Answers null, or, where none is left, when the next will be (milliseconds since 1970). */
  take(): Promise<number | null> {
    const taken = this.#turn.then(() => this.#takeNow());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async #takeNow(): Promise<number | null> {
    const now = this.#now();
    const recent = (await this.#log.read()).filter(
      (instant) => instant > now - BUDGET.milliseconds && instant <= now,
    );
    if (recent.length >= BUDGET.requests) {
      return (recent[recent.length - BUDGET.requests] ?? now) + BUDGET.milliseconds;
    }
    await this.#log.write([...recent, now]);
    return null;
  }
}
