import { requestKey, type SyncPlan, type SyncRequest } from '../domain/sync/sync-plan';

/**
 * The request that follows the one whose answer is being stored is on its way meanwhile: that one, and none beside it.
 * A worker that dies then repeats both. Nothing but the answer comes of it: where another request is wanted by then it
 * is waited for, and left.
 */
export class AskedAhead<Answer> {
  readonly #ask: (request: SyncRequest, again: number) => Promise<Answer>;
  #ahead: { request: SyncRequest; answer: Promise<Answer> } | null = null;

  constructor(ask: (request: SyncRequest, again: number) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Takes the next request out of the plan: the one that was asked already, wherever it stands. */
  takeFrom({ now, later }: SyncPlan): SyncRequest | undefined {
    for (const requests of [now, later]) {
      const at = requests.findIndex((request) => this.#isAsked(request));
      if (at >= 0) return requests.splice(at, 1)[0];
    }
    return now.shift();
  }

  /** What was or is answered to this. Never two at once. */
  async answerTo(request: SyncRequest, again: number): Promise<Answer> {
    const ahead = this.#ahead;
    const isAsked = this.#isAsked(request);
    this.#ahead = null;
    if (ahead !== null && isAsked) return ahead.answer;
    await ahead?.answer.catch(() => undefined);
    return this.#ask(request, again);
  }

  /** Asks what follows this. What is matched may change what follows the last match. */
  goOn(after: SyncRequest, next: SyncRequest | undefined, again: number): void {
    if (next === undefined || (after.kind === 'matching' && next.kind !== 'matching')) return;
    const answer = this.#ask(next, again);
    // It is heard by whoever takes the answer.
    answer.catch(() => undefined);
    this.#ahead = { request: next, answer };
  }

  /** Resolves once nothing is on its way. */
  async settled(): Promise<void> {
    await this.#ahead?.answer.catch(() => undefined);
  }

  #isAsked(request: SyncRequest): boolean {
    return this.#ahead !== null && requestKey(this.#ahead.request) === requestKey(request);
  }
}
