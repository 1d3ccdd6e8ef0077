/** How long an answer takes, in milliseconds. */
const AN_ANSWER = 350;
/** How long the next request may stay away, really, before it counts as not sent until this one was answered. */
const AWAITED = 50;

/**
 * A line to Sony, on which time goes by with the answers: two that are on their way together take the time of one. An
 * answer takes longer than what is our own, and so it comes once the request that goes out beside it has gone out.
 */
export class Line {
  #follow = (): void => undefined;

  /** Sends one. What comes of it resolves once it is answered: the next is on its way by then, or none is sent before. */
  send(clock: { now: number }): () => Promise<void> {
    this.#follow();
    const sentAt = clock.now;
    const isFollowed = new Promise<void>((resolve) => {
      const waiting = setTimeout(resolve, AWAITED);
      this.#follow = () => {
        clearTimeout(waiting);
        resolve();
      };
    });
    return async () => {
      await isFollowed;
      clock.now = Math.max(clock.now, sentAt + AN_ANSWER);
    };
  }
}
