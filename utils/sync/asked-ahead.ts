import { requestKey, type SyncPlan, type SyncRequest } from '../domain/sync/sync-plan';

/**
 * Two requests at a time: while one is answered and stored, the one that follows it is on its way, and none beside
 * these. A worker that dies then repeats both. Nothing but the answer comes of what is asked ahead: where another
 * request is wanted by then it is waited for, and left.
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

  /** What was or is answered to this, and the next of these that does not depend on it goes out beside it. */
  async answerTo(
    request: SyncRequest,
    following: readonly SyncRequest[],
    again: number,
  ): Promise<Answer> {
    const ahead = this.#ahead;
    const isAsked = this.#isAsked(request);
    if (ahead !== null && !isAsked) await ahead.answer.catch(() => undefined);
    const answer = ahead !== null && isAsked ? ahead.answer : this.#ask(request, again);
    const next = nextBeside(request, following);
    this.#ahead = next === undefined ? null : { request: next, answer: this.#ask(next, again) };
    // It is heard by whoever takes the answer.
    this.#ahead?.answer.catch(() => undefined);
    return answer;
  }

  /** What has failed beside the one that was answered first is asked anew: why it did is over. */
  async forgetFailed(): Promise<void> {
    await this.#ahead?.answer.catch(() => {
      this.#ahead = null;
    });
  }

  /** Resolves once nothing is on its way. */
  async settled(): Promise<void> {
    await this.#ahead?.answer.catch(() => undefined);
  }

  #isAsked(request: SyncRequest): boolean {
    return this.#ahead !== null && requestKey(this.#ahead.request) === requestKey(request);
  }
}

/**
 * The first of these that may be asked beside it. Half of what is said of a set is of no use where the other half is
 * not to be had; what is matched may change what follows the last match; and the rest goes before nothing.
 */
function nextBeside(
  request: SyncRequest,
  following: readonly SyncRequest[],
): SyncRequest | undefined {
  const [next] = following;
  if (request.kind === 'matching') return next?.kind === 'matching' ? next : undefined;
  const { npCommunicationId: id } = request;
  return following.find(
    (each) =>
      each.isRest === next?.isRest && (each.kind === 'matching' || each.npCommunicationId !== id),
  );
}
