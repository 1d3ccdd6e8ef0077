import type { LogCoverage } from '../domain/numbers/log-coverage';
import type { LogFacet } from '../domain/numbers/log-filter';
import type { Milestone } from '../domain/numbers/log-milestones';
import type { Grade } from '../domain/trophies/grades';
import type { RarityBand } from '../domain/trophies/rarity';
import { civilDay, hourShortly, weekdayName } from '../format/calendar-names';
import { civilDayNamed, dayAndWeekday, monthOfCalendar } from '../format/civil-days';
import { tenthsOfPercent } from '../format/numbers';
import * as words from './en/log.json';
import { platformName } from './platforms';
import { RARITY_BAND_NAMES } from './rarity';
import { GRADE_NAMES } from './trophies';
import { written } from './unknown';

export {
  search as SEARCH_LOG,
  jump as JUMP,
  jumpTo as JUMP_TO,
  gone as GONE_TROPHY,
  leaveOutHidden as LEAVE_OUT_HIDDEN,
  onlyGame as ONLY_GAME,
  noMatchTitle as NO_TROPHY_TITLE,
  clear as CLEAR_LOG,
  looking as STILL_LOOKING,
  namesUnread as NAMES_UNREAD,
  choose as CHOOSE,
  findGame as FIND_GAME,
  picks as LOG_PICK_NAMES,
} from './en/log.json';

/** As an address has them, Sunday first. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The facets that are ticked on the page; of the others there are too many options for that. */
export type ChosenFacet = keyof typeof words.facets;
export const LOG_FACET_NAMES: Record<ChosenFacet, string> = words.facets;

/** The head above a day's trophies, for example `Thu, 26 Nov 2026`; null: their date is not known. */
export function dayHead(civilDay: number | null, locale: string): string {
  return civilDay === null ? words.undated : dayAndWeekday(civilDay, locale);
}

/** Why the log has nothing: it is not fetched, or nothing was earned. @param coverage null while nobody knows */
export function emptyLogSaid(coverage: LogCoverage | null): { title: string; sentence: string } {
  return coverage?.total === 0
    ? { title: words.noneTitle, sentence: words.none }
    : { title: words.emptyTitle, sentence: words.empty };
}

/** @param isWhole each trophy that there is has its date here: of others nobody knows whether they fit */
export function noTrophyFits(isWhole: boolean): string {
  return isWhole ? words.noMatch : words.noMatchHere;
}

export function trophiesOfDay(trophies: number, locale: string): string {
  return words.dayTrophies({ trophies }, locale);
}

/** For example `#38,255`, or `≈38,255` where it is only about right. */
export function logNumber(number: number, isExact: boolean, locale: string): string {
  return isExact ? words.number({ number }, locale) : words.about({ number }, locale);
}

export function logNumberSaid(number: number, isExact: boolean, locale: string): string {
  return isExact ? words.numberSaid({ number }, locale) : words.aboutSaid({ number }, locale);
}

/** The rate when it was earned and now, for example `2.1% → 3.4%`; what has not changed is said once. */
export function ratesOf(then: number | null, now: number, locale: string): string {
  const known = tenthsOfPercent(now, locale);
  return then === null || then === now
    ? known
    : words.rates({ then: tenthsOfPercent(then, locale), now: known });
}

export function ratesSaid(then: number, now: number, locale: string): string {
  return words.ratesSaid({
    then: tenthsOfPercent(then, locale),
    now: tenthsOfPercent(now, locale),
  });
}

/** @param seenOn the civil day on which a sync saw it: that above it is of a trophy, and may be long before */
export function milestoneSaid(
  milestone: Milestone,
  { game, seenOn }: { game: string; seenOn: number | null },
  locale: string,
): string {
  const { kind } = milestone;
  if (kind === 'lost-hundred')
    return words.milestone[kind]({ game, day: written(seenOn, (day) => civilDay(day, locale)) });
  if (kind !== 'trophy' && kind !== 'platinum') return words.milestone[kind]({ game });
  const { number } = milestone;
  return number === 1 ? words.milestone.first[kind] : words.milestone[kind]({ number }, locale);
}

/**
 * What is missing where days count, wherever that is said; undefined where nothing is.
 * @param coverage null while it is not known
 * @param knownUntil the last day that is known, where others have passed since
 * @param games what is said of games that are not fetched
 */
