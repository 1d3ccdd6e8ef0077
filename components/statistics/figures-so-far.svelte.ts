import { untrack } from 'svelte';
import { civilDayAt } from '../../utils/domain/numbers/civil-time';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import type { HistoryProps } from '../app/history-props';
import { dayZone } from '../log/day-zone';
import { LogReading } from '../log/log-reading.svelte';
import { LibraryFigures, type GivenOfFigures } from './library-figures.svelte';

type PageProps = Pick<HistoryProps, 'queries' | 'titles' | 'status' | 'onzone' | 'now'>;

interface Wishes extends Pick<GivenOfFigures, 'leftOut' | 'notToBeHad'> {
  /** Nothing is shown before all of it is read. */
  needsAll?: boolean;
}

/** The figures of a library as far as that is read, and the zone and the day that they go by. */
export class FiguresSoFar {
  readonly #page: PageProps;
  readonly #openedAt: number;
  readonly #reading: LogReading;
  readonly zone = $derived.by(() => dayZone(this.#page.status.settings, this.#openedAt));
  readonly today = $derived.by(() =>
    civilDayAt(this.zone.table, Math.floor(this.#page.now / 1_000)),
  );
  /** Every game of it is. */
  readonly isRead = $derived.by(() => {
    const { titles } = this.#page;
    return titles.state === 'ready' && titles.value.complete;
  });
  /** Null until all of it is read. */
  readonly earnings = $derived.by((): readonly SetEarnings[] | null => {
    const read = this.#reading.current;
    const isWhole = this.isRead && read.state === 'ready' && read.value.newest === null;
    return isWhole ? read.value.earnings : null;
  });
  readonly figures: LibraryFigures;

  /**
   * @param page what the page is given: each is looked up when it is needed, since it changes
   * @param wishes what the player leaves out, where they can, and what they have marked as not to be had
   */
  constructor(page: PageProps, { needsAll = false, ...leaving }: Wishes = {}) {
    this.#page = page;
    this.#openedAt = untrack(() => page.now);
    this.#reading = new LogReading(
      untrack(() => page.queries),
      { needsAll },
    );
    this.figures = new LibraryFigures({
      titles: () => (page.titles.state === 'ready' ? page.titles.value.titles : []),
      earnings: () => this.earnings,
      zone: () => this.zone.table,
      today: () => this.today,
      ...leaving,
    });
    // Days are counted by one zone from the first look on, wherever the player travels.
    $effect(() => {
      if (page.status.settings.zone === undefined)
        untrack(() => page.onzone({ zone: this.zone.name }));
    });
  }
}
