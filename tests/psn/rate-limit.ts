export interface RateLimitRule {
  requests: number;
  windowSeconds: number;
}

/** What players report: 300 requests in 15 minutes, per account. Nobody has published a measurement. */
const REPORTED_LIMIT: RateLimitRule = { requests: 300, windowSeconds: 900 };

/** A sliding window per account. */
export class RateLimit {
  rule: RateLimitRule | null = REPORTED_LIMIT;
  readonly #times = new Map<string, number[]>();

  /** Counts a request; where it is one too many, the moment (milliseconds) when the next one is welcome. */
  refuse(accountId: string, now: number): number | null {
    if (this.rule === null) return null;
    const windowStart = now - this.rule.windowSeconds * 1000;
    const times = (this.#times.get(accountId) ?? []).filter((time) => time > windowStart);
    this.#times.set(accountId, times);
    const oldest = times[times.length - this.rule.requests];
    if (oldest !== undefined) return oldest + this.rule.windowSeconds * 1000;
    if (this.rule.requests === 0) return now + this.rule.windowSeconds * 1000;
    times.push(now);
    return null;
  }

  forget(): void {
    this.#times.clear();
  }
}
