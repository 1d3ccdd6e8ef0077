function measured(value: number, unit: 'hour' | 'minute', locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** Time spent playing: `34 hr 12 min`; from 100 hours on the minutes say nothing any more and are left out. */
export function playtime(seconds: number, locale: string): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return measured(rest, 'minute', locale);
  if (hours >= 100 || rest === 0) return measured(hours, 'hour', locale);
  return `${measured(hours, 'hour', locale)} ${measured(rest, 'minute', locale)}`;
}
