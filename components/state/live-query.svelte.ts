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

  /** `rest` is the least time between two changes on screen: a sync writes more often than anyone can read. */
  constructor(source: Source<Value>, rest = 0) {
    this.#subscribe = createSubscriber((update) => {
      const pace = new Pace(update, rest);
      const show = (result: LiveResult<Value>): void => {
        this.#result = result;
        pace.changed();
      };
      const subscription = source.subscribe({
        next: (value) => show({ state: 'ready', value }),
        error: () => show({ state: 'failed' }),
      });
      return () => {
        subscription.unsubscribe();
        pace.stop();
      };
    });
  }

  get current(): LiveResult<Value> {
    this.#subscribe();
    return this.#result;
  }
}

/** Calls at once, then at most once in each `rest`, and never leaves the last change out. */
class Pace {
  readonly #call: () => void;
  readonly #rest: number;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #owed = false;

  constructor(call: () => void, rest: number) {
    this.#call = call;
    this.#rest = rest;
  }

  changed(): void {
    if (this.#resting !== undefined) {
      this.#owed = true;
      return;
    }
    this.#call();
    if (this.#rest === 0) return;
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (!this.#owed) return;
      this.#owed = false;
      this.changed();
    }, this.#rest);
  }

  stop(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }
}
