import type { LibraryQueries, Source } from '../../utils/database/queries';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { LiveQuery, type LiveResult } from './live-query.svelte';
import { paced } from './paced.svelte';

/** Enough for the tallest screen. */
const FIRST_SCREEN = 50;
const REST = 400;

/** The titles that are read so far; `complete` once they are all there. */
export interface TitlesSoFar {
  titles: LibraryTitle[];
  complete: boolean;
}

/** The library, last played first: a first screen by the index, then all of it, then every change. */
export class LibraryTitles {
  readonly #query: LiveQuery<TitlesSoFar>;

  constructor(queries: Pick<LibraryQueries, 'titles'>) {
    this.#query = new LiveQuery(
      firstThenAll(queries.titles(FIRST_SCREEN), paced(queries.titles(), REST)),
    );
  }

  get current(): LiveResult<TitlesSoFar> {
    return this.#query.current;
  }
}

/** Follows the first screen until it is there, then everything instead: never both at once. */
function firstThenAll(
  first: Source<LibraryTitle[]>,
  all: Source<LibraryTitle[]>,
): Source<TitlesSoFar> {
  return {
    subscribe({ next, ...otherwise }) {
      let following: { unsubscribe: () => void } | undefined;
      const opening = first.subscribe({
        next: (titles) => {
          if (following !== undefined) return;
          if (titles.length > 0) next({ titles, complete: false });
          following = all.subscribe({
            next: (every) => next({ titles: every, complete: true }),
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
