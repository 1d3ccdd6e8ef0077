import type { Source } from '../../utils/database/queries';
import { pacedTo } from './paced';

/** The same source, but calm. */
export function paced<Value>(source: Source<Value>, rest: number): Source<Value> {
  return {
    subscribe({ next, missing, failed }) {
      const { say, forget } = pacedTo(next, rest);
      const subscription = source.subscribe({
        next: say,
        // What is owed is older than that there is nothing to be had.
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
