import { LibraryDatabase } from '../../../utils/database/database';
import type { PackedSet } from '../../../utils/database/packed-set';
import { DexieTrophyStore } from '../../../utils/database/trophy-store';
import { Writes } from '../../../utils/database/writes';
import { Secret } from '../../../utils/domain/connection/secret';
import { NOTHING_FETCHED, playedFacts, withKnownTitle } from '../../../utils/domain/library/title';
import { SonyLibrary } from '../../../utils/psn/library';
import { beginning } from '../../../utils/sync/cursor';
import type { LibraryTexts } from '../answer-texts';

const TOKEN = new Secret('a token');
const ACCESS = {
  token: () => Promise.resolve(TOKEN),
  tokenInsteadOf: () => Promise.resolve(TOKEN),
};

/** The product's own way from the text of an answer to what is stored: psn-api, schemas, domain, store. */
export class SetStoring {
  readonly #texts: LibraryTexts;
  readonly #now: number;
  readonly #sony = new SonyLibrary(ACCESS);
  readonly #database: LibraryDatabase;
  readonly #store: DexieTrophyStore;

  private constructor(texts: LibraryTexts, accountId: string, now: number) {
    this.#texts = texts;
    this.#now = now;
    this.#database = new LibraryDatabase(accountId);
    const writes = new Writes(this.#database, () => now, new AbortController().signal);
    this.#store = new DexieTrophyStore(writes);
  }

  /** A library of its own, in which the titles are and no trophies. */
  static async open(texts: LibraryTexts, accountId: string, now: number): Promise<SetStoring> {
    const storing = new SetStoring(texts, accountId, now);
    await storing.#storeTitles();
    return storing;
  }

  /** Each set's definitions, then what is earned: a transaction an answer. */
  async storeAll(): Promise<void> {
    const next = beginning(this.#now, 'daily', []);
    for (const { npCommunicationId, npServiceName, definitions, earned } of this.#texts.sets) {
      const set = { npCommunicationId, npServiceName };
      answerWith(definitions);
      await this.#store.storeDefinitions(
        npCommunicationId,
        await this.#sony.definitions(set),
        next,
      );
      answerWith(earned);
      const states = await this.#sony.earned(set, this.#now);
      await this.#store.storeEarned(npCommunicationId, states, next);
    }
  }

  rows(): Promise<PackedSet[]> {
    return this.#database.trophySets.toArray() as Promise<PackedSet[]>;
  }

  close(): void {
    this.#database.close();
  }

  async #storeTitles(): Promise<void> {
    answerWith(this.#texts.titles);
    const { rows } = await this.#sony.titles(0, 800, this.#now);
    await this.#database.titles.bulkPut(
      rows
        .map((said) => withKnownTitle(said, undefined))
        .map((row) => ({
          ...row,
          ...playedFacts(row, []),
          ...{ choice: 'picked' as const, fetched: NOTHING_FETCHED, tally: null, absence: null },
        })),
    );
  }
}

function answerWith(text: string): void {
  globalThis.fetch = () => Promise.resolve(new Response(text));
}
