import type { LibraryQueries, ReadTitles, Source } from '../../utils/database/queries';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { whenPainted } from './interactions';
import { LiveQuery, type LiveResult } from './live-query.svelte';
import { paced } from './paced-source';

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

  /** @param first what is shown already */
  constructor(
    queries: Pick<LibraryQueries, 'firstTitles' | 'titles'>,
    first?: readonly LibraryTitle[],
  ) {
    const all = whole(paced(queries.titles(first), REST));
    this.#query = new LiveQuery(first ? all : firstThenAll(queries.firstTitles(FIRST_SCREEN), all));
  }

  get current(): LiveResult<TitlesSoFar> {
    return this.#query.current;
  }
}

/**
 * Follows the first screen until it is there, then everything instead: never both at once. Reading thousands of rows
 * begins when the first of them can be seen: some browsers have them here before that frame.
 */
function firstThenAll(first: Source<ReadTitles>, all: Source<TitlesSoFar>): Source<TitlesSoFar> {
  return {
    subscribe({ next, ...otherwise }) {
      let isFirstThere = false;
      let following: { unsubscribe: () => void } | undefined;
      let undo = (): void => undefined;
      const followAll = (): void => {
        following = all.subscribe({ next, ...otherwise });
        // Not from inside the call: a source may call before `subscribe` has returned.
        queueMicrotask(() => opening.unsubscribe());
      };
      const opening = first.subscribe({
        next: (read) => {
          if (isFirstThere) return;
          isFirstThere = true;
          if (read.titles.length === 0) return followAll();
          next({ ...read, complete: false });
          undo = whenPainted(followAll);
        },
        ...otherwise,
      });
      return {
        unsubscribe: () => {
          undo();
          (following ?? opening).unsubscribe();
        },
      };
    },
  };
}

function whole(all: Source<ReadTitles>): Source<TitlesSoFar> {
  return {
    subscribe: ({ next, ...otherwise }) =>
      all.subscribe({ next: (every) => next({ ...every, complete: true }), ...otherwise }),
  };
}
