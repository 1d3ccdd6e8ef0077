import { untrack } from 'svelte';
import type { LibraryQueries } from '../../utils/database/queries';
import { civilDayAt } from '../../utils/domain/numbers/civil-time';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import type { NotToBeHad } from '../../utils/domain/numbers/not-to-be-had';
import type { Settings } from '../../utils/domain/settings';
import type { TitlesSoFar } from '../app/library-titles.svelte';
import type { LiveResult } from '../app/live-query.svelte';
import { dayZone } from '../log/day-zone';
import { LogReading } from '../log/log-reading.svelte';
import { LibraryFigures, NOTHING_LEFT_OUT, type GivenOfFigures } from './library-figures.svelte';

const NONE_MARKED: NotToBeHad = new Map();

interface Given extends Pick<GivenOfFigures, 'leftOut' | 'notToBeHad'> {
  titles: () => LiveResult<TitlesSoFar>;
  settings: () => Settings;
  now: () => number;
  /** Has days counted by a zone from now on. */
  onzone: (zone: string) => void;
  /** Nothing is shown before all of it is read. */
  needsAll?: boolean;
}

/** The figures of a library as far as that is read, and the zone and the day that they go by. */
export class FiguresSoFar {
  readonly #given: Given;
  readonly #openedAt: number;
  readonly #reading: LogReading;
  readonly zone = $derived.by(() => dayZone(this.#given.settings(), this.#openedAt));
  readonly today = $derived.by(() =>
    civilDayAt(this.zone.table, Math.floor(this.#given.now() / 1_000)),
  );
  /** Every game of it is. */
  readonly isRead = $derived.by(() => {
    const titles = this.#given.titles();
    return titles.state === 'ready' && titles.value.complete;
  });
  /** Null until all of it is read. */
  readonly earnings = $derived.by((): readonly SetEarnings[] | null => {
    const read = this.#reading.current;
    const isWhole = this.isRead && read.state === 'ready' && read.value.newest === null;
    return isWhole ? read.value.earnings : null;
  });
  readonly figures: LibraryFigures = new LibraryFigures({
    titles: () => {
      const titles = this.#given.titles();
      return titles.state === 'ready' ? titles.value.titles : [];
    },
    earnings: () => this.earnings,
    zone: () => this.zone.table,
    today: () => this.today,
    leftOut: () => this.#given.leftOut?.() ?? NOTHING_LEFT_OUT,
    notToBeHad: () => this.#given.notToBeHad?.() ?? NONE_MARKED,
  });

  constructor(queries: LibraryQueries, given: Given) {
    this.#given = given;
    this.#openedAt = untrack(given.now);
    this.#reading = new LogReading(queries, { needsAll: given.needsAll ?? false });
    // Days are counted by one zone from the first look on, wherever the player travels.
    $effect(() => {
      if (given.settings().zone === undefined) untrack(() => given.onzone(this.zone.name));
    });
  }
}
