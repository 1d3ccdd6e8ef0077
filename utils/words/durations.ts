import { perLocale } from '../format/per-locale';

const UNIT = { style: 'unit', unitDisplay: 'short' } as const;
const inHours = perLocale((locale) => new Intl.NumberFormat(locale, { ...UNIT, unit: 'hour' }));
const LONG = { style: 'unit', unitDisplay: 'long' } as const;
const longSeconds = perLocale(
  (locale) => new Intl.NumberFormat(locale, { ...LONG, unit: 'second' }),
);
const longMinutes = perLocale(
  (locale) => new Intl.NumberFormat(locale, { ...LONG, unit: 'minute' }),
);
const longHours = perLocale((locale) => new Intl.NumberFormat(locale, { ...LONG, unit: 'hour' }));
const inMinutes = perLocale((locale) => new Intl.NumberFormat(locale, { ...UNIT, unit: 'minute' }));

/** Time spent playing: `34 hr 12 min`; from 100 hours on the minutes say nothing any more and are left out. */
export function playtime(seconds: number, locale: string): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return inMinutes(locale).format(rest);
  if (hours >= 100 || rest === 0) return inHours(locale).format(hours);
  return `${inHours(locale).format(hours)} ${inMinutes(locale).format(rest)}`;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long something will take, in milliseconds, no finer than it can be known: `about 1 hour 15 minutes`. */
export function roughly(milliseconds: number, locale: string): string {
  if (milliseconds < 10 * SECOND) return 'a few seconds';
  const tens = 10 * Math.round(milliseconds / (10 * SECOND));
  if (tens < 60) return `about ${longSeconds(locale).format(tens)}`;
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 60) return `about ${longMinutes(locale).format(minutes)}`;
  return `about ${roughHours(milliseconds, locale)}`;
}

/** In quarters of an hour; from ten hours on in whole ones. */
function roughHours(milliseconds: number, locale: string): string {
  if (milliseconds >= 10 * HOUR) return longHours(locale).format(Math.round(milliseconds / HOUR));
  const quarters = Math.round((4 * milliseconds) / HOUR);
  const hours = longHours(locale).format(Math.floor(quarters / 4));
  const rest = 15 * (quarters % 4);
  return rest === 0 ? hours : `${hours} ${longMinutes(locale).format(rest)}`;
}
