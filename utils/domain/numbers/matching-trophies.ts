import { GRADES } from '../trophies/grades';
import { RARITY_BANDS, rarityBandOf } from '../trophies/rarity';
import { civilDayOf, weekdayOf } from './civil-time';
import { NO_RATE } from './earnings';
import { LOG_BANDS, WEEKDAYS, type LogFilter } from './log-filter';
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

/** Which of a set's trophies have the words that are looked for: all of them, or these. */
export type WordMatches = ReadonlyMap<string, 'all' | ReadonlySet<number>>;

/**
 * The places of the trophies that fit, the newest first.
 * @param words where they are found; null where none are looked for
 */
export function matchingTrophies(
  log: TrophyLog,
  civil: CivilColumns,
  filter: LogFilter,
  titles: readonly LoggedTitle[],
  words: WordMatches | null = null,
): Uint32Array {
  const found = new Uint32Array(log.count);
  for (let place = 0; place < log.count; place += 1) found[place] = log.count - 1 - place;
  // One test after the other: the next one has fewer to look at.
  let count = log.count;
  for (const fits of testsOf(log, civil, filter, titles, words)) {
    const before = count;
    count = 0;
    for (let at = 0; at < before; at += 1) {
      if (fits(found[at]!)) found[count++] = found[at]!;
    }
  }
  return found.subarray(0, count);
}

type Test = (place: number) => boolean;

/** One test for each facet that is narrowed, and none for the others. */
function testsOf(
  log: TrophyLog,
  civil: CivilColumns,
  { chosen, leavesOutHidden }: LogFilter,
  titles: readonly LoggedTitle[],
  words: WordMatches | null,
): Test[] {
  const { grade, rate, set, undated, trophyId } = log;
  const tests: Test[] = [];
  const sets = setsThatFit(log, { chosen, leavesOutHidden }, titles);
  if (sets !== null) tests.push((place) => sets[set[place]!] === 1);
  if (chosen.grade.length > 0) {
    const grades = GRADES.map((each) => chosen.grade.includes(each));
    tests.push((place) => grades[grade[place]!] === true);
  }
  if (chosen.band.length > 0) {
    const bands = LOG_BANDS.map((band) => chosen.band.includes(band));
    tests.push((place) => bands[bandOf(rate[place]!)] === true);
  }
  const dayTests = dayTestsOf(chosen);
  if (dayTests.length + chosen.hour.length > 0) tests.push((place) => place >= undated);
  for (const fits of dayTests) tests.push((place) => fits(civil.day[place]!));
  if (chosen.hour.length > 0) {
    const hours = new Set(chosen.hour.map(Number));
    tests.push((place) => hours.has(civil.hour[place]!));
  }
  if (words !== null) {
    const named = log.sets.map(({ npCommunicationId }) => words.get(npCommunicationId));
    tests.push((place) => {
      const found = named[set[place]!];
      return found === 'all' || found?.has(trophyId[place]!) === true;
    });
  }
  return tests;
}

/** Of each set whether it fits; null where all do. */
function setsThatFit(
  { sets }: TrophyLog,
  { chosen, leavesOutHidden }: Pick<LogFilter, 'chosen' | 'leavesOutHidden'>,
  titles: readonly LoggedTitle[],
): Uint8Array | null {
  const { platform, game } = chosen;
  if (platform.length + game.length === 0 && !leavesOutHidden) return null;
  const byId = new Map(titles.map((title) => [title.npCommunicationId, title]));
  return Uint8Array.from(sets, ({ npCommunicationId }) => {
    const title = byId.get(npCommunicationId);
    const isOfPlatform =
      platform.length === 0 || platform.includes(platformsOption(title?.platforms ?? []));
    const isOfGame = game.length === 0 || game.includes(npCommunicationId);
    const isHidden = title?.hidden === true || title?.hide === true;
    return Number(isOfPlatform && isOfGame && !(leavesOutHidden && isHidden));
  });
}

/** The platforms of the games in the log, as its filter has them. */
export function platformsInLog({ sets }: TrophyLog, titles: readonly LoggedTitle[]): string[] {
  const logged = new Set(sets.map(({ npCommunicationId }) => npCommunicationId));
  const found = titles
    .filter(({ npCommunicationId }) => logged.has(npCommunicationId))
    .map(({ platforms }) => platformsOption(platforms));
  return [...new Set(found)].filter((option) => option !== '').sort();
}

/** A game of two platforms is of both together, as it counts: once. */
export function platformsOption(platforms: readonly string[]): string {
  return [...platforms].sort().join('+');
}

/** Its place in `LOG_BANDS`. */
export function bandOf(rate: number): number {
  if (rate === NO_RATE) return RARITY_BANDS.length;
  return RARITY_BANDS.indexOf(rarityBandOf(rate));
}

function dayTestsOf({ year, month, day, weekday }: LogFilter['chosen']): Test[] {
  const spans: (readonly (readonly [from: number, before: number])[])[] = [
    year.map((each) => [firstDay(Number(each), 1), firstDay(Number(each) + 1, 1)]),
    month.map((each) => {
      const [years = 0, months = 1] = each.split('-').map(Number);
      return [firstDay(years, months), firstDay(years, months + 1)];
    }),
    day.map((each) => {
      const [years = 0, months = 1, days = 1] = each.split('-').map(Number);
      const civilDay = civilDayOf({ year: years, month: months, day: days });
      return [civilDay, civilDay + 1];
    }),
  ];
  const weekdays = new Set(weekday.map((each) => WEEKDAYS.findIndex((name) => name === each)));
  return [
    ...spans
      .filter((each) => each.length > 0)
      .map(
        (each): Test =>
          (on) =>
            each.some(([from, before]) => on >= from && on < before),
      ),
    ...(weekdays.size > 0 ? [(on: number) => weekdays.has(weekdayOf(on))] : []),
  ];
}

function firstDay(year: number, month: number): number {
  return civilDayOf({ year, month, day: 1 });
}
