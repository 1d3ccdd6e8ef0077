import type { BudgetNow } from '../sync/ports';

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
  #made = 0;

  constructor(log: RequestLog, now: () => number) {
    this.#log = log;
    this.#now = now;
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
    const now = this.#now();
    return {
      requests: Math.max(0, BUDGET.requests - recent.length),
      aWindow: BUDGET.requests,
      window: BUDGET.milliseconds,
      freesAt: (requests) => freesAt(recent, requests, now),
    };
  }

  async #takeNow(): Promise<number | null> {
    const now = this.#now();
    const recent = await this.#recent();
    if (recent.length >= BUDGET.requests) return freesAt(recent, 1, now);
    await this.#log.write([...recent, now]);
    this.#made++;
    return null;
  }

  async #recent(): Promise<number[]> {
    const now = this.#now();
    return (await this.#log.read()).filter(
      (instant) => instant > now - BUDGET.milliseconds && instant <= now,
    );
  }
}

/** So many requests may be made at once when so many of the past ones are a window old. */
function freesAt(recent: readonly number[], requests: number, now: number): number {
  const tooMany = recent.length + Math.min(requests, BUDGET.requests) - BUDGET.requests;
  return tooMany <= 0 ? now : (recent[tooMany - 1] ?? now) + BUDGET.milliseconds;
}
