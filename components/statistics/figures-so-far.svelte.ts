import { untrack } from 'svelte';
import { civilDayAt } from '../../utils/domain/numbers/civil-time';
import { lastKnownDay, titlesKnownAt } from '../../utils/domain/numbers/last-known-day';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import { earnedAtFirst } from '../../utils/database/first-whole';
import type { Failure } from '../../utils/domain/failure';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { HistoryProps } from '../app/history-props';
import { onceKnown } from '../app/once-known';
import { inSlices } from '../app/in-slices';
import { logAtHand, makingLog } from '../log/at-hand';
import type { Counting } from '../log/counting';
import { dayZone } from '../log/day-zone';
import { LogReading } from '../log/log-reading.svelte';
import { LibraryFigures, type GivenOfFigures } from './library-figures.svelte';

type PageProps = Omit<HistoryProps, 'hash' | 'requests'>;

interface Wishes extends Pick<GivenOfFigures, 'leftOut' | 'sessionGap' | 'notToBeHad'> {
  /** Nothing is shown before all of it is read. */
  needsAll?: boolean;
}

const NONE: readonly LibraryTitle[] = [];

/** The figures of a library as far as that is read, and the zone and the day that they go by. */
export class FiguresSoFar {
  readonly #page: PageProps;
  readonly #openedAt: number;
  readonly #reading: LogReading;
  readonly zone = $derived.by(() => dayZone(this.#page.status.settings, this.#openedAt));
  readonly counting = $derived.by((): Counting => {
    const { onfetch, onzone, now, status } = this.#page;
    return {
      zone: this.zone,
      onfetch,
      onzone,
      now,
      isSyncing: status.snapshot.sync.state === 'running',
    };
  });
  readonly today = $derived.by(() =>
    civilDayAt(this.zone.table, Math.floor(this.#page.now / 1_000)),
  );
  /** The last day of which it is known what was earned. */
  readonly until = $derived.by(() =>
    lastKnownDay(this.zone.table, this.today, titlesKnownAt(this.#page.status.snapshot)),
  );
  /** Every game of it is. */
  readonly isRead = $derived.by(() => {
    const { titles } = this.#page;
    return titles.state === 'ready' && titles.value.complete;
  });
  readonly #titles = $derived.by((): readonly LibraryTitle[] => {
    const { titles } = this.#page;
    return titles.state === 'ready' ? titles.value.titles : NONE;
  });
  readonly #unreadable = $derived.by((): number => {
    const { titles } = this.#page;
    return titles.state === 'ready' ? titles.value.unreadable : 0;
  });
  /** Null until all of it is read. */
  readonly #earned = $derived.by((): readonly SetEarnings[] | null => {
    const read = this.#reading.current;
    const isWhole = this.isRead && read.state === 'ready' && read.value.newest === null;
    return isWhole ? read.value.earnings : null;
  });
  /** Why nothing that was earned can be read; null where it can, or is not known yet. */
  readonly failure = $derived.by((): Failure | null => {
    const read = this.#reading.current;
    return read.state === 'failed' ? read.failure : null;
  });
  /** That of which the log is made. */
  #made = $state.raw<readonly SetEarnings[] | null>(null);
  #isMaking = $state.raw(false);
  #end = (): void => undefined;
  /** Null until all of it is read, and where something is shown before also until the log is made of it. */
  readonly earnings = $derived.by((): readonly SetEarnings[] | null => {
    const earned = this.#earned;
    const isWaitedFor = this.#needsAll || earned === null || logAtHand.isAtHand(earned);
    return isWaitedFor ? earned : this.#made;
  });
  readonly #needsAll: boolean;
  readonly figures: LibraryFigures;

  /**
   * @param page what the page is given: each is looked up when it is needed, since it changes
   * @param wishes what the player leaves out, and what ends a session, where they can choose, and what they have marked as not to be had
   */
  constructor(page: PageProps, { needsAll = false, ...leaving }: Wishes = {}) {
    this.#page = page;
    this.#needsAll = needsAll;
    this.#openedAt = untrack(() => page.now);
    this.#reading = new LogReading(
      untrack(() => page.queries),
      { needsAll, whole: onceKnown(() => earnedAtFirst(page.first)) },
    );
    this.figures = new LibraryFigures({
      titles: () => this.#titles,
      unreadable: () => this.#unreadable,
      earnings: () => this.earnings,
      hasFailed: () => this.failure !== null,
      zone: () => this.zone.table,
      ...{ today: () => this.today, until: () => this.until },
      ...leaving,
    });
    // All of it at once would hold up the page for as long as some frames.
    $effect(() => {
      const earned = this.#earned;
      if (this.#isMaking || earned === null || earned === this.#made) return;
      // What is at hand is shown until what comes after it is made.
      if (this.earnings === earned) this.#made = earned;
      else untrack(() => this.#make(earned));
    });
    $effect(() => () => this.#end());
    // Days are counted by one zone from the first look on, wherever the player travels.
    $effect(() => {
      if (page.status.settings.zone === undefined)
        untrack(() => page.onzone({ zone: this.zone.name }));
    });
  }

  /** To its end, whatever comes meanwhile: in a sync nothing would ever be made otherwise. */
  #make(earned: readonly SetEarnings[]): void {
    const steps = makingLog(earned, {
      ...{ titles: () => this.#titles, unreadable: () => this.#unreadable },
      zone: () => this.zone.table,
    });
    this.#isMaking = true;
    this.#end = inSlices(
      () => steps.next().done !== true,
      () => {
        this.#made = earned;
        this.#isMaking = false;
      },
    );
  }
}
