import { sumOfGrades } from '../trophies/grades';
import { dateOf } from './civil-time';
import { yearSpan, yearsSoFar, type DaySpan } from './day-spans';
import type { GameDates } from './game-dates';
import { hoursOfWeek, type HoursOfWeek } from './hours-of-week';
import {
  isAllDated,
  mayLackGames,
  mayLackWithin,
  trophiesIn,
  type CountedTitle,
  type LogCoverage,
} from './log-coverage';
import { NO_RATE } from './earnings';
import { rarestIn } from './logged-rates';
import type { RatedTrophy } from './rarity-distribution';
import { streaksOf, type DaysLeftOut, type Streak } from './streaks';
import type { CivilColumns, TrophyLog } from './trophy-log';
import { earnedTogether, mostEarned, type EarnedCount, type TrophyDay } from './trophy-days';
import { monthsOfYear, type TrophyMonth } from './trophies-over-time';
import {
  earnedWithin,
  gamesByPoints,
  yearSections,
  type GamePoints,
  type YearSection,
} from './year-review';

/** Something of a set, by its number in the log, on a civil day. */
export interface GameDay {
  game: number;
  day: number;
}

/** What a year comes to: the one place from which its page, its pictures and its file have their numbers. */
export interface YearFigures {
  year: number;
  /** It goes on, or nobody has asked for its end yet: it is told as far as it is known. */
  isRunning: boolean;
  /** The last day that it tells of. */
  end: number;
  /** The last of its days of which it is known what was earned, where later ones have passed; null otherwise. */
  knownUntil: number | null;
  /**
   * There may be more: of games that are not fetched, trophies of it that have no date, or days of a year that is over and
   * was not asked for to its end, or of one that was not asked for at all.
   */
  isAtLeast: boolean;
  lacksGames: boolean;
  /** Nothing was earned before it, and nobody knows of anything that may have been. */
  isFirst: boolean;
  sections: readonly YearSection[];
  earned: EarnedCount;
  /**
   * The year before, of a running one as far as the same day, and how many trophies more than in it were earned in as
   * much of this one; null where the first trophy is later.
   */
  before: { span: DaySpan; earned: EarnedCount; isSure: boolean; more: number } | null;
  /** Places in the log; null where there is none. */
  first: number | null;
  last: number | null;
  rarest: readonly RatedTrophy[];
  /** Days with a trophy. */
  days: readonly TrophyDay[];
  months: readonly TrophyMonth[];
  bestMonth: TrophyMonth | null;
  busiest: TrophyDay | null;
  streak: Streak | null;
  /** By the points that they brought in this year. */
  games: readonly GamePoints[];
  /** Platinums, the earliest first. */
  platinums: readonly (GameDay & { place: number })[];
  /** Games that are at 100 %, with the day of their last trophy. */
  hundreds: readonly GameDay[];
  /** Games that got their first trophy. */
  begun: readonly GameDay[];
  hours: HoursOfWeek;
}

type YearTitle = CountedTitle & { progress: number | null };

/** What the figures of all years are made of. */
export interface DatedLibrary {
  log: TrophyLog;
  civil: CivilColumns;
  /** Of the whole log. */
  days: readonly TrophyDay[];
  /** Of each set, in the order of the log's sets. */
  games: readonly GameDates[];
  titles: ReadonlyMap<string, YearTitle>;
  coverage: LogCoverage;
  /** Days that the calendar had none of. */
  leftOut: DaysLeftOut;
  /** True where any time is known for which games were played in the year. */
  hasHours: boolean;
  today: number;
  /** The last day of which it is known what was earned. */
  until: number;
}

const RAREST = 5;
const PLATINUM = 3;

