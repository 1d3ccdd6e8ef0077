import { writtenWithRoom } from '../database/storage-failure';

/** Writes one thing after the other, while whoever has them written goes on with the next. */
export class WriteBehind {
  #written: Promise<unknown> = Promise.resolve();

  /** Waits for the one before: no more than two are in memory. */
  async begin(write: () => PromiseLike<unknown>): Promise<void> {
    await this.#written;
    this.#written = writtenWithRoom(write);
    // Whoever waits for it is told.
    this.#written.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#written;
  }
}
