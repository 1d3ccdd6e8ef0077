import type { LibraryQueries } from '../../utils/database/queries';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import { EarnedNames } from './earned-names';
import { readOnce } from './read-once';

/** So many sets are read at once: others want to read, too. */
const AT_ONCE = 250;

/** Finds words in names of trophies and games. The names are read when words are first looked for. */
export class WordSearch {
  readonly #queries: Pick<LibraryQueries, 'earnedNames'>;
  readonly #names = new EarnedNames();
  /** Counts what has been read. */
  #read = $state(0);
  #isReading = $state(false);

  constructor(queries: Pick<LibraryQueries, 'earnedNames'>) {
    this.#queries = queries;
  }

  /** Not all names have been looked through yet. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** Has the names of these sets read, in this order, where they are not. */
  async prepare(ids: readonly string[]): Promise<void> {
    const missing = this.#names.missing(ids);
    if (this.#isReading || missing.length === 0) return;
    this.#isReading = true;
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const some = missing.slice(at, at + AT_ONCE);
      this.#names.add(some, (await readOnce(this.#queries.earnedNames(some))) ?? []);
      this.#read += 1;
    }
    this.#isReading = false;
  }

  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    void this.#read;
    return this.#names.matches(typed, games);
  }
}
