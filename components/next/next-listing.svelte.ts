import { untrack } from 'svelte';
import type { LibraryQueries } from '../../utils/database/queries';
import { isOurPause } from '../../utils/domain/failure';
import { rememberedKeys } from '../../utils/domain/library/editions';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { ZoneTable } from '../../utils/domain/numbers/civil-time';
import {
  gamesWithOpen,
  usedUpGames,
  whyNothingNext,
  whyNotSuggested,
  withOpenOf,
  type NothingNext,
} from '../../utils/domain/numbers/next-games';
import type { NextMarks } from '../../utils/domain/numbers/next-marks';
import { nextMoodsOf } from '../../utils/domain/numbers/next-moods';
import { rankedNext, type NextCandidate } from '../../utils/domain/numbers/next-ranking';
import type { NextMood } from '../../utils/domain/numbers/next-reasons';
import {
  isInForce,
  leftOutOfNext,
  withoutNotThis,
  type NotThis,
} from '../../utils/domain/numbers/not-this';
import { isOfRest, type SyncStatus } from '../../utils/domain/sync/sync-status';
import { isFullOfOpen, unpackedOpen } from '../../utils/domain/trophies/open-trophies';
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
  sync: () => SyncStatus;
  /** What it is made of besides games, where the page opened with it. */
  early?: () => NextMarks | null;
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

/** What of a sync is under way; a pause of our own does not end it, and it goes on by itself. */
function underWay(sync: SyncStatus): 'picked' | 'rest' | null {
  const isPaused = sync.state === 'paused' && isOurPause(sync.failure);
  if (sync.state !== 'running' && !isPaused) return null;
  return isOfRest(sync) ? 'rest' : 'picked';
}

function isPicked({ choice }: LibraryTitle): boolean {
  return choice === 'picked';
}

function mayComeBack({ trophyId }: NotThis, title: LibraryTitle | undefined): boolean {
  const why = title === undefined ? null : whyNotSuggested(title);
  if (why === 'done' || why === 'platinum-awaited' || why === 'gone') return false;
  const open = title?.open;
  // Where more are missing than are kept with the title it may be one of those.
  if (trophyId === null || why !== null || open === undefined || isFullOfOpen(open, 0)) return true;
  return unpackedOpen(open).some((each) => each.trophyId === trophyId);
}

/** What is picked as it is, and the others as they were before. */
function withoutRest(
  titles: readonly LibraryTitle[],
  before: readonly LibraryTitle[],
): readonly LibraryTitle[] {
  const byId = titlesById(before);
  return titles.map((title) =>
    isPicked(title) ? title : (byId.get(title.npCommunicationId) ?? title),
  );
}

