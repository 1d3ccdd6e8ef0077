import { perLocale } from './per-locale';

const UNIT = { style: 'unit', unitDisplay: 'short' } as const;
const inHours = perLocale((locale) => new Intl.NumberFormat(locale, { ...UNIT, unit: 'hour' }));
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
