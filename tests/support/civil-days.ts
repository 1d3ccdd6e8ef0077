/** An instant such as `2026-03-27T22:30Z`, in seconds since 1970. */
export function secondsAt(instant: string): number {
  return Date.parse(instant) / 1_000;
}

/** The number of a day such as `2026-03-27`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}

/** The civil day of an instant in a zone, by the runtime's own calendar. */
export function civilDayIn(zone: string, instant: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  return dayNumber(format.format(new Date(instant)));
}

/** The hour that clocks in a zone show. */
export function civilHourIn(zone: string, instant: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: 'numeric',
    hourCycle: 'h23',
  });
  return Number(format.format(new Date(instant)));
}