export function yearFiguresOf(library: DatedLibrary, year: number): YearFigures {
  const { log, civil, today, until, coverage } = library;
  const span = yearSpan(year);
  const range = placesWithin(log, civil, span);
  const dated = range.to - range.from;
  const days = library.days.filter(({ day }) => isWithin(span, day));
  const games = gamesByPoints(within(log.set, range), within(log.grade, range));
  const months = monthsOfYear(days, year, until);
  // Of its last day more may come until that is over: only a later one ends it.
  const isRunning = until <= span.last;
  const isUnasked = until < span.first || (isRunning && span.last < today);
  const isAtLeast = isUnasked || mayLackWithin(library, span);
  const before = yearBefore(library, year);
  const { hundreds, begun } = gamesIn(library, span);
  const platinums = platinumsAt(library, range);
  const figures = {
    ...{ year, isRunning, isAtLeast, days, months, games },
    end: isRunning ? Math.min(span.last, Math.max(until, days.at(-1)?.day ?? until)) : span.last,
    knownUntil: isRunning && until < today ? until : null,
    ...{ earned: earnedTogether(days), before, lacksGames: mayLackGames(coverage, span) },
    isFirst: before === null && isAllDated(coverage),
    ...{ first: dated > 0 ? range.from : null, last: dated > 0 ? range.to - 1 : null },
    rarest: rarestIn(log, RAREST, range),
    bestMonth: bestOf(months),
    busiest: mostEarned(days),
    streak: streaksOf(
      days.map(({ day }) => day),
      until,
      !isAtLeast,
      { leftOut: library.leftOut },
    ).longest,
    ...{ platinums, hundreds, begun },
    hours: hoursOfWeek(within(civil.day, range), within(civil.hour, range)),
  };
  const sections = yearSections({
    dated,
    rated: within(log.rate, range).filter((rate) => rate !== NO_RATE).length,
    monthsWithTrophies: months.filter(({ earned }) => (earned?.trophies ?? 0) > 0).length,
    daysWithTrophies: days.length,
    gamesWithTrophies: games.length,
    platinumsAndHundreds: platinums.length + hundreds.length,
    gamesBegun: begun.length,
    hasHours: Number(library.hasHours),
  });
  return { ...figures, sections };
}

function isWithin({ first, last }: DaySpan, day: number): boolean {
  return first <= day && day <= last;
}

/** Places of the log, without the last one. */
interface PlaceRange {
  from: number;
  to: number;
}

/** They stand one behind the other: nowhere are clocks put back as a year begins. */
function placesWithin(
  { undated, count }: TrophyLog,
  { day }: CivilColumns,
  span: DaySpan,
): PlaceRange {
  const firstFrom = (least: number): number => {
    let [low, high] = [undated, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day[middle]! < least) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: firstFrom(span.first), to: firstFrom(span.last + 1) };
}

function within<Column extends { subarray: (from: number, to: number) => Column }>(
  column: Column,
  { from, to }: PlaceRange,
): Column {
  return column.subarray(from, to);
}

/** The latest of those with the most; null where there is none. */
function bestOf(months: readonly TrophyMonth[]): TrophyMonth | null {
  return months.reduce<TrophyMonth | null>((best, month) => {
    const trophies = month.earned?.trophies ?? 0;
    return trophies > 0 && trophies >= (best?.earned?.trophies ?? 0) ? month : best;
  }, null);
}

function yearBefore(library: DatedLibrary, year: number): YearFigures['before'] {
  const { days, until } = library;
  const first = days.at(0);
  if (first === undefined || dateOf(first.day).year >= year) return null;
  const known = dateOf(until).year;
  const { running, before: soFar } = yearsSoFar(until);
  const [own, span] = known === year ? [running, soFar] : [yearSpan(year), yearSpan(year - 1)];
  const earned = earnedWithin(days, span);
  return {
    ...{ span, earned, more: earnedWithin(days, own).trophies - earned.trophies },
    isSure: known >= year && !mayLackWithin(library, span),
  };
}

/** By their places, which are those of the log. */
function platinumsAt({ log, civil }: DatedLibrary, { from, to }: PlaceRange) {
  const platinums: YearFigures['platinums'][number][] = [];
  for (let place = from; place < to; place += 1) {
    if (log.grade[place] !== PLATINUM) continue;
    platinums.push({ place, game: log.set[place] ?? 0, day: civil.day[place] ?? 0 });
  }
  return platinums;
}

/** Games that were begun, or done, within some days: not known of one of which a trophy has no date. */
function gamesIn(library: DatedLibrary, span: DaySpan): { hundreds: GameDay[]; begun: GameDay[] } {
  const { log, titles, games } = library;
  const undated = new Set(log.set.subarray(0, log.undated));
  const [hundreds, begun]: [GameDay[], GameDay[]] = [[], []];
  games.forEach(({ npCommunicationId, first, last }, game) => {
    if (undated.has(game) || first === null || last === null) return;
    if (isWithin(span, first)) begun.push({ game, day: first });
    const title = titles.get(npCommunicationId);
    const here = trophiesIn(log.sets[game]!);
    const isDone = title?.progress === 100 && here >= (sumOfGrades(title.earned) ?? Infinity);
    if (isDone && isWithin(span, last)) hundreds.push({ game, day: last });
  });
  const byDay = (one: GameDay, other: GameDay): number => one.day - other.day;
  return { hundreds: hundreds.sort(byDay), begun: begun.sort(byDay) };
}
