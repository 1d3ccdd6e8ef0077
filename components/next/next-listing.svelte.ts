import { untrack } from 'svelte';
import type { LibraryQueries } from '../../utils/database/queries';
import { rememberedKeys } from '../../utils/domain/library/editions';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { ZoneTable } from '../../utils/domain/numbers/civil-time';
import {
  gamesWithOpen,
  usedUpGames,
  whyNothingNext,
  whyNotSuggested,
  withOpenOf,
} from '../../utils/domain/numbers/next-games';
import type { NextMarks } from '../../utils/domain/numbers/next-marks';
import { nextMoodsOf } from '../../utils/domain/numbers/next-moods';
import {
  rankedNext,
  type GameWithOpen,
  type NextCandidate,
} from '../../utils/domain/numbers/next-ranking';
import { isInForce, withoutNotThis, type NotThis } from '../../utils/domain/numbers/not-this';
import { LiveQuery, type LiveResult } from '../app/live-query.svelte';
import { remembered } from '../app/remembered';
import { titlesById } from '../log/titles-by-id';

interface Given {
  /** All titles, or null until they are here. */
  titles: () => readonly LibraryTitle[] | null;
  query: () => string;
  zone: () => ZoneTable;
  /** The civil day that it is. */
  today: () => number;
  now: () => number;
  /** A sync is under way that the player waits for. */
  isBusy: () => boolean;
}

/** So many are shown, and thrown dice over. */
const SHOWN = 50;
const NOTHING: NextMarks = {
  ...{ notThis: [], pinned: new Set(), unobtainable: new Set(), lostHundred: new Set() },
};
/** Which games are one: made once for every name. */
const editionOf = rememberedKeys();
/** Made once of the same, from visit to visit: thousands of games are asked. */
const gamesToRank = remembered(
  (titles: readonly LibraryTitle[], marks: NextMarks, zone: ZoneTable, today: number) =>
    gamesWithOpen(titles, marks, { zone, today, editionOf }),
);
const gamesToFetch = remembered((titles: readonly LibraryTitle[]) =>
  titles.filter((title) => whyNotSuggested(title) === 'not-fetched'),
);

/** What to play next, as the page shows it. */
export class NextListing {
  readonly #given: Given;
  readonly #queries: Pick<LibraryQueries, 'trophySets'>;
  readonly #marks: LiveQuery<NextMarks>;
  readonly moods = $derived.by(() => nextMoodsOf(this.#given.query()));
  readonly #isThere = $derived.by(() => this.#given.titles() !== null);
  readonly #isBusy = $derived.by(() => this.#given.isBusy());
  /** No signal: a signal that is read by what is to stay would have that made anew. */
  #settled: readonly LibraryTitle[] | null = null;
  /**
   * As they were before the sync that is under way: what the player looks at does not change under their eyes. Once it
   * is over they are followed again: a status is here before the rows that it tells of.
   */
  readonly #titles = $derived.by((): readonly LibraryTitle[] => {
    if (!this.#isThere) return [];
    if (this.#isBusy && this.#settled !== null) return this.#settled;
    const titles = this.#given.titles() ?? [];
    const here = titles.filter((title) => whyNotSuggested(title) === null).length;
    // As long as there is little, and more to come, it follows what comes.
    this.#settled = here > 0 && here >= gamesToFetch(titles).length ? titles : null;
    return titles;
  });
  readonly byId = $derived.by(() => titlesById(this.#titles));
  readonly marks = $derived.by((): NextMarks => {
    const read = this.#marks.current;
    return read.state === 'ready' ? read.value : NOTHING;
  });
  readonly #games = $derived.by(() =>
    gamesToRank(this.#titles, this.marks, this.#given.zone(), this.#given.today()),
  );
  /** What the player has left out, as long as that holds. */
  readonly leftOut = $derived.by((): readonly NotThis[] => {
    void this.#given.today();
    const now = untrack(() => this.#given.now());
    return this.marks.notThis.filter((each) => isInForce(each, now));
  });
  readonly #wanted = $derived.by(() => this.#without(this.#games));
  readonly #usedUp = $derived.by(() => usedUpGames(this.#wanted, this.byId).join(' '));
  /** All trophies of games of which the player has left out as many as are kept with their titles. */
  readonly #sets = $derived.by(() =>
    this.#usedUp === '' ? null : new LiveQuery(this.#queries.trophySets(this.#usedUp.split(' '))),
  );
  readonly candidates = $derived.by((): readonly NextCandidate[] => {
    const read = this.#sets?.current;
    const wanted =
      read?.state === 'ready'
        ? this.#without(withOpenOf(this.#games, read.value, this.marks))
        : this.#wanted;
    return rankedNext(wanted, this.moods, SHOWN);
  });
  /**
   * Games that are begun, and of which nothing is suggested since their trophies are not here as they are now.
   * What becomes of them is told at once, also during a sync.
   */
  readonly notFetched = $derived.by(() => gamesToFetch(this.#given.titles() ?? []));
  /** Why there is nothing to suggest. */
  readonly whyNothing = $derived.by(() =>
    this.#games.length > 0 ? 'left-out' : whyNothingNext(this.#titles),
  );

  constructor(queries: Pick<LibraryQueries, 'nextMarks' | 'trophySets'>, given: Given) {
    this.#given = given;
    this.#queries = queries;
    this.#marks = new LiveQuery(queries.nextMarks());
  }

  #without(games: readonly GameWithOpen[]): GameWithOpen[] {
    const now = untrack(() => this.#given.now());
    return withoutNotThis(games, this.leftOut, now);
  }

  get result(): LiveResult<unknown> {
    return this.#marks.current;
  }

  /** What is shown is all that there is to show. */
  get isSettled(): boolean {
    return this.#isThere && this.result.state === 'ready';
  }
}
