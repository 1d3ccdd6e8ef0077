import { createSubscriber } from 'svelte/reactivity';

/** What can be followed: Dexie's observables are of this shape. */
export interface Source<Value> {
  subscribe(observer: { next: (value: Value) => void; error: (reason: unknown) => void }): {
    unsubscribe: () => void;
  };
}

export type LiveResult<Value> =
  { state: 'loading' } | { state: 'ready'; value: Value } | { state: 'failed' };

/** A query that is followed for as long as something on the page reads `current`. */
export class LiveQuery<Value> {
  #result: LiveResult<Value> = { state: 'loading' };
  readonly #subscribe: () => void;

  constructor(source: Source<Value>) {
    this.#subscribe = createSubscriber((update) => {
      const show = (result: LiveResult<Value>): void => {
        this.#result = result;
        update();
      };
      const subscription = source.subscribe({
        next: (value) => show({ state: 'ready', value }),
        error: () => show({ state: 'failed' }),
      });
      return () => subscription.unsubscribe();
    });
  }

  get current(): LiveResult<Value> {
    this.#subscribe();
    return this.#result;
  }
}
