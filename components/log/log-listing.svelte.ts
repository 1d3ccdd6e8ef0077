import type { LibraryQueries } from '../../utils/database/queries';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { dateOf, type ZoneTable } from '../../utils/domain/numbers/civil-time';
import type { DaySpan } from '../../utils/domain/numbers/day-spans';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import { expectedLines } from '../../utils/domain/numbers/expected-lines';
import type { LogCoverage } from '../../utils/domain/numbers/log-coverage';
import { logDays, yearsIn, type LogDay } from '../../utils/domain/numbers/log-days';
import {
  isAllOfLog,
  logFilterOf,
  logQueryOf,
  type LogFilter,
} from '../../utils/domain/numbers/log-filter';
import type { HundredEvent } from '../../utils/domain/numbers/log-milestones';
import type { LogNumbers } from '../../utils/domain/numbers/log-numbers';
import type { LogOptionCounts } from '../../utils/domain/numbers/log-option-counts';
import { knowsRatesThen } from '../../utils/domain/numbers/logged-rates';
import { LogScan } from '../../utils/domain/numbers/log-scan';
import { platformsInLog } from '../../utils/domain/numbers/matching-trophies';
import { isHidden } from '../../utils/domain/numbers/titles-to-count';
import type { CivilColumns, TrophyLog } from '../../utils/domain/numbers/trophy-log';
import type { PartialCounts } from '../../utils/domain/trophies/grades';
import { inSlices } from '../app/in-slices';
import { whenPainted } from '../app/interactions';
import { LiveQuery, type LiveResult } from '../app/live-query.svelte';
import { pacedTo } from '../app/paced';
import { civilAtHand, coverageAtHand, logAtHand, milestonesAtHand, numbersAtHand } from './at-hand';
import { LogReading, type EarningsSoFar } from './log-reading.svelte';
import { titlesById } from './titles-by-id';
import { WordSearch } from './word-search.svelte';

interface Given {
  /** Those that are read so far, for their names, and all of them, or null until they are here. */
  named: () => readonly LibraryTitle[];
  titles: () => readonly LibraryTitle[] | null;
  /** So many more cannot be read. */
  unreadable?: () => number;
  /** Names of trophies that are drawn are here. */
  hasNames: () => boolean;
  query: () => string;
  zone: () => ZoneTable;
  /** What was earned last, where the page opened with it. */
  early: () => readonly SetEarnings[] | null;
  /** How many Sony counts; null where that is not known. */
  earned: () => PartialCounts | null;
}

/** Enough for the tallest screen. */
const FIRST_SCREEN = 100;
/** So many places are looked at before it is asked whether something else is to be done: far less than a frame. */
const STEP = 4_096;

/** Milliseconds: what is found while names are read is drawn so often at the most. */
const REST = 250;

const NOTHING: EarningsSoFar = { earnings: [], newest: null };
/** Before all is read. */
const NO_NUMBERS: LogNumbers = {
  ...{ newest: null, exactFrom: Infinity, at: () => null },
  takenBack: new Set(),
};
const NO_LINES: ReadonlyMap<number, number> = new Map();
const NO_EVENTS: readonly HundredEvent[] = [];

