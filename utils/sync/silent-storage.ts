import type { Failure } from '../domain/failure';
import type { SyncStore } from './ports';

/**
 * Storage that was given up on after some seconds, as on a busy machine. It answers late, and mostly it has done by
 * then what was asked of it: what is read next is read after that.
 */
export class SilentStorage {
  readonly #store: Pick<SyncStore, 'read'>;
  /** What was stored when it was silent last. */
  #last: string | null = null;

  constructor(store: Pick<SyncStore, 'read'>) {
    this.#store = store;
  }

  /** True where it answers again, and has come further since. Fails where it is still silent. */
  async hasAnsweredAfter({ cause }: Failure): Promise<boolean> {
    if (cause !== 'storage-silent') return false;
    const stored = JSON.stringify(await this.#store.read());
    const isMore = stored !== this.#last;
    this.#last = stored;
    return isMore;
  }
}
