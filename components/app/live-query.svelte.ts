import { createSubscriber } from 'svelte/reactivity';
import type { Source } from '../../utils/database/queries';
import type { Failure } from '../../utils/domain/failure';

/**
 * `missing`: there is no library to be read, or none yet; `upgrading`: one of an earlier version, which the background
 * brings up to date. What failed or is missing may still come.
 */
export type LiveResult<Value> =
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'upgrading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: Failure };

/** A query that is followed for as long as something on the page reads `current`. */
export class LiveQuery<Value> {
  #result: LiveResult<Value> = { state: 'loading' };
  readonly #subscribe: () => void;

  constructor(source: Source<Value>) {
    this.#subscribe = createSubscriber((update) => {
      let isBeginning = true;
      const show = (result: LiveResult<Value>): void => {
        this.#result = result;
        // Who asks is answered with what is at hand.
        if (!isBeginning) update();
      };
      const subscription = source.subscribe({
        next: (value) => show({ state: 'ready', value }),
        missing: (isEarlier) => show({ state: isEarlier ? 'upgrading' : 'missing' }),
        failed: (failure) => show({ state: 'failed', failure }),
      });
      isBeginning = false;
      return () => subscription.unsubscribe();
    });
  }

  get current(): LiveResult<Value> {
    this.#subscribe();
    return this.#result;
  }
}
