import type { PictureBrush } from './picture-brush';
import {
  drawDays,
  drawGrades,
  drawLine,
  drawMonths,
  drawSaid,
  drawTiles,
  drawWall,
  heightOfDays,
} from './picture-pieces';
import { drawBadges, drawHero } from './picture-numbers';
import { tileRows } from './picture-tiles';
import type { PictureFacts } from './picture-facts';

export const LANDSCAPE = { width: 1_200, height: 630 };

const MARGIN = 44;
const LEFT = 372;
const RIGHT = { x: MARGIN + LEFT + 36, width: LANDSCAPE.width - 2 * MARGIN - LEFT - 36 };
const TOP = MARGIN;
const FOOT = LANDSCAPE.height - 34;

/** At the left the year and its numbers, at the right its months, days, and what it brought. */
export function drawLandscape(brush: PictureBrush, facts: PictureFacts): void {
  drawWall(brush, { x: 0, y: 0, ...LANDSCAPE });
  drawYear(brush, facts);
  drawNumbers(brush, facts);
  drawGrades(brush, facts, { x: MARGIN, y: 506, width: LEFT }, 19);
  const writing = { y: FOOT, size: 15, colour: 'ink-quiet', least: 11 } as const;
  brush.write(facts.foot[0], { ...writing, x: MARGIN, room: LEFT });
  brush.write(facts.foot[1], {
    ...{ ...writing, x: RIGHT.x + RIGHT.width, align: 'right', room: RIGHT.width },
  });
  drawRight(brush, facts);
}

function drawYear(brush: PictureBrush, { lead, year, who }: PictureFacts): void {
  brush.write(lead, {
    ...{ x: MARGIN, y: TOP + 16, size: 22, weight: 600, colour: 'ink-quiet' },
    ...{ room: LEFT, least: 16 },
  });
  const width = brush.write(year, {
    ...{ x: MARGIN - 3, y: TOP + 80, size: 72, weight: 800, spacing: -2, colour: 'gold' },
    room: LEFT,
  });
  if (who === null) return;
  brush.write(who, {
    ...{ x: MARGIN + LEFT, y: TOP + 80, size: 30, weight: 700, align: 'right' },
    ...{ room: LEFT - width - 20, least: 14 },
  });
}

function drawNumbers(brush: PictureBrush, facts: PictureFacts): void {
  const place = { x: MARGIN, y: TOP + 110, size: 148, room: LEFT, text: 24 };
  drawHero(brush, facts.numbers.trophies, place);
  drawBadges(brush, facts.numbers, { x: MARGIN, y: TOP + 292, width: LEFT, size: 108, text: 20 });
}

function drawRight(brush: PictureBrush, facts: PictureFacts): void {
  const { months, heat, tiles, lines, said, best } = facts;
  const { x, width } = RIGHT;
  const days = heat === null ? 0 : heightOfDays(heat, width);
  const blocks = [
    months && {
      height: 176,
      draw: (y: number) => drawMonths(brush, months, { x, y, width, height: 176 }),
    },
    heat && {
      height: days + (said.length > 0 ? 26 : 0),
      draw: (y: number) => {
        drawDays(brush, heat, { x, y, width });
        drawSaid(brush, said, { x, y: y + days + 8, width }, 17);
      },
    },
    months || heat
      ? null
      : {
          height: 260,
          draw: (y: number) => {
            brush.light(x + width / 2, y + 120, 260, best ?? 'edge', 0.3);
            brush.shape(best, x + width / 2 - 120, y, 240);
            brush.fill({ x: x + width / 2 - 180, y: y + 246, width: 360, height: 10 }, 'board', 4);
          },
        },
    tiles.length === 0
      ? null
      : {
          height: 88,
          draw: (y: number) =>
            drawTiles(...([brush, facts, { x, y, width, height: 88 }] as const), {
              rows: tileRows('landscape', tiles.length),
              gap: 10,
              text: 14,
            }),
        },
    lines.length === 0
      ? null
      : {
          height: lines.length * 32 - 12,
          draw: (y: number) =>
            lines.forEach((line, index) =>
              drawLine(brush, line, { x, y: y + index * 32, width }, { size: 20, labels: 170 }),
            ),
        },
  ].filter((block) => block !== null);
  const used = blocks.reduce((sum, { height }) => sum + height, 0);
  const room = 556 - TOP;
  const between = blocks.length < 2 ? 0 : Math.min(70, (room - used) / (blocks.length - 1));
  let y = TOP + (room - used - between * (blocks.length - 1)) / 2;
  for (const { height, draw } of blocks) {
    draw(y);
    y += height + between;
  }
}
