import { byConsoles } from '../library/grouping';
import { GRADES } from '../trophies/grades';
import { RARITY_BANDS, rarityBandOf } from '../trophies/rarity';
import { civilDayOf, weekdayOf } from './civil-time';
import { NO_RATE } from './earnings';
import {
  dayEnds,
  LOG_BANDS,
  NO_PLATFORM,
  platformsOption,
  WEEKDAYS,
  type CountedFacet,
  type LogFilter,
} from './log-filter';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** What the log does not know of a set: it stands with its title. */
export interface LoggedTitle {
  npCommunicationId: string;
  platforms: readonly string[];
  /** Hidden on PlayStation. */
  hidden: boolean;
  /** Hidden by the player. */
  hide?: boolean;
}

/** Which of a set's trophies have the words that are looked for: all of them, these, or none. */
export interface WordMatches {
  get: (npCommunicationId: string) => 'all' | ReadonlySet<number> | undefined;
}

/** What the log is narrowed to. */
export interface LogAsked {
  filter: LogFilter;
  titles: readonly LoggedTitle[];
  /** Which trophies have the words; null where none are looked for. */
  words: WordTest | null;
}

/** Whether the trophy at a place fits. */
type Test = (place: number) => boolean;

/** One test for each facet that is narrowed, and none for the others. */
export function testsOf(
  log: TrophyLog,
  civil: CivilColumns,
  { filter: { chosen, leavesOutHidden }, titles, words }: LogAsked,
): { counted: Record<CountedFacet, Test | null>; others: Test[] } {
  const { set, undated } = log;
  const ofSets = (fits: (id: string, title: LoggedTitle | undefined) => boolean): Test => {
    const byId = new Map(titles.map((title) => [title.npCommunicationId, title]));
    const sets = log.sets.map(({ npCommunicationId: id }) => fits(id, byId.get(id)));
    return (place) => sets[set[place]!]!;
  };
  const ofDays = (fits: Test | null): Test | null =>
    fits && ((place) => place >= undated && fits(civil.day[place]!));
  const { platform, game } = chosen;
  const others = [
    game.length > 0 && ofSets((id) => game.includes(id)),
    leavesOutHidden && ofSets((_, title) => title?.hidden !== true && title?.hide !== true),
    ofDays(spanTest(chosen.month, monthSpan)),
    ofDays(spanTest(chosen.day, daySpan)),
    hourTest(log, civil, chosen.hour),
    words !== null && words.fits,
  ];
  return {
    counted: {
      grade: optionTest(log.grade, chosen.grade, (number) => GRADES[number]),
      band: optionTest(log.rate, chosen.band, bandNameOf),
      then: optionTest(log.then, chosen.then, bandNameOf),
      platform:
        platform.length === 0
          ? null
          : ofSets((_, title) => platform.includes(platformsOption(title?.platforms ?? []))),
      year: ofDays(spanTest(chosen.year, yearSpan)),
      weekday: ofDays(weekdayTest(chosen.weekday)),
    },
    others: others.filter((test) => test !== false && test !== null),
  };
}

/** Asked of each value once: there are a few, and hundreds of thousands of trophies. */
function optionTest(
  column: ArrayLike<number>,
  chosen: readonly string[],
  nameOf: (value: number) => string | undefined,
): Test | null {
  if (chosen.length === 0) return null;
  const known: (boolean | undefined)[] = [];
  return (place) => {
    const value = column[place]!;
    return (known[value] ??= chosen.includes(nameOf(value) ?? ''));
  };
}

function hourTest(
  { undated }: TrophyLog,
  { hour }: CivilColumns,
  chosen: readonly string[],
): Test | null {
  if (chosen.length === 0) return null;
  const hours = new Set(chosen.map(Number));
  return (place) => place >= undated && hours.has(hour[place]!);
}

/** Which trophies have the words. A set is looked through when the first of its trophies is asked for. */
export class WordTest {
  readonly #log: TrophyLog;
  readonly #words: WordMatches;
  readonly #found: ('all' | ReadonlySet<number> | null | undefined)[] = [];

  constructor(log: TrophyLog, words: WordMatches) {
    this.#log = log;
    this.#words = words;
  }

  readonly fits: Test = (place) => {
    const { sets, set, trophyId } = this.#log;
    const number = set[place]!;
    let named = this.#found[number];
    if (named === undefined) {
      named = this.#words.get(sets[number]!.npCommunicationId) ?? null;
      this.#found[number] = named;
    }
    return named === 'all' || named?.has(trophyId[place]!) === true;
  };

  /** Of these sets more names are known by now. Says which trophies are to be looked at again: they did not fit. */
  lookedAtAnew(ids: ReadonlySet<string>): Test {
    const { sets, set, trophyId } = this.#log;
    const before = new Array<ReadonlySet<number> | null | undefined>(sets.length);
    sets.forEach(({ npCommunicationId }, number) => {
      const found = this.#found[number];
      if (found === undefined || found === 'all' || !ids.has(npCommunicationId)) return;
      before[number] = found;
      this.#found[number] = undefined;
    });
    return (place) => {
      const found = before[set[place]!];
      return found !== undefined && found?.has(trophyId[place]!) !== true;
    };
  }
}

/** The platforms of the games in the log, as its filter has them. */
export function platformsInLog({ sets }: TrophyLog, titles: readonly LoggedTitle[]): string[] {
  const logged = new Set(sets.map(({ npCommunicationId }) => npCommunicationId));
  const found = titles
    .filter(({ npCommunicationId }) => logged.has(npCommunicationId))
    .map(({ platforms }) => platformsOption(platforms));
  return [...new Set(found)].sort(unknownLast);
}

function unknownLast(one: string, other: string): number {
  const [isOne, isOther] = [one === NO_PLATFORM, other === NO_PLATFORM];
  return (
    Number(isOne) - Number(isOther) ||
    byConsoles(one.replaceAll('+', ','), other.replaceAll('+', ','))
  );
}

/** Its place in `LOG_BANDS`. */
export function bandOf(rate: number): number {
  if (rate === NO_RATE) return RARITY_BANDS.length;
  return RARITY_BANDS.indexOf(rarityBandOf(rate));
}

function bandNameOf(rate: number): string | undefined {
  return LOG_BANDS[bandOf(rate)];
}

type Span = readonly [from: number, before: number];

function spanTest(chosen: readonly string[], spanOf: (option: string) => Span): Test | null {
  if (chosen.length === 0) return null;
  const spans = chosen.map(spanOf);
  return (day) => spans.some(([from, before]) => day >= from && day < before);
}

function yearSpan(option: string): Span {
  return [firstDay(Number(option), 1), firstDay(Number(option) + 1, 1)];
}

function monthSpan(option: string): Span {
  const [year = 0, month = 1] = option.split('-').map(Number);
  return [firstDay(year, month), firstDay(year, month + 1)];
}

function daySpan(option: string): Span {
  const [first, last] = dayEnds(option).map(civilDayIn) as [number, number];
  return [first, last + 1];
}

function civilDayIn(option: string): number {
  const [year = 0, month = 1, day = 1] = option.split('-').map(Number);
  return civilDayOf({ year, month, day });
}

function weekdayTest(chosen: readonly string[]): Test | null {
  if (chosen.length === 0) return null;
  const weekdays = new Set(chosen.map((each) => WEEKDAYS.findIndex((name) => name === each)));
  return (day) => weekdays.has(weekdayOf(day));
}

function firstDay(year: number, month: number): number {
  return civilDayOf({ year, month, day: 1 });
}
