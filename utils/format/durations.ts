import { perLocale } from './per-locale';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

type Unit = 'second' | 'minute' | 'hour';

function inUnit(
  unit: Unit,
  unitDisplay: 'short' | 'long',
): (value: number, locale: string) => string {
  const formats = perLocale(
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }),
  );
  return (value, locale) => formats(locale).format(value);
}

const shortHours = inUnit('hour', 'short');
const shortMinutes = inUnit('minute', 'short');
const seconds = inUnit('second', 'long');
const minutes = inUnit('minute', 'long');
const hours = inUnit('hour', 'long');

/** Hours and minutes, short: `34 hr 12 min`. From 100 hours on the minutes say nothing any more and are left out. */
export function hoursAndMinutes(wholeMinutes: number, locale: string): string {
  const full = Math.floor(wholeMinutes / 60);
  const rest = wholeMinutes % 60;
  if (full === 0) return shortMinutes(rest, locale);
  if (full >= 100 || rest === 0) return shortHours(full, locale);
  return `${shortHours(full, locale)} ${shortMinutes(rest, locale)}`;
}

/**
 * Milliseconds no finer than a forecast can know: tens of seconds, minutes, quarters of an hour, and from ten hours on
 * whole ones. `1 hour 15 minutes`
 */
export function roundedDuration(milliseconds: number, locale: string): string {
  const tens = 10 * Math.round(milliseconds / (10 * SECOND));
  if (tens < 60) return seconds(tens, locale);
  const whole = Math.round(milliseconds / MINUTE);
  if (whole < 60) return minutes(whole, locale);
  if (milliseconds >= 10 * HOUR) return hours(Math.round(milliseconds / HOUR), locale);
  const quarters = Math.round((4 * milliseconds) / HOUR);
  const full = hours(Math.floor(quarters / 4), locale);
  const rest = 15 * (quarters % 4);
  return rest === 0 ? full : `${full} ${minutes(rest, locale)}`;
}
