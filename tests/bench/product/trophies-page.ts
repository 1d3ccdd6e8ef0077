import { accountsHere } from '../../../utils/database/database-names';
import { LibraryQueries, type Source } from '../../../utils/database/queries';

/** What the page offers to whoever drives it, over the one library that is here: each in milliseconds. */
export interface TrophiesPage {
  /** What the log's first screen shows, by the index. */
  newest: () => Promise<number>;
  /** All that was earned, which every figure with a date is made of. */
  earnings: () => Promise<number>;
}

/** As many as the log asks for. */
const FIRST_SCREEN = 60;

/** What was read once is kept: each reading is of its own. It is open before the clock runs. */
async function timed<Value>(of: (queries: LibraryQueries) => Source<Value>): Promise<number> {
  const reading = new LibraryQueries((await accountsHere())[0] ?? '', false);
  await first(reading.lostAt());
  const began = performance.now();
  await first(of(reading));
  const took = performance.now() - began;
  reading.close();
  return took;
}

function first<Value>(source: Source<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const following = source.subscribe({
      next: (value) => {
        resolve(value);
        queueMicrotask(() => following.unsubscribe());
      },
      missing: () => reject(new Error('There is no library.')),
      failed: ({ cause }) => reject(new Error(cause)),
    });
  });
}

const page: TrophiesPage = {
  newest: () => timed((queries) => queries.latestEarnings(FIRST_SCREEN)),
  earnings: () => timed((queries) => queries.earnings(Date.now)),
};
Object.assign(globalThis, { trophiesPage: page });
