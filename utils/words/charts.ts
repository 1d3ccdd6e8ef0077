import * as words from './en/charts.json';

export {
  showAsTable as SHOW_AS_TABLE,
  saveAsPicture as SAVE_AS_PICTURE,
  pictureFailed as PICTURE_FAILED,
  pictureFoot as PICTURE_FOOT,
  day as DAY_HEAD,
  daySteps as DAY_STEPS,
  hour as HOUR_HEAD,
  hourSums as ALL_DAYS,
  weekdaySums as ALL_HOURS,
} from './en/charts.json';

/** What is heard of a mark: `March 2026: 91 trophies`. */
export function markSaid(name: string, value: string, isRunning = false): string {
  return (isRunning ? words.markSoFar : words.mark)({ name, value });
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

/** What became of a value: `The Chase: 2.1% when you earned it, then 3.4% now`. */
export function slopeSaid(name: string, from: string, to: string): string {
  return words.slope({ name, from, to });
}
