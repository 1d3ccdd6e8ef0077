import type { LibraryQueries, Source } from '../../utils/database/queries';

type Asked = (...given: unknown[]) => Source<unknown>;

/**
 * The queries of a library before what reads it is loaded: a page is drawn with them at once, and what it follows is
 * found as soon as that is there; from then on at once.
 */
export function lateQueries(reading: Promise<LibraryQueries>): LibraryQueries {
  let here: LibraryQueries | null = null;
  void reading.then((queries) => (here = queries));
  return new Proxy({} as LibraryQueries, {
    get:
      (_, name: Exclude<keyof LibraryQueries, 'close'>) =>
      (...given: unknown[]) => {
        const sourceIn = (queries: LibraryQueries) =>
          (queries[name] as Asked).apply(queries, given);
        return here === null ? later(reading, sourceIn) : sourceIn(here);
      },
  });
}

function later(
  reading: Promise<LibraryQueries>,
  sourceIn: (queries: LibraryQueries) => Source<unknown>,
): Source<unknown> {
  return {
    subscribe(follower) {
      let isOver = false;
      let following: { unsubscribe: () => void } | undefined;
      void reading.then((queries) => {
        if (!isOver) following = sourceIn(queries).subscribe(follower);
      });
      return {
        unsubscribe: () => {
          isOver = true;
          following?.unsubscribe();
        },
      };
    },
  };
}
