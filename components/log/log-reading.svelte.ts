import { untrack } from 'svelte';
import type { LibraryQueries, Source } from '../../utils/database/queries';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import { whenPainted } from '../app/interactions';
import { LiveQuery, type LiveResult } from '../app/live-query.svelte';
import { paced } from '../app/paced-source';

/** Enough for the tallest screen, by the index. */
const FIRST_SCREEN = 60;
/** A sync stores several sets a second: to put them all in order anew takes a tenth of that. */
const REST = 1_000;

const NOTHING = (): null => null;

/** What was earned, as far as it is read. */
export interface EarningsSoFar {
  earnings: readonly SetEarnings[];
  /** Only the newest so many trophies of them are sure to be the newest of all; null: all of them are here. */
  newest: number | null;
}

interface HowToRead {
  /** What is read first, where the page opened with it. */
  early?: () => readonly SetEarnings[] | null;
  /** Whether what is read first is seen with its names: they would wait for all of it otherwise. */
  isShown?: (first: EarningsSoFar) => boolean;
  /** All of it, where the page opened with that. */
  whole?: () => readonly SetEarnings[] | null;
  /** All of it is read at once, also where it is not at hand: nothing can be shown of less. */
  needsAll?: boolean;
}

type Reading = Pick<LibraryQueries, 'earnings' | 'latestEarnings'>;

/** What was earned: first of the sets where something was earned last, then of all, then every change. */
export class LogReading {
  readonly #latest: LiveQuery<readonly SetEarnings[]>;
  readonly #early: () => readonly SetEarnings[] | null;
  readonly #needsAll: boolean;
  readonly #whole: () => readonly SetEarnings[] | null;
  #all = $state.raw<LiveQuery<readonly SetEarnings[]> | null>(null);

  constructor(queries: Reading, how: HowToRead = {}) {
    const { early = NOTHING, isShown = () => true, needsAll = false, whole = NOTHING } = how;
    this.#latest = new LiveQuery(queries.latestEarnings(FIRST_SCREEN));
    this.#early = early;
    this.#whole = whole;
    const all: Source<readonly SetEarnings[]> = paced(queries.earnings(Date.now, whole), REST);
    this.#needsAll = needsAll || (all.isAtHand?.() ?? false);
    if (this.#needsAll) this.#all = new LiveQuery(all);
    else this.#readAllAfterFirst(all, isShown);
  }

  #readAllAfterFirst(
    all: Source<readonly SetEarnings[]>,
    isShown: (first: EarningsSoFar) => boolean,
  ): void {
    $effect(() => {
      const first = soFar(this.#first, FIRST_SCREEN);
      if (first.state === 'loading' || untrack(() => this.#all) !== null) return;
      if (first.state === 'ready' && !isShown(first.value)) return;
      return whenPainted(() => (this.#all = new LiveQuery(all)));
    });
  }

  get #first(): LiveResult<readonly SetEarnings[]> {
    const early = this.#early();
    return early === null ? this.#latest.current : { state: 'ready', value: early };
  }

  get current(): LiveResult<EarningsSoFar> {
    const all = this.#all?.current;
    const whole = this.#whole();
    if (whole !== null && all?.state === 'loading')
      return soFar({ state: 'ready', value: whole }, null);
    if (all !== undefined && (all.state !== 'loading' || this.#needsAll)) return soFar(all, null);
    return soFar(this.#first, FIRST_SCREEN);
  }
}

function soFar(
  result: LiveResult<readonly SetEarnings[]>,
  newest: number | null,
): LiveResult<EarningsSoFar> {
  if (result.state !== 'ready') return result;
  return { state: 'ready', value: { earnings: result.value, newest } };
}
