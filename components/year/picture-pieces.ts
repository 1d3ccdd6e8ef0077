import { shadeOf } from '../../utils/domain/numbers/calendar-shades';
import { civilDayOf, dateOf, weekdayOf } from '../../utils/domain/numbers/civil-time';
import { sumOf } from '../../utils/domain/numbers/rounding';
import { GRADES } from '../../utils/domain/trophies/grades';
import type { Box, PictureBrush } from './picture-brush';
import type { PictureColour } from './picture-theme';
import { tilePlaces } from './picture-tiles';
import type { PictureFacts, PictureHeat, PictureLine } from './picture-facts';

/** How much of a text's size its capitals take. */
export const CAPITALS = 0.72;

/** The wall, with its lamps, and the board that all stands on. */
export function drawWall(brush: PictureBrush, { width, height }: Box): void {
  const isDark = brush.theme.scheme === 'dark';
  brush.fill({ x: 0, y: 0, width, height }, 'ground');
  brush.light(0, height * 0.1, width * 0.8, 'platinum', isDark ? 0.2 : 0.16);
  brush.light(width, 0, width * 0.7, 'gold', isDark ? 0.13 : 0.12);
  brush.light(width * 0.6, height, width * 0.7, 'accent', isDark ? 0.12 : 0.07);
  brush.shape('platinum', width * 0.62, -width * 0.06, width * 0.46, isDark ? 0.06 : 0.05);
  brush.fill({ x: 0, y: height - 12, width, height: 12 }, 'board');
}

/** The grades as one bar, and each with its shape and its count. */
export function drawGrades(
  brush: PictureBrush,
  { grades }: PictureFacts,
  { x, y, width }: Omit<Box, 'height'>,
  size: number,
): void {
  const earned = grades.filter(({ trophies }) => trophies > 0);
  const sum = earned.reduce((all, { trophies }) => all + trophies, 0);
  const bar = Math.round(size / 2);
  const room = width - 3 * (earned.length - 1);
  let at = x;
  for (const { grade, trophies } of earned) {
    const part = Math.max(4, (room * trophies) / sum);
    brush.fill({ x: at, y, width: Math.min(part, x + width - at), height: bar }, grade, bar / 2);
    at += part + 3;
  }
  const column = width / grades.length;
  grades.forEach(({ grade, value }, index) => {
    const left = x + index * column;
    const top = y + bar + size * 0.5;
    brush.shape(grade, left, top, size);
    brush.write(value, {
      ...{ x: left + size * 1.35, y: top + size * 0.86, size, weight: 650 },
      room: column - size * 1.6,
      least: size * 0.6,
    });
  });
}

/** Twelve bars, a month each, stacked by grade. */
export function drawMonths(
  brush: PictureBrush,
  months: NonNullable<PictureFacts['months']>,
  { x, y, width, height }: Box,
): void {
  const foot = Math.round(width / 34);
  const most = Math.max(1, ...months.map(({ values }) => sumOf(values)));
  const band = width / months.length;
  const bar = band * 0.72;
  const area = height - foot * 1.3;
  months.forEach(({ short, values }, index) => {
    const left = x + index * band + (band - bar) / 2;
    let bottom = y + area;
    brush.fill({ x: left, y: bottom, width: bar, height: 3 }, 'line');
    values.forEach((value, grade) => {
      if (value === 0) return;
      const tall = Math.max(2, (area * value) / most);
      const colour: PictureColour = GRADES[grade] ?? 'edge';
      const height = Math.max(1.5, tall - 1);
      // Large surfaces of the grades' colours would outshine all else.
      brush.fill({ x: left, y: bottom - tall, width: bar, height }, colour, 3, 0.88);
      bottom -= tall;
    });
    brush.write(short, {
      ...{ x: left + bar / 2, y: y + height, size: foot, align: 'center', colour: 'ink-quiet' },
      room: band,
    });
  });
}

/** How much of the accent a day has, by its shade. */
const SHADE_ALPHAS = [0, 0.34, 0.5, 0.66, 0.83, 1];

/** How the days of a year lie: a column a week, as wide together as the room. */
function daysIn({ firstDay, weekStart }: PictureHeat, width: number) {
  const { year } = dateOf(firstDay);
  const last = civilDayOf({ year, month: 12, day: 31 });
  // `weekdayOf` counts from Monday, the start of a week from Sunday.
  const before = (weekdayOf(firstDay) + 1 - weekStart + 7) % 7;
  const weeks = Math.floor((last - firstDay + before) / 7) + 1;
  const gap = width > 800 ? 3 : 2;
  return { last, before, gap, cell: (width + gap) / weeks };
}

export function heightOfDays(heat: PictureHeat, width: number): number {
  const { cell, gap } = daysIn(heat, width);
  return 7 * cell - gap;
}

