/** So long after a server error Chromium may hold back requests to its address. */
const MEMORY = 15 * 60_000;
/** No network is as fast: what failed sooner has never left, in milliseconds. */
const BEFORE_LEAVING = 15;

/**
 * Which requests the browser has not let out: after server errors Chromium fails an extension's further requests to
 * the same address by itself, for some seconds. That is no silence of Sony's.
 */
export class BrowserThrottling {
  readonly #now: () => number;
  /** When each address has answered with a server error last. */
  readonly #errors = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Learns from an answer. */
  learn(url: URL, status: number): void {
    if (status >= 500) this.#errors.set(addressOf(url), this.#now());
    else this.#errors.delete(addressOf(url));
  }

  /** True where a request that has failed without an answer was stopped by the browser. */
  hasStopped(url: URL, took: number): boolean {
    const error = this.#errors.get(addressOf(url));
    return error !== undefined && this.#now() - error < MEMORY && took < BEFORE_LEAVING;
  }
}

function addressOf({ host, pathname }: URL): string {
  return host + pathname;
}
