import type { Source } from '../../utils/database/queries';

/**
 * The same source, but calm: what comes first is passed on at once, then at most one value in each `rest`, always
 * the newest, and the last one is never left out. A sync writes more often than anyone can read.
 */
export function paced<Value>(source: Source<Value>, rest: number): Source<Value> {
  return {
    subscribe({ next, missing, failed }) {
      let resting: ReturnType<typeof setTimeout> | undefined;
      let owed: { value: Value } | undefined;

      function pass(value: Value): void {
        if (resting !== undefined) {
          owed = { value };
          return;
        }
        resting = setTimeout(endRest, rest);
        next(value);
      }

      function endRest(): void {
        resting = undefined;
        const waiting = owed;
        owed = undefined;
        if (waiting !== undefined) pass(waiting.value);
      }

      /** What is owed is older than that there is nothing to be had. */
      function forget(): void {
        clearTimeout(resting);
        resting = undefined;
        owed = undefined;
      }

      const subscription = source.subscribe({
        next: pass,
        missing: (isEarlier) => {
          forget();
          missing(isEarlier);
        },
        failed: (failure) => {
          forget();
          failed(failure);
        },
      });
      return {
        unsubscribe: () => {
          forget();
          subscription.unsubscribe();
        },
      };
    },
  };
}
