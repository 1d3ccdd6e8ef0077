import type { Activity } from '../domain/numbers/timeline';
import * as words from './en/charts.json';

export {
  showAsTable as SHOW_AS_TABLE,
  saveAsPicture as SAVE_AS_PICTURE,
  saveAsSvg as SAVE_AS_SVG,
  pictureFailed as PICTURE_FAILED,
  pictureFoot as PICTURE_FOOT,
  day as DAY_HEAD,
  daySteps as DAY_STEPS,
  hour as HOUR_HEAD,
  hourSums as ALL_DAYS,
  weekdaySums as ALL_HOURS,
  game as GAME_HEAD,
  firstTrophy as FIRST_TROPHY_HEAD,
  lastTrophy as LAST_TROPHY_HEAD,
  standing as STANDING_HEAD,
  standings as STANDING_NAMES,
  yearsShown as YEARS_SHOWN,
  allYears as ALL_YEARS,
} from './en/charts.json';

/** What is heard of a mark: `March 2026: 91 trophies`. */
export function markSaid(name: string, value: string, isRunning = false): string {
  return (isRunning ? words.markSoFar : words.mark)({ name, value });
}

/** The same of one of several bars under a name: `Ultra rare · When you earned it: 91 trophies`. */
export function barSaid(name: string, series: string, value: string): string {
  return words.bar({ name, series, value });
}

export function yearBefore(year: number): string {
  return words.yearBefore({ year: String(year) });
}

export function yearAfter(year: number): string {
  return words.yearAfter({ year: String(year) });
}

/** An hour of a weekday: `Sunday, 2:00 to 3:00`. */
export function weekdayAndHour(weekday: string, hour: string): string {
  return words.weekdayAndHour({ weekday, hour });
}

export function hoursOfDay(from: string, to: string): string {
  return words.hoursOfDay({ from, to });
}

/** From which day to which a game was played, and how it stands: `Astro Bot: 3 Mar 2026 to 9 May 2026, 100 %`. */
export function gameSpan(name: string, first: string, last: string, standing: string): string {
  return first === last
    ? words.gameOnOneDay({ name, first, standing })
    : words.gameSpan({ name, first, last, standing });
}

/** How a game stands, and that PlayStation lists it no more. */
export function standingSaid({
  standing,
  isGone = false,
}: {
  standing: Activity;
  isGone?: boolean;
}): string {
  const said = words.standings[standing];
  return isGone && standing !== 'gone' ? words.standingGone({ standing: said }) : said;
}

/** What became of a value: `The Chase: 2.1% when you earned it, then 3.4% now`. */
export function slopeSaid(name: string, from: string, to: string): string {
  return words.slope({ name, from, to });
}