/** The days of the year: a column a week. */
export function drawDays(
  brush: PictureBrush,
  heat: PictureHeat,
  { x, y, width }: Omit<Box, 'height'>,
): void {
  const { firstDay, lastDay, counts } = heat;
  const { last, before, gap, cell } = daysIn(heat, width);
  const size = cell - gap;
  for (let day = firstDay; day <= last; day += 1) {
    const at = day - firstDay + before;
    const box = {
      ...{ x: x + Math.floor(at / 7) * cell, y: y + (at % 7) * cell },
      ...{ width: size, height: size },
    };
    const shade = shadeOf(counts.get(day) ?? 0);
    brush.fill(box, 'raised', 3, day > lastDay ? 0.35 : 1);
    if (shade > 0) brush.fill(box, 'accent', 3, SHADE_ALPHAS[shade]);
  }
}

/** Platinums on their boards, or the games of the year: six in a row. */
export function drawTiles(
  brush: PictureBrush,
  { tiles, tilesLeft }: PictureFacts,
  { x, y, width, height }: Box,
  { rows, gap, text }: { rows: number; gap: number; text: number },
): void {
  const all = tiles.length + tilesLeft;
  const places = tilePlaces(all, rows);
  const { columns } = places;
  const shown = tiles.slice(0, places.shown);
  const left = all - shown.length;
  const [wide, tall] = [
    (width - (columns - 1) * gap) / columns,
    (height - (rows - 1) * gap) / rows,
  ];
  const boxAt = (index: number): Box => ({
    x: x + (index % columns) * (wide + gap),
    y: y + Math.floor(index / columns) * (tall + gap),
    ...{ width: wide, height: tall },
  });
  shown.forEach((tile, index) => drawTile(brush, tile, boxAt(index), text));
  if (left === 0) return;
  const box = boxAt(shown.length);
  brush.fill(box, 'raised', 10);
  brush.write(`+${String(left)}`, {
    ...{ x: box.x + box.width / 2, y: box.y + box.height / 2 + text * 0.6, size: text * 1.7 },
    ...{ weight: 700, align: 'center', colour: 'ink-quiet', room: box.width - 16 },
    least: text,
  });
}

function drawTile(
  brush: PictureBrush,
  { game, isPlatinum, below }: PictureFacts['tiles'][number],
  box: Box,
  text: number,
): void {
  const { x, y, width, height } = box;
  brush.hue(box, game.hue, 10);
  brush.fill({ x, y: y + height - 6, width, height: 6 }, 'board', [0, 0, 10, 10]);
  const middle = x + width / 2;
  if (game.name === null && isPlatinum) {
    const large = Math.min(height * 0.46, text * 3);
    brush.shape('platinum', middle - large / 2, y + (height - large) / 2 - 3, large);
    return;
  }
  const names = brush.lines(game.name ?? below, { size: text, weight: 600, room: width - 16 }, 2);
  const line = text * 1.2;
  const top = y + height - 6 - names.length * line - text * 0.1;
  const centred = { x: middle, align: 'center', hue: game.hue } as const;
  const large = Math.min(text * 2.6, (top - y) * 0.78);
  if (game.initials !== '') {
    brush.write(game.initials, {
      ...{ ...centred, y: y + (top - y + large * CAPITALS) / 2 + 3, size: large, weight: 700 },
      room: width - 3 * text,
      least: large / 2,
    });
  }
  if (isPlatinum) brush.shape('platinum', x + width - text - 8, y + 8, text);
  names.forEach((name, index) => {
    const base = top + (index + 0.78) * line;
    brush.write(name, { ...centred, y: base, size: text, weight: 600, room: width - 14 });
  });
}

/** A label, what it is of, and what there is to say of that at the end of the line. */
export function drawLine(
  brush: PictureBrush,
  { label, value, detail, grade }: PictureLine,
  { x, y, width }: Omit<Box, 'height'>,
  { size, labels }: { size: number; labels: number },
): void {
  const base = y + size * CAPITALS;
  brush.write(label, {
    x,
    y: base,
    size: size * 0.8,
    colour: 'ink-quiet',
    room: labels - 16,
    least: size * 0.6,
  });
  const detailWidth =
    detail === null
      ? 0
      : brush.write(detail, {
          ...{ x: x + width, y: base, size, weight: 650, align: 'right' },
          room: width * 0.3,
          least: size * 0.7,
        });
  if (grade !== null) brush.shape(grade, x + labels, base - size * 0.82, size);
  const start = labels + (grade === null ? 0 : size * 1.4);
  brush.write(value, {
    ...{ x: x + start, y: base, size, weight: 600, room: width - start - detailWidth - 20 },
    least: size * 0.75,
  });
}

/** Short sentences in one line, as far as there is room. */
export function drawSaid(
  brush: PictureBrush,
  said: readonly string[],
  { x, y, width }: Omit<Box, 'height'>,
  size: number,
): void {
  const between = size * 1.6;
  let at = x;
  for (const text of said) {
    const room = x + width - at;
    const needed = brush.widthOf(text, { size });
    if (needed > room) return;
    if (at > x)
      brush.fill({ x: at - between / 2 - 2, y: y + size * 0.3, width: 4, height: 4 }, 'edge', 2);
    brush.write(text, { x: at, y: y + size * CAPITALS, size, colour: 'ink-quiet', room });
    at += needed + between;
  }
}