export function datesSaid(
  coverage: LogCoverage | null,
  knownUntil: number | null,
  locale: string,
  games = '',
): string | undefined {
  const said = [
    ...(coverage === null ? [] : coveredSaid(coverage, locale)),
    games,
    knownUntil === null ? '' : knownUntilSaid(knownUntil, locale),
  ].filter((sentence) => sentence !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

function coveredSaid(coverage: LogCoverage, locale: string): string[] {
  const games = coverage.missing.filter(({ takenBack }) => takenBack > 0).length;
  return [...lackSaid(coverage, locale), games === 0 ? '' : words.takenBack({ games }, locale)];
}

function lackSaid({ dated, total, undated }: LogCoverage, locale: string): string[] {
  if (dated === total) return [];
  return [
    total === null
      ? words.coverageUnknown({ dated }, locale)
      : words.coverage({ dated, total }, locale),
    undated === 0 ? '' : words.undatedTrophies({ trophies: undated }, locale),
  ];
}

/** Up to which day it is known what was earned: said where others have passed since. */
export function knownUntilSaid(day: number, locale: string): string {
  return words.knownUntil({ day: civilDay(day, locale) });
}

/** @param games none of them where all that is missing cannot be read here, as is said above */
export function missingGames(games: number, marksNumbers: boolean, locale: string): string {
  if (games === 0) return marksNumbers ? words.aboutRight : '';
  return (marksNumbers ? words.missingGamesAbout : words.missingGames)({ games }, locale);
}

/** @param areAll the sentence before has told of these, and of no others */
export function gamesBeingFetched(games: number, areAll: boolean, locale: string): string {
  return (areAll ? words.fetchingAll : words.fetching)({ games }, locale);
}

export function gamesNeverFetched(games: number, locale: string): string {
  return words.never({ games }, locale);
}

export function gamesGone(games: number, locale: string): string {
  return words.goneGames({ games }, locale);
}

export function gamesShort(games: number, locale: string): string {
  return words.shortGames({ games }, locale);
}

export function gamesUnread(games: number, locale: string): string {
  return words.unreadGames({ games }, locale);
}

export function gamesUncounted(games: number, locale: string): string {
  return words.uncountedGames({ games }, locale);
}

export function gamesRefused(games: number, locale: string): string {
  return words.refusedGames({ games }, locale);
}

export function fetchGames(games: number, locale: string): string {
  return words.fetch({ games }, locale);
}

export function daysAre(zone: string): string {
  return words.zone({ zone });
}

export function browserIsIn(zone: string): string {
  return words.browserIsIn({ zone });
}

export function stayInZone(zone: string): string {
  return words.stayInZone({ zone });
}

export function useZone(zone: string): string {
  return words.useZone({ zone });
}

/** What an option is called, wherever it stands. */
export function logOptionName(
  facet: LogFacet,
  option: string,
  locale: string,
  gameName: (npCommunicationId: string) => string | null,
): string {
  switch (facet) {
    case 'grade':
      return GRADE_NAMES[option as Grade];
    case 'band':
      return option === 'unknown' ? words.bandUnknown : RARITY_BAND_NAMES[option as RarityBand];
    case 'then':
      return option === 'unknown'
        ? words.thenUnknown
        : words.thenBand({ band: RARITY_BAND_NAMES[option as RarityBand] });
    case 'platform':
      if (option === 'unknown') return words.platformUnknown;
      return option.split('+').map(platformName).join(' · ');
    case 'month':
      return monthOfCalendar(civilDayNamed(`${option}-01`), locale);
    case 'day':
      return daysNamed(option, locale);
    case 'weekday':
      return weekdayName(WEEKDAYS.indexOf(option), 'long', locale);
    case 'hour':
      return hourRange(Number(option), locale);
    case 'game':
      return gameName(option) ?? words.notHere;
    default:
      return option;
  }
}

function daysNamed(option: string, locale: string): string {
  const [first = '', last] = option.split('..').map((day) => civilDay(civilDayNamed(day), locale));
  return last === undefined ? first : words.days({ first, last });
}

function hourRange(hour: number, locale: string): string {
  return words.hour({ from: hourShortly(hour, locale), to: hourShortly(hour + 1, locale) });
}

/** The link to a year's own page. */
export function yearInTrophies(year: string): string {
  return words.yearLink({ year });
}
