/** The number of a day such as `2026-03-27`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}
