import type { Source } from '../../utils/database/queries';
import { pacedTo } from './paced';

/** The same source, but calm. What is at hand is passed on at once: it is what the page is drawn with. */
export function paced<Value>(source: Source<Value>, rest: number): Source<Value> {
  return {
    isAtHand: () => source.isAtHand?.() ?? false,
    subscribe({ next, missing, failed }) {
      const { say, forget } = pacedTo(next, rest);
      let isBeginning = true;
      const subscription = source.subscribe({
        next: (value) => (isBeginning ? next(value) : say(value)),
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
      isBeginning = false;
      return {
        unsubscribe: () => {
          forget();
          subscription.unsubscribe();
        },
      };
    },
  };
}