/** The log as the page shows it: which trophies, in which days, with which numbers. */
export class LogListing {
  readonly #given: Given;
  readonly #reading: LogReading;
  readonly #events: LiveQuery<HundredEvent[]>;
  readonly #search: WordSearch;
  /** What there is to choose: platforms of games in the log. */
  readonly platforms = $derived.by(() => platformsInLog(this.log, this.#given.titles() ?? []));
  /** It is known of any trophy how rare it was when it was earned: by that, too, the log can be narrowed. */
  readonly knowsThen = $derived.by(() => knowsRatesThen(this.log));
  readonly #asked = $derived.by((): LogFilter => logFilterOf(this.#given.query()));
  // As a value: what stands beside the list is not drawn anew for each letter that is typed above it.
  readonly #withoutWords = $derived.by(() => logQueryOf({ ...this.#asked, words: '' }));
  readonly #narrowed = $derived.by(() => logFilterOf(this.#withoutWords));
  readonly filter = $derived.by((): LogFilter => ({ ...this.#narrowed, words: this.#asked.words }));
  readonly #soFar = $derived.by((): EarningsSoFar => {
    const read = this.#reading.current;
    return read.state === 'ready' ? read.value : NOTHING;
  });
  readonly log = $derived.by((): TrophyLog => logAtHand(this.#soFar.earnings));
  readonly civil = $derived.by((): CivilColumns => civilAtHand(this.log, this.#given.zone()));
  readonly byId = $derived.by(() => titlesById(this.#given.named()));
  readonly #words = $derived.by(() => this.#search.matches(this.filter.words, this.byId));
  #last: { filter: LogFilter; scan: LogScan } | null = null;
  /**
   * What is asked for anew is shown as soon as a screen of it is found, and the rest follows. What was seen whole is
   * whole again at once: whoever has scrolled down would lose their place.
   */
  readonly #scan = $derived.by(() => {
    const { filter, log, civil } = this;
    const titles = this.#given.titles() ?? [];
    const scan = new LogScan(log, civil, { filter, titles, words: this.#words });
    const wasWhole = this.#last?.filter === filter && this.#last.scan.isDone;
    this.#last = { filter, scan };
    return wasWhole ? scan.toEnd() : scan.untilFound(FIRST_SCREEN);
  });
  /** Grows as a scan has found more, or come to its end. */
  #scanned = $state(0);
  readonly #foundMore = pacedTo(() => (this.#scanned += 1), REST);
  /** The places that are shown, the newest first. */
  readonly places = $derived.by((): readonly number[] => {
    void this.#scanned;
    const { newest } = this.#soFar;
    if (newest !== null && !isAllOfLog(this.filter)) return [];
    const found = this.#scan.places;
    const shown = newest === null ? found : found.subarray(0, newest);
    // Whoever shows them asks for how many there are, and for each by its index: a copy would take 8 ms.
    return shown as unknown as readonly number[];
  });
  readonly days = $derived.by((): readonly LogDay[] => logDays(this.log, this.civil, this.places));
  /** From the first day of the whole log to its last; null where it has none. */
  readonly span = $derived.by((): DaySpan | null => {
    const { count, undated } = this.log;
    if (count === undated) return null;
    return { first: this.civil.day[undated]!, last: this.civil.day[count - 1]! };
  });
  /** Those of the whole log. */
  readonly allYears = $derived.by((): readonly number[] => {
    if (this.span === null) return [];
    const [first, last] = [dateOf(this.span.first).year, dateOf(this.span.last).year];
    return Array.from({ length: last - first + 1 }, (_, at) => last - at);
  });
  /** Null until all of it is read. */
  readonly coverage = $derived.by((): LogCoverage | null => {
    const [titles, unreadable] = [this.#given.titles(), this.#given.unreadable?.() ?? 0];
    return this.isWhole && titles !== null ? coverageAtHand(this.log, titles, unreadable) : null;
  });
  readonly numbers = $derived.by((): LogNumbers | null => {
    const [titles, unreadable] = [this.#given.titles(), this.#given.unreadable?.() ?? 0];
    return this.isWhole && titles !== null ? numbersAtHand(this.log, titles, unreadable) : null;
  });
  readonly milestones = $derived.by(() => {
    const [titles, events] = [this.#given.titles(), this.#events.current];
    if (this.numbers === null || titles === null) {
      // What is done is known with the game: its line stands from the first frame on, and moves nothing later.
      return milestonesAtHand(this.log, NO_NUMBERS, this.#given.named(), NO_EVENTS, this.#isOf);
    }
    const known = events.state === 'ready' ? events.value : NO_EVENTS;
    return milestonesAtHand(this.log, this.numbers, titles, known, this.#isOf);
  });
  /** How many more lines are to come above a trophy that is shown before its number is known. */
  readonly linesToCome = $derived.by(() => {
    if (this.numbers !== null) return NO_LINES;
    return expectedLines(this.log, this.#soFar.newest ?? FIRST_SCREEN, this.#given.earned());
  });
  /** Why lines of a reached or lost 100 % are missing; null where none are for that. */
  readonly eventsFailure = $derived.by(() => {
    const events = this.#events.current;
    return events.state === 'failed' ? events.failure : null;
  });
  // As values: milestones are not made anew for each letter that is typed beside.
  readonly #chosenGames = $derived.by(() => this.filter.chosen.game.join(','));
  readonly #leavesOutHidden = $derived.by(() => this.filter.leavesOutHidden);
  /** Whether a game is shown, where the player has chosen some, or left some out; null where all are. */
  readonly #isOf = $derived.by((): ((npCommunicationId: string) => boolean) | null => {
    const leavesOutHidden = this.#leavesOutHidden;
    const chosen = this.#chosenGames === '' ? [] : this.#chosenGames.split(',');
    if (chosen.length === 0 && !leavesOutHidden) return null;
    const { byId } = this;
    return (id) => {
      const title = byId.get(id);
      const isLeftOut = leavesOutHidden && title !== undefined && isHidden(title);
      return (chosen.length === 0 || chosen.includes(id)) && !isLeftOut;
    };
  });

  /** How many trophies each option would show: counted once what is asked for is seen. Null until then. */
  optionCounts = $state.raw<LogOptionCounts | null>(null);
  /** The years of what is shown, each with its first trophy's index: known once all of it is looked at. */
  years = $state.raw<ReturnType<typeof yearsIn>>([]);

  constructor(queries: LibraryQueries, given: Given) {
    this.#given = given;
    this.#reading = new LogReading(queries, {
      early: given.early,
      isShown: ({ earnings }) =>
        earnings.length === 0 || !isAllOfLog(this.filter) || given.hasNames(),
    });
    this.#events = new LiveQuery(queries.hundredEvents());
    this.#search = new WordSearch(
      queries,
      (ids) => this.#findMore(ids),
      (id) => this.byId.get(id),
    );
    $effect(() => {
      if (!this.isWhole || given.titles() === null || this.isLooking) return;
      const scan = this.#scan;
      return inSlices(
        () => !scan.goOn(STEP).isDone,
        () => this.#end(scan),
      );
    });
    $effect(() => {
      // Who looks for words does not wait for the names of all games.
      if (this.isSettled) return this.#search.foldGames(given.titles() ?? []);
    });
    $effect(() => {
      if (this.filter.words === '' || !this.isWhole) return;
      // Names change with their title, where nothing that is earned does.
      void this.byId;
      const { sets } = this.log;
      // What is found in names of games is seen first.
      return whenPainted(() => void this.#search.prepare(sets));
    });
  }

  get result(): LiveResult<unknown> {
    return this.#reading.current;
  }

  /** All of it is read. */
  get isWhole(): boolean {
    return this.result.state === 'ready' && this.#soFar.newest === null;
  }

  /** What is shown is all that there is to show: no number of it will change without a reason. */
  get isSettled(): boolean {
    void this.#scanned;
    return this.isWhole && this.#given.titles() !== null && this.#scan.isDone;
  }

  /** Names are still being looked through. */
  get isLooking(): boolean {
    return this.filter.words !== '' && this.#search.isReading(this.log.sets);
  }

  /** Not all names could be looked through. */
  get lacksNames(): boolean {
    return this.filter.words !== '' && this.#search.lacksNames;
  }

  /** What is found late is shown calmly, but where nothing is shown yet. */
  #findMore(ids: readonly string[]): void {
    const { filter, scan } = this.#last ?? {};
    if (filter !== this.filter || scan?.findMore(ids) !== true) return;
    if (this.places.length === 0) this.#scanned += 1;
    else this.#foundMore.say(undefined);
  }

  #end(scan: LogScan): void {
    this.#foundMore.forget();
    this.#scanned += 1;
    this.optionCounts = scan.optionCounts;
    this.years = yearsIn(this.days);
  }

  idAt(place: number): string {
    return this.log.sets[this.log.set[place] ?? 0]?.npCommunicationId ?? '';
  }
}
