import { BUDGET, HALVED_FOR, halvedAt, limitAt } from '../domain/sync/budget';
import type { BudgetNow } from '../sync/ports';

/** Where the instants of the latest requests are stored, so that a worker that died forgets none. */
export interface RequestLog {
  read(): Promise<number[]>;
  write(instants: number[]): Promise<void>;
}

/** Until when only half of Sony's limit is used (milliseconds since 1970, by Sony's clock), stored likewise. */
export interface HalvedUntil {
  read(): Promise<number>;
  write(instant: number): Promise<void>;
}

/** A share of the limit that explains why Sony says that it is spent: it counts as it likes. */
const ALMOST_ALL = 0.9;

/** Keeps requests for data below Sony's limit, across workers. */
export class Budget {
  readonly #log: RequestLog;
  readonly #halvedUntil: HalvedUntil;
  readonly #now: () => number;
  readonly #deviceNow: () => number;
  #queue: Promise<unknown> = Promise.resolve();
  #made = 0;

  /**
   * @param now Sony's clock, which all that is said of the budget goes by
   * @param deviceNow this device's, which requests are counted by: no answer of Sony's moves it
   */
  constructor(
    log: RequestLog,
    halvedUntil: HalvedUntil,
    now: () => number,
    deviceNow: () => number,
  ) {
    this.#log = log;
    this.#halvedUntil = halvedUntil;
    this.#now = now;
    this.#deviceNow = deviceNow;
  }

  /** Requests that were taken since this worker began. */
  get made(): number {
    return this.#made;
  }

  /** Takes one request. Answers null, or, where none is left, when the next will be (milliseconds since 1970). */
  take(): Promise<number | null> {
    return this.#inTurn(() => this.#takeNow());
  }

  /** Counts so many requests that were made without asking here. */
  charge(requests: number): Promise<void> {
    return this.#inTurn(async () => {
      const made = Array.from({ length: requests }, () => this.#deviceNow());
      await this.#log.write([...(await this.#all()), ...made].slice(-BUDGET.requests));
    });
  }

  /** The latest request has never left the browser. */
  giveBack(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#log.write((await this.#all()).slice(0, -1));
      this.#made--;
    });
  }

  /**
   * Sony says that its limit is spent. Where that is not by what was counted here, another browser or program of the
   * account's spends it too: for a day half of it is left to that.
   */
  refused(): Promise<void> {
    return this.#inTurn(async () => {
      const recent = recentOf(await this.#all(), this.#deviceNow());
      if (recent.length >= ALMOST_ALL * BUDGET.requests) return;
      await this.#halvedUntil.write(this.#now() + HALVED_FOR);
    });
  }

  /** How much is left, and when there will be more. */
  async left(): Promise<BudgetNow> {
    const all = await this.#all();
    const deviceNow = this.#deviceNow();
    const recent = recentOf(all, deviceNow);
    const limit = await this.#limit();
    return {
      halvedUntil: await this.#halved(),
      requests: Math.max(0, limit - recent.length),
      aWindow: limit,
      freesAt: (requests) => this.#now() + waitFor(recent, requests, limit, deviceNow),
    };
  }

  /**
   * Takes into account how far Sony's clock has just moved against this device's. Where this device's has leapt ahead,
   * what seemed long past was made a moment ago.
   */
  correct(moved: number): Promise<void> {
    if (moved >= 0) return Promise.resolve();
    return this.#inTurn(async () => {
      const log = await this.#log.read();
      if (log.length === 0) return;
      await this.#log.write(this.#notAhead(log.map((instant) => instant - moved)));
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #limit(): Promise<number> {
    return limitAt(await this.#halvedUntil.read(), this.#now());
  }

  async #halved(): Promise<number | null> {
    return halvedAt(await this.#halvedUntil.read(), this.#now());
  }

  async #takeNow(): Promise<number | null> {
    const all = await this.#all();
    const deviceNow = this.#deviceNow();
    const recent = recentOf(all, deviceNow);
    const limit = await this.#limit();
    if (recent.length >= limit) return this.#now() + waitFor(recent, 1, limit, deviceNow);
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
function waitFor(recent: readonly number[], requests: number, limit: number, now: number): number {
  const tooMany = recent.length + Math.min(requests, limit) - limit;
  return tooMany <= 0 ? 0 : (recent[tooMany - 1] ?? now) + BUDGET.milliseconds - now;
}
