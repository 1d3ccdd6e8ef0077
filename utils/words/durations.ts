import { perLocale } from './per-locale';

const UNIT = { style: 'unit', unitDisplay: 'short' } as const;
const inHours = perLocale((locale) => new Intl.NumberFormat(locale, { ...UNIT, unit: 'hour' }));
const inSeconds = perLocale((locale) => new Intl.NumberFormat(locale, { ...UNIT, unit: 'second' }));
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

/** A time that is only known roughly: `about 30 sec`, `about 4 min`, `about 2 hr`. */
export function roughly(milliseconds: number, locale: string): string {
  const seconds = Math.max(10, Math.ceil(milliseconds / 10_000) * 10);
  if (seconds < 60) return `about ${inSeconds(locale).format(seconds)}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${inMinutes(locale).format(minutes)}`;
  return `about ${inHours(locale).format(Math.round(minutes / 60))}`;
}
