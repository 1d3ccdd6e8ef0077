import { COUNTED_FACETS } from './log-filter';
import { OptionCounting, type LogOptionCounts } from './log-option-counts';
import { testsOf, WordTest, type LogAsked, type WordMatches } from './matching-trophies';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** What a scan looks for. */
interface Scanned extends Omit<LogAsked, 'words'> {
  /** Where words are found; null where none are looked for. */
  words: WordMatches | null;
}

/**
 * Goes through the log from the newest trophy down, as far as it is asked to: finds those that fit, and counts how many
 * each option would show beside all that is chosen of the other facets. What is newest is found at once, and nobody has
 * to wait for the rest.
 */
export class LogScan {
  readonly #tests: ReturnType<typeof testsOf>['counted'][(typeof COUNTED_FACETS)[number]][];
  readonly #others: ReturnType<typeof testsOf>['others'];
  readonly #counting: OptionCounting;
  readonly #log: TrophyLog;
  readonly #civil: CivilColumns;
  readonly #words: WordTest | null;
  readonly #found: Uint32Array;
  #count = 0;
  /** The place that is looked at next. */
  #next: number;

  constructor(log: TrophyLog, civil: CivilColumns, asked: Scanned) {
    const words = asked.words === null ? null : new WordTest(log, asked.words);
    const { counted, others } = testsOf(log, civil, { ...asked, words });
    this.#tests = COUNTED_FACETS.map((facet) => counted[facet]);
    this.#others = others;
    this.#counting = new OptionCounting(log, civil, asked.titles);
    this.#log = log;
    this.#civil = civil;
    this.#words = words;
    this.#found = new Uint32Array(log.count);
    this.#next = log.count - 1;
  }

  get isDone(): boolean {
    return this.#next < 0;
  }

  /** The places of the trophies that fit, of those that were looked at, the newest first. */
  get places(): Uint32Array {
    return this.#found.subarray(0, this.#count);
  }

  /** Of those that were looked at. */
  get optionCounts(): LogOptionCounts {
    return this.#counting.counts;
  }

  /** Until so many fit, and all others of the last one's day: how many a day has stands above it. */
  untilFound(count: number): this {
    while (!this.isDone && (this.#count < count || this.#isOfLastDay())) this.#take();
    return this;
  }

  /** Looks at so many more. */
  goOn(places: number): this {
    for (let left = places; left > 0 && !this.isDone; left -= 1) this.#take();
    return this;
  }

  toEnd(): this {
    return this.goOn(this.#next + 1);
  }

  /** Finds what fits by now of what was looked at: of these sets more names are known. True where something is. */
  findMore(ids: readonly string[]): boolean {
    const isAgain = this.#words?.lookedAtAnew(new Set(ids));
    if (isAgain === undefined) return false;
    const before = this.places.slice();
    this.#count = 0;
    let kept = 0;
    for (let place = this.#log.count - 1; place > this.#next; place -= 1) {
      if (before[kept] === place) {
        kept += 1;
        this.#list(place);
      } else if (isAgain(place)) this.#visit(place);
    }
    return this.#count > before.length;
  }

  #isOfLastDay(): boolean {
    const last = this.#found[this.#count - 1];
    return last !== undefined && this.#civil.day[last] === this.#civil.day[this.#next];
  }

  #take(): void {
    const place = this.#next;
    this.#next -= 1;
    this.#visit(place);
  }

  #visit(place: number): void {
    for (const fits of this.#others) if (!fits(place)) return;
    /** The one facet whose choice leaves it out: there it counts for the options that are not chosen. */
    let only = -1;
    for (let facet = 0; facet < this.#tests.length; facet += 1) {
      if (this.#tests[facet]?.(place) !== false) continue;
      if (only >= 0) return;
      only = facet;
    }
    if (only >= 0) return this.#counting.add(only, place);
    this.#list(place);
    this.#counting.addToAll(place);
  }

  #list(place: number): void {
    this.#found[this.#count] = place;
    this.#count += 1;
  }
}
