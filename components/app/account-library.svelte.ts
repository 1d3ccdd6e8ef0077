import { LibraryQueries } from '../../utils/database/queries';
import { isPrivateWindow } from '../../utils/page/private-window';
import { LibraryTitles, type TitlesSoFar } from './library-titles.svelte';
import { LiveQuery, type LiveResult } from './live-query.svelte';

/** The library of whoever it belongs to, and nobody's while it belongs to nobody: then nothing holds on to it. */
export class AccountLibrary {
  readonly #accountId: () => string | null;
  readonly #queries = $derived.by(() => {
    const accountId = this.#accountId();
    return accountId === null ? null : new LibraryQueries(accountId, isPrivateWindow());
  });
  readonly #titles = $derived(this.#queries === null ? null : new LibraryTitles(this.#queries));
  readonly #lostAt = $derived(
    this.#queries === null ? null : new LiveQuery(this.#queries.lostAt()),
  );

  constructor(accountId: () => string | null) {
    this.#accountId = accountId;
    $effect(() => {
      const opened = this.#queries;
      return () => opened?.close();
    });
  }

  get queries(): LibraryQueries | null {
    return this.#queries;
  }

  /** When a loss was found that the player does not know of; null where there was none, as far as is known. */
  get lostAt(): number | null {
    const lostAt = this.#lostAt?.current;
    return lostAt?.state === 'ready' ? lostAt.value : null;
  }

  get titles(): LiveResult<TitlesSoFar> {
    return this.#titles?.current ?? { state: 'loading' };
  }
}
