import type { GameSpan, TimelineSpan } from './timeline-rows';

/** What may be chosen to be shown. */
interface ShownYears extends Pick<TimelineSpan, 'from' | 'to'> {
  isAll: boolean;
}

const AT_FIRST = 3;

export function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** The last three years, each year from the last one back, and all of them. */
export function spansOf(games: readonly GameSpan[], today: number): ShownYears[] {
  const last = yearOfDay(today);
  const first = games.reduce((year, game) => Math.min(year, yearOfDay(game.first)), last);
  const years = Array.from({ length: last - first + 1 }, (_, back) => last - back);
  const all = { ...spanOf(first, last), isAll: true };
  const single = years.map((year) => ({ ...spanOf(year, year), isAll: false }));
  if (years.length <= AT_FIRST) return [all, ...single];
  return [{ ...spanOf(last - AT_FIRST + 1, last), isAll: false }, ...single, all];
}

function spanOf(first: number, last: number): Pick<TimelineSpan, 'from' | 'to'> {
  const dayOf = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;
  return { from: dayOf(first), to: dayOf(last + 1) - 1 };
}
