import { untrack } from 'svelte';
import type { FirstTitles } from '../../utils/database/first-titles';
import type { LibraryQueries } from '../../utils/database/queries';
import { EMPTY_SNAPSHOT, type Snapshot } from '../../utils/domain/sync/snapshot';
import { isPrivateWindow } from '../../utils/page/private-window';
import { lateQueries } from './late-queries';
import { LibraryTitles, type TitlesSoFar } from './library-titles.svelte';
import { LiveQuery, type LiveResult } from './live-query.svelte';

/** The library of whoever it belongs to, and nobody's while it belongs to nobody: then nothing holds on to it. */
export class AccountLibrary {
  readonly #accountId: () => string | null;
  readonly #reads: () => typeof LibraryQueries | undefined;
  readonly #late = $derived.by(() => {
    const accountId = this.#accountId();
    const { promise, resolve } = Promise.withResolvers<LibraryQueries>();
    return accountId === null ? null : { accountId, queries: lateQueries(promise), resolve };
  });
  readonly #queries = $derived(this.#late?.queries ?? null);
  /** What the page opened with, until anything is read, or another library is shown. */
  #first = $state.raw<FirstTitles | null>(null);
  readonly #opening = $derived.by((): LiveResult<TitlesSoFar> => {
    const { first } = this;
    if (first === null) return { state: 'loading' };
    const complete = first.whole !== undefined;
    return { state: 'ready', value: { titles: first.titles, unreadable: 0, complete } };
  });
  /** What the page opens with is on its way still. */
  #isComing = $state.raw(false);
  readonly #titles = $derived(
    this.#isComing || this.#queries === null
      ? null
      : new LibraryTitles(
          this.#queries,
          untrack(() => this.first?.titles),
        ),
  );
  readonly #lostAt = $derived(
    this.#queries === null ? null : new LiveQuery(this.#queries.lostAt()),
  );

  readonly #snapshot = $derived(
    this.#queries === null ? null : new LiveQuery(this.#queries.snapshot()),
  );

  /**
   * @param reads what reads it, once that is loaded
   * @param first its first games, where they are here before that is
   * @param late the same where they are on their way still: what reads all of it waits for them
   */
  constructor(
    accountId: () => string | null,
    reads: () => typeof LibraryQueries | undefined,
    first: FirstTitles | null = null,
    late: Promise<FirstTitles | null> | null = null,
  ) {
    this.#accountId = accountId;
    this.#reads = reads;
    this.#first = first;
    this.#isComing = late !== null;
    void late?.then((found) => {
      this.#first = found;
      this.#isComing = false;
    });
    $effect(() => {
      const [late, Reading] = [this.#late, this.#reads()];
      if (late === null || Reading === undefined) return;
      const opened = new Reading(late.accountId, isPrivateWindow());
      late.resolve(opened);
      return () => opened.close();
    });
    $effect(() => {
      const isRead = this.#titles !== null && this.#titles.current.state !== 'loading';
      if (isRead || this.#first?.accountId !== this.#accountId()) this.#first = null;
    });
  }

  /** What the page opened with of this library; null once it is read. */
  get first(): FirstTitles | null {
    return this.#first?.accountId === this.#accountId() ? this.#first : null;
  }

  /** True until it is known what the page opens with. */
  get isComing(): boolean {
    return this.#isComing;
  }

  /** Also before what reads it is loaded: what is asked for is found then. */
  get queries(): LibraryQueries | null {
    return this.#queries;
  }

  /** When a loss was found that the player does not know of; null where there was none, as far as is known. */
  get lostAt(): number | null {
    const lostAt = this.#lostAt?.current;
    return lostAt?.state === 'ready' ? lostAt.value : null;
  }

  /** Read only where it is asked for: of the player's own the status says it. Null until it is read. */
  get snapshot(): Snapshot | null {
    const snapshot = this.#snapshot?.current ?? { state: 'loading' };
    if (snapshot.state === 'loading') return null;
    // What reading the games comes to says what is the matter.
    return snapshot.state === 'ready' ? snapshot.value : EMPTY_SNAPSHOT;
  }

  get titles(): LiveResult<TitlesSoFar> {
    const read = this.#titles?.current;
    return read === undefined || read.state === 'loading' ? this.#opening : read;
  }
}
