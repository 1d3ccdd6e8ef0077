/** The simulator's own time, which a test can move. */
export class Clock {
  readonly #source: () => number;
  #ahead = 0;
  /** How far the `Date` header is off, in milliseconds; of all hosts, and of single ones besides. */
  headerSkew = 0;
  readonly #skewOf = new Map<string, number>();

  constructor(source: () => number) {
    this.#source = source;
  }

  now(): number {
    return this.#source() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  skewHost(host: string, milliseconds: number): void {
    this.#skewOf.set(host, milliseconds);
  }

  /** @param age seconds that the answer has lain in a cache: it says when it was made */
  dateHeader(host: string, age: number): string {
    const skew = this.headerSkew + (this.#skewOf.get(host) ?? 0);
    return new Date(this.now() + skew - age * 1000).toUTCString();
  }
}

/** As Sony writes moments: whole seconds, UTC. */
export function isoSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
