import { BUDGET, HALVED_FOR, halvedAt, limitAt, type CountedRequests } from '../domain/sync/budget';
import type { BudgetNow } from '../sync/ports';

/** Where the latest requests are stored, so that a worker that died forgets none. */
export interface RequestLog {
  read(): Promise<CountedRequests>;
  /** Reads, updates and writes in one go: whoever is first is counted first. */
  change(update: (counted: CountedRequests) => CountedRequests): Promise<void>;
}

/** A share of the limit that explains why Sony says that it is spent: it counts as it likes. */
const ALMOST_ALL = 0.9;

/** Keeps requests for data below Sony's limit, across workers. */
export class Budget {
  readonly #log: RequestLog;
  readonly #now: () => number;
  readonly #deviceNow: () => number;
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
  async take(): Promise<number | null> {
    let until: number | null = null;
    await this.#log.change((stored) => {
      const counted = this.#notAhead(stored);
      const deviceNow = this.#deviceNow();
      const recent = recentOf(counted.instants, deviceNow);
      const limit = limitAt(counted.halvedUntil, this.#now());
      const isFree = recent.length < limit;
      until = isFree ? null : this.#now() + waitFor(recent, 1, limit, deviceNow);
      return isFree ? withMade(counted, [deviceNow]) : counted;
    });
    if (until === null) this.#made++;
    return until;
  }

  /** Counts so many requests that were made without asking here. */
  charge(requests: number): Promise<void> {
    const made = Array.from({ length: requests }, () => this.#deviceNow());
    return this.#log.change((counted) => withMade(this.#notAhead(counted), made));
  }

  /** The latest request has never left the browser. */
  async giveBack(): Promise<void> {
    await this.#log.change((counted) => ({ ...counted, instants: counted.instants.slice(0, -1) }));
    this.#made--;
  }

  /**
   * Sony says that its limit is spent. Where that is not by what was counted here, another browser or program of the
   * account's spends it too: for a day half of it is left to that. Who has counted for less than a window, as after an
   * erase, does not know who spent it.
   */
  refused(): Promise<void> {
    return this.#log.change((stored) => {
      const counted = this.#notAhead(stored);
      const recent = recentOf(counted.instants, this.#deviceNow());
      const isWholeWindow = counted.instants.length > recent.length;
      if (!isWholeWindow || recent.length >= ALMOST_ALL * BUDGET.requests) return counted;
      return { ...counted, halvedUntil: this.#now() + HALVED_FOR };
    });
  }

  /** How much is left, and when there will be more. */
  async left(): Promise<BudgetNow> {
    const { instants, halvedUntil } = this.#notAhead(await this.#log.read());
    const deviceNow = this.#deviceNow();
    const recent = recentOf(instants, deviceNow);
    const limit = limitAt(halvedUntil, this.#now());
    return {
      halvedUntil: halvedAt(halvedUntil, this.#now()),
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
    return this.#log.change((counted) => {
      if (counted.instants.length === 0) return counted;
      const instants = counted.instants.map((instant) => instant - moved);
      return this.#notAhead({ ...counted, instants });
    });
  }

  /** A clock that was set back makes past requests lie ahead: from here on they count as made just now. */
  #notAhead(counted: CountedRequests): CountedRequests {
    const now = this.#deviceNow();
    if (counted.instants.every((instant) => instant <= now)) return counted;
    return { ...counted, instants: counted.instants.map((instant) => Math.min(instant, now)) };
  }
}

/** By their number, and not by their age: that is only as right as the clock is. */
function withMade(counted: CountedRequests, made: readonly number[]): CountedRequests {
  return { ...counted, instants: [...counted.instants, ...made].slice(-BUDGET.requests) };
}

function recentOf(instants: readonly number[], now: number): number[] {
  return instants.filter((instant) => instant > now - BUDGET.milliseconds);
}

/** How long until so many requests may be made at once: until so many of the past ones are a window old. */
function waitFor(recent: readonly number[], requests: number, limit: number, now: number): number {
  const tooMany = recent.length + Math.min(requests, limit) - limit;
  return tooMany <= 0 ? 0 : (recent[tooMany - 1] ?? now) + BUDGET.milliseconds - now;
}
