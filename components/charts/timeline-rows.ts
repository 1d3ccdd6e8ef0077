import { civilDayOf, dateOf } from '../../utils/domain/numbers/civil-time';
import { timelineRows, type Activity } from '../../utils/domain/numbers/timeline';
import { civilDay } from '../../utils/format/calendar-names';
import { gameSpan, standingSaid } from '../../utils/words/charts';
import type { ChartTone } from './chart-figure';
import type { ChartMark } from './chart-mark';
import { clippedText, textWidth } from './text-width';

/** A game from its first to its last dated trophy, in days since 1970. */
export interface GameSpan {
  id: string;
  name: string;
  first: number;
  last: number;
  standing: Activity;
  href: string;
  /** PlayStation lists it no more. */
  isGone?: boolean;
  /** A picture that is saved does not have its name. */
  isUntold?: boolean;
}

export interface TimelineMark extends ChartMark {
  standing: Activity;
  /** Its name, as far as there is room for it, and where it begins. */
  name: string;
  nameX: number;
  isUntold: boolean;
  /** Where the bar ends, and where its sign is: null where it goes on beyond what is shown. */
  end: number;
  signX: number | null;
}

export const STANDINGS: readonly Activity[] = [
  'completed',
  'playing',
  'stalled',
  'retired',
  'gone',
];

export const STANDING_TONES: Record<Activity, ChartTone> = {
  completed: 'good',
  playing: 'accent',
  stalled: 'quiet',
  retired: 'edge',
  gone: 'edge',
};

/** The ends of the bars, in a square of 16: whole, going on, waiting, given up, and an empty place. */
export const STANDING_SIGNS: Record<Activity, string> = {
  completed: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  playing: 'M3.5 2 14 8 3.5 14Z',
  stalled: 'M3.5 2.5h3.4v11H3.5ZM9.1 2.5h3.4v11H9.1Z',
  retired: 'M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z',
  gone: 'M2 2h12v12H2ZM4 4v8h8V4Z',
};

export const TIMELINE_ROW = 24;
export const BAR_HEIGHT = 18;
const LEAST = 3;
const SIGN = 14;
const NAME_ROOM = 150;
const BETWEEN = 14;

/** From which day to which is drawn, and how wide. */
export interface TimelineSpan {
  from: number;
  to: number;
  width: number;
}

/**
 * The games of a span in rows, each in the first that is free where it begins. A bar keeps room for its sign and its
 * name, which stands in the bar or behind it. In the order of rows.
 */
export function timelineMarks(
  games: readonly GameSpan[],
  span: TimelineSpan,
  locale: string,
): TimelineMark[] {
  const shown = games
    .filter(({ first, last }) => last >= span.from && first <= span.to)
    .sort((one, other) => one.first - other.first || one.last - other.last)
    .map((game) => ({ game, place: placeOf(game, span) }));
  const rows = timelineRows(
    shown.map(({ place }) => ({ first: place.x, last: place.until + BETWEEN })),
  );
  return shown
    .map(({ game, place }, at) => markOf(game, place, { row: rows[at] ?? 0, locale }))
    .sort((one, other) => one.row - other.row || one.x - other.x);
}

interface Place extends Pick<TimelineMark, 'x' | 'end' | 'signX' | 'name' | 'nameX'> {
  until: number;
}

function placeOf({ name, first, last }: GameSpan, { from, to, width }: TimelineSpan): Place {
  const perDay = width / (to - from + 1);
  const x = Math.max(0, (first - from) * perDay);
  // A game lasts at least a day, and is to be seen.
  const end = Math.min(width, Math.max(x + LEAST, (last - from + 1) * perDay));
  const hasRoom = end - x > SIGN + 8;
  const signX = last > to ? null : hasRoom ? end - SIGN - 1 : end + 2;
  const isInside = end - x >= Math.min(textWidth(name), NAME_ROOM) + SIGN + 18;
  if (isInside) {
    const written = clippedText(name, end - x - SIGN - 18);
    return { x, end, signX, name: written, nameX: x + 8, until: end };
  }
  const nameX = end + (hasRoom ? 6 : SIGN);
  const written = clippedText(name, Math.min(NAME_ROOM, width - nameX));
  return { x, end, signX, name: written, nameX, until: nameX + textWidth(written) };
}

function markOf(
  game: GameSpan,
  { x, end, signX, name, nameX, until }: Place,
  { row, locale }: { row: number; locale: string },
): TimelineMark {
  const [first, last] = [civilDay(game.first, locale), civilDay(game.last, locale)];
  return {
    id: game.id,
    label: gameSpan(game.name, first, last, standingSaid(game)),
    href: game.href,
    row,
    column: x,
    x,
    y: row * TIMELINE_ROW + (TIMELINE_ROW - BAR_HEIGHT) / 2,
    width: Math.max(until, end) - x,
    height: BAR_HEIGHT,
    ...{ standing: game.standing, end, signX, name, nameX, isUntold: game.isUntold === true },
  };
}

/** Lines of the axis: years, or the months of one. */
export function timelineTicks(
  { from, to, width }: TimelineSpan,
  nameOf: { year: (year: number) => string; month: (month: number) => string },
): { x: number; name: string }[] {
  const dayOf = (year: number, month: number): number =>
    civilDayOf({ year, month: month + 1, day: 1 });
  const [first, last] = [dateOf(from).year, dateOf(to).year];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const isOneYear = years.length === 1;
  const ticks = isOneYear
    ? Array.from({ length: 12 }, (_, month) => ({
        day: dayOf(years[0] ?? 0, month),
        name: nameOf.month(month),
      }))
    : years.map((year) => ({ day: dayOf(year, 0), name: nameOf.year(year) }));
  const perDay = width / (to - from + 1);
  const every = Math.max(1, Math.ceil((44 * ticks.length) / width));
  return ticks
    .map(({ day, name }, at) => ({
      x: (day - from) * perDay,
      name: at % every === 0 ? name : '',
    }))
    .filter(({ x }) => x >= 0);
}
