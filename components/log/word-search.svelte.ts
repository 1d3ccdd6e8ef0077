import type { LibraryQueries } from '../../utils/database/queries';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import type { WordMatches } from '../../utils/domain/numbers/matching-trophies';
import { inSlices } from '../app/in-slices';
import { EarnedNames, type EarnedOfSet } from './earned-names';
import type { TitleOf } from './read-of-title';
import { readOnce } from './read-once';

/** So many sets are read at once: asking for them, and what comes of them, is to be done within a frame. */
const AT_ONCE = 30;

/** Finds words in names of trophies and games. The names are read when words are first looked for. */
export class WordSearch {
  readonly #queries: Pick<LibraryQueries, 'earnedNames'>;
  readonly #onread: (ids: readonly string[]) => void;
  readonly #names: EarnedNames;
  #wanted: readonly SetEarnings[] = [];
  #isReading = $state(false);
  /** The ids of sets whose names could not be read when words were looked for last. */
  #unread = $state.raw<readonly string[]>([]);

  /** @param onread is told of which sets names have just been read: what was matched before finds them too */
  constructor(
    queries: Pick<LibraryQueries, 'earnedNames'>,
    onread: (ids: readonly string[]) => void,
    titleOf?: TitleOf,
  ) {
    this.#queries = queries;
    this.#onread = onread;
    this.#names = new EarnedNames(titleOf);
  }

  /** Not all names of these sets have been looked through yet. */
  isReading(sets: readonly SetEarnings[]): boolean {
    return this.#isReading || this.#names.lacks(sets);
  }

  /** Names of some sets could not be read: words may be in them. */
  get lacksNames(): boolean {
    return this.#unread.length > 0;
  }

  /** Has the names of these games at hand. Hands back what ends it. */
  foldGames(games: Iterable<{ name: string }>): () => void {
    const steps = this.#names.foldingGames(games);
    return inSlices(
      () => steps.next().done !== true,
      () => undefined,
    );
  }

  /**
   * Has the names of these sets read, the newest first, where they are not here as they are by now. Those that could not be read
   * are tried again.
   */
  async prepare(sets: readonly SetEarnings[]): Promise<void> {
    this.#wanted = sets;
    if (this.#isReading) return;
    if (this.lacksNames) {
      this.#names.tryAgain(this.#unread);
      this.#unread = [];
    }
    if (!this.#names.lacks(sets)) return;
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
    const read = await readOnce(this.#queries.earnedNames(ids));
    if (read === null) {
      this.#names.addUnread(some);
      this.#unread = [...this.#unread, ...ids];
    } else {
      this.#names.add(some, read);
    }
    this.#onread(ids);
  }

  get #missing(): SetEarnings[] {
    const missing = this.#names.missing(this.#wanted);
    return missing.sort((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0));
  }

  /** By the names that are here when a set is looked through. */
  matches(typed: string, games: ReadonlyMap<string, { name: string }>): WordMatches | null {
    return this.#names.matches(typed, games);
  }
}
