import type { LibraryQueries, ReadTitles, Source } from '../../utils/database/queries';
import { LiveQuery, type LiveResult } from './live-query.svelte';
import { paced } from './paced';

/** Enough for the tallest screen. */
const FIRST_SCREEN = 50;
const REST = 250;

/** The titles that are read so far; `complete` once they are all there. */
export interface TitlesSoFar extends ReadTitles {
  complete: boolean;
}

/** The library, last played first: a first screen by the index, then all of it, then every change. */
export class LibraryTitles {
  readonly #query: LiveQuery<TitlesSoFar>;

  constructor(queries: Pick<LibraryQueries, 'firstTitles' | 'titles'>) {
    this.#query = new LiveQuery(
      firstThenAll(queries.firstTitles(FIRST_SCREEN), paced(queries.titles(), REST)),
    );
  }

  get current(): LiveResult<TitlesSoFar> {
    return this.#query.current;
  }
}

/** Follows the first screen until it is there, then everything instead: never both at once. */
function firstThenAll(first: Source<ReadTitles>, all: Source<ReadTitles>): Source<TitlesSoFar> {
  return {
    subscribe({ next, ...otherwise }) {
      let following: { unsubscribe: () => void } | undefined;
      const opening = first.subscribe({
        next: (read) => {
          if (following !== undefined) return;
          if (read.titles.length > 0) next({ ...read, complete: false });
          following = all.subscribe({
            next: (every) => next({ ...every, complete: true }),
            ...otherwise,
          });
          // Not from inside the call: a source may call before `subscribe` has returned.
          queueMicrotask(() => opening.unsubscribe());
        },
        ...otherwise,
      });
      return {
        unsubscribe: () => (following ?? opening).unsubscribe(),
      };
    },
  };
}
