import type { LibraryQueries } from '../../utils/database/queries';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import { EarnedNames, type EarnedOfSet } from './earned-names';
import { readOnce } from './read-once';

/** So many sets are read at once: asking for them, and what comes of them, is to be done within a frame. */
const AT_ONCE = 60;

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

  /** Not all names of these sets have been looked through yet. */
  isReading(sets: readonly SetEarnings[]): boolean {
    void this.#read;
    return this.#isReading || this.#names.missing(sets).length > 0;
  }

  /** Has the names of these sets read, the newest first, where they are not here as they are by now. */
  async prepare(sets: readonly SetEarnings[]): Promise<void> {
    this.#wanted = [...sets].sort((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0));
    if (this.#isReading || this.#missing.length === 0) return;
    this.#isReading = true;
    // What is earned while names are read is read after them.
    for (let left = this.#missing; left.length > 0; left = this.#missing) {
      for (let from = 0; from < left.length; from += AT_ONCE) {
        await this.#readNames(left.slice(from, from + AT_ONCE));
      }
    }
    this.#isReading = false;
  }

  async #readNames(some: readonly EarnedOfSet[]): Promise<void> {
    const ids = some.map(({ npCommunicationId }) => npCommunicationId);
    this.#names.add(some, (await readOnce(this.#queries.earnedNames(ids))) ?? []);
    this.#read += 1;
  }

  get #missing(): EarnedOfSet[] {
    return this.#names.missing(this.#wanted);
  }

  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    void this.#read;
    return this.#names.matches(typed, games);
  }
}