/** What to play next, as the page shows it. */
export class NextListing {
  readonly #given: Given;
  readonly #queries: Pick<LibraryQueries, 'trophySets'>;
  readonly #marks: LiveQuery<NextMarks>;
  readonly moods = $derived.by(() => nextMoodsOf(this.#given.query()));
  readonly #isThere = $derived.by(() => this.#given.titles() !== null);
  readonly #underWay = $derived.by(() => underWay(this.#given.sync()));
  /** No signal: a signal that is read by what is to stay would have that made anew. */
  #settled: readonly LibraryTitle[] | null = null;
  /**
   * As they were before the sync that is under way: what the player looks at does not change under their eyes. Once it
   * is over they are followed again: its beginning is told before its rows, its end with the last of them or after. The
   * rest can take hours: what is picked is all there by then, but for what the player has just asked for.
   */
  readonly #titles = $derived.by((): readonly LibraryTitle[] => {
    if (!this.#isThere) return [];
    const [part, before] = [this.#underWay, this.#settled];
    if (part === 'picked' && before !== null) return before;
    const all = this.#given.titles() ?? [];
    const titles = part === 'rest' && before !== null ? withoutRest(all, before) : all;
    const here = titles.filter((title) => whyNotSuggested(title) === null).length;
    const lacking = gamesToFetch(titles);
    const awaited = part === 'rest' ? lacking.filter(isPicked) : lacking;
    // As long as there is little, and more to come, it follows what comes.
    this.#settled = here > 0 && here >= awaited.length ? titles : null;
    return titles;
  });
  readonly byId = $derived.by(() => titlesById(this.#titles));
  readonly marks = $derived.by((): NextMarks => {
    const { result } = this;
    return result.state === 'ready' ? result.value : NOTHING;
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
  /** Of that what can be suggested again: a trophy that is earned by now is over, and so is a game that is done. */
  readonly leftOutStill = $derived.by(() =>
    this.leftOut.filter(
      (each) =>
        mayComeBack(each, this.byId.get(each.npCommunicationId)) || this.#holdsBackOthers(each),
    ),
  );
  readonly #wanted = $derived.by(() => {
    const now = untrack(() => this.#given.now());
    return withoutNotThis(this.#games, this.leftOut, now);
  });
  readonly #usedUp = $derived.by(() => usedUpGames(this.#wanted, this.byId).join(' '));
  /** All trophies of games of which the player has left out some that are kept with their titles. */
  readonly #sets = $derived.by(() =>
    this.#usedUp === '' ? null : new LiveQuery(this.#queries.trophySets(this.#usedUp.split(' '))),
  );
  readonly #toRank = $derived.by(() => {
    const read = this.#sets?.current;
    return read?.state === 'ready' ? withOpenOf(this.#games, read.value, this.marks) : this.#games;
  });
  /** The edition of a game that comes first is so with what is left out of it, too. */
  readonly #leftOutOfNext = $derived.by(() => leftOutOfNext(this.leftOut, this.byId, editionOf));
  readonly candidates = $derived.by(() => this.#ranked(this.moods, SHOWN));
  /**
   * Games that are begun, and of which nothing is suggested since their trophies are not here as they are now.
   * What becomes of them is told at once, also during a sync.
   */
  readonly notFetched = $derived.by(() => gamesToFetch(this.#given.titles() ?? []));
  /** Why there is nothing to suggest. */
  readonly whyNothing = $derived.by((): NothingNext => {
    if (this.moods.length > 0 && this.#ranked([], 1).length > 0) return 'mood';
    if (this.#games.length === 0) return whyNothingNext(this.#titles);
    // But for what the player has said there would be something.
    const marks = { ...this.marks, unobtainable: NOTHING.unobtainable };
    const given = { zone: this.#given.zone(), today: this.#given.today(), editionOf };
    const all = gamesWithOpen(this.#titles, marks, given);
    return rankedNext(all, [], 1).length > 0 ? 'left-out' : 'unspoken';
  });

  constructor(queries: Pick<LibraryQueries, 'nextMarks' | 'trophySets'>, given: Given) {
    this.#given = given;
    this.#queries = queries;
    this.#marks = new LiveQuery(queries.nextMarks());
  }

  /** A game that is left out whole is so in each of its editions, of which another one may be suggested again. */
  #holdsBackOthers({ npCommunicationId, trophyId }: NotThis): boolean {
    const title = this.byId.get(npCommunicationId);
    if (trophyId !== null || title === undefined) return false;
    const edition = editionOf(title.name);
    return this.#games.some(
      ({ game, open }) =>
        game.npCommunicationId !== npCommunicationId && open.length > 0 && game.edition === edition,
    );
  }

  #ranked(moods: readonly NextMood[], limit: number): NextCandidate[] {
    return rankedNext(this.#toRank, moods, limit, this.#leftOutOfNext);
  }

  get result(): LiveResult<NextMarks> {
    const read = this.#marks.current;
    const early = read.state === 'loading' ? (this.#given.early?.() ?? null) : null;
    return early === null ? read : { state: 'ready', value: early };
  }

  /** What is shown is all that there is to show. */
  get isSettled(): boolean {
    return this.#isThere && this.result.state === 'ready';
  }
}
