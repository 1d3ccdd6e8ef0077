import type { LibraryQueries } from '../../utils/database/queries';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import { EarnedNames, type EarnedOfSet } from './earned-names';
import { readOnce } from './read-once';

/** So many sets are read at once: others want to read, too. */
const AT_ONCE = 250;

/** Finds words in names of trophies and games. The names are read when words are first looked for. */
export class WordSearch {
  readonly #queries: Pick<LibraryQueries, 'earnedNames'>;
  readonly #names = new EarnedNames();
  #wanted: readonly EarnedOfSet[] = [];
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

  /** Has the names of these sets read, in this order, where they are not here as they are by now. */
  async prepare(sets: readonly EarnedOfSet[]): Promise<void> {
    this.#wanted = sets;
    if (this.#isReading || this.#next().length === 0) return;
    this.#isReading = true;
    // What is earned while names are read is read with them.
    for (let some = this.#next(); some.length > 0; some = this.#next()) {
      const ids = some.map(({ npCommunicationId }) => npCommunicationId);
      this.#names.add(some, (await readOnce(this.#queries.earnedNames(ids))) ?? []);
      this.#read += 1;
    }
    this.#isReading = false;
  }

  #next(): EarnedOfSet[] {
    return this.#names.missing(this.#wanted).slice(0, AT_ONCE);
  }

  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    void this.#read;
    return this.#names.matches(typed, games);
  }
}
