import { civilDayOf, dateOf } from '../../utils/domain/numbers/civil-time';
import type { GameSpan, TimelineSpan } from './timeline-rows';

/** What may be chosen to be shown. */
interface ShownYears extends Pick<TimelineSpan, 'from' | 'to'> {
  isAll: boolean;
  /** Stays the same whatever games come: all of them, the last few years, or a year. */
  id: string;
}

const AT_FIRST = 3;

/**
 * The three years up to the last that has a game, each year with one from the last one back, and all of them: whichever is
 * chosen, there is something to draw.
 */
export function spansOf(games: readonly GameSpan[], until: number): ShownYears[] {
  if (games.length === 0) {
    const { year } = dateOf(until);
    return [{ ...spanOf(year, year), isAll: true, id: 'all' }];
  }
  const last = dateOf(games.reduce((day, game) => Math.max(day, game.last), 0)).year;
  const first = games.reduce((year, game) => Math.min(year, dateOf(game.first).year), last);
  const years = Array.from({ length: last - first + 1 }, (_, back) => last - back);
  const all = { ...spanOf(first, last), isAll: true, id: 'all' };
  const single = years
    .map((year) => ({ ...spanOf(year, year), isAll: false, id: String(year) }))
    .filter(({ from, to }) => games.some((game) => game.first <= to && game.last >= from));
  if (years.length <= AT_FIRST) return [all, ...single];
  const latest = { ...spanOf(last - AT_FIRST + 1, last), isAll: false, id: 'latest' };
  return [latest, ...single, all];
}

function spanOf(first: number, last: number): Pick<TimelineSpan, 'from' | 'to'> {
  const newYearOf = (year: number): number => civilDayOf({ year, month: 1, day: 1 });
  return { from: newYearOf(first), to: newYearOf(last + 1) - 1 };
}
