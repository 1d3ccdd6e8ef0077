/** The simulator's own time, which a test can move. */
export class Clock {
  readonly #source: () => number;
  #ahead = 0;
  /** How far the `Date` header is off, in milliseconds. */
  headerSkew = 0;

  constructor(source: () => number) {
    this.#source = source;
  }

  now(): number {
    return this.#source() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  dateHeader(): string {
    return new Date(this.now() + this.headerSkew).toUTCString();
  }
}

/** As Sony writes moments: whole seconds, UTC. */
export function isoSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
