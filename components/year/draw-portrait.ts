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
import type { PictureFacts, PictureHeat } from './picture-facts';

export const PORTRAIT = { width: 1_080, height: 1_350 };

const MARGIN = 64;
const INSIDE = PORTRAIT.width - 2 * MARGIN;

/** A part of the picture, with the room that it needs. */
interface Block {
  height: number;
  draw: (y: number) => void;
}

/** The blocks stand one below the other; what is left of the height lies between them. */
export function drawPortrait(brush: PictureBrush, facts: PictureFacts): void {
  drawWall(brush, { x: 0, y: 0, ...PORTRAIT });
  const blocks = blocksOf(brush, facts);
  const used = blocks.reduce((sum, { height }) => sum + height, 0);
  const between = (PORTRAIT.height - 2 * MARGIN - used) / (blocks.length - 1);
  let y = MARGIN;
  for (const { height, draw } of blocks) {
    draw(y);
    y += height + between;
  }
}

function blocksOf(brush: PictureBrush, facts: PictureFacts): Block[] {
  const { months, heat, tiles, lines, said } = facts;
  const at = (y: number, height = 0) => ({ x: MARGIN, y, width: INSIDE, height });
  const rows = tileRows('portrait', tiles.length);
  const tall = rows === 2 ? 200 : 132;
  const blocks: (Block | null)[] = [
    { height: 104, draw: (y) => drawHead(brush, facts, y) },
    { height: 208, draw: (y) => drawNumbers(brush, facts, y) },
    { height: 58, draw: (y) => drawGrades(brush, facts, at(y), 28) },
    months && { height: 224, draw: (y) => drawMonths(brush, months, at(y, 224)) },
    heat && daysBlock(brush, { heat, said }),
    months || heat ? null : { height: 320, draw: (y) => drawTrophy(brush, facts, y) },
    tiles.length === 0
      ? null
      : {
          height: tall,
          draw: (y) => drawTiles(brush, facts, at(y, tall), { rows, gap: 12, text: 16 }),
        },
    lines.length === 0
      ? null
      : {
          height: lines.length * 42 - 14,
          draw: (y) =>
            lines.forEach((line, index) =>
              drawLine(brush, line, at(y + index * 42), { size: 26, labels: 230 }),
            ),
        },
    { height: 24, draw: (y) => drawFoot(brush, facts, y) },
  ];
  return blocks.filter((block) => block !== null);
}

function daysBlock(
  brush: PictureBrush,
  { heat, said }: { heat: PictureHeat; said: readonly string[] },
): Block {
  const box = { x: MARGIN, width: INSIDE };
  const height = heightOfDays(heat, INSIDE);
  return {
    height: height + (said.length > 0 ? 34 : 0),
    draw: (y) => {
      drawDays(brush, heat, { ...box, y });
      drawSaid(brush, said, { ...box, y: y + height + 14 }, 22);
    },
  };
}

function drawHead(brush: PictureBrush, { lead, year, who }: PictureFacts, y: number): void {
  brush.write(lead, {
    ...{ x: MARGIN, y: y + 22, size: 30, weight: 600, colour: 'ink-quiet' },
    ...{ room: INSIDE, least: 22 },
  });
  const width = brush.write(year, {
    ...{ x: MARGIN - 4, y: y + 104, size: 92, weight: 800, spacing: -3 },
    ...{ room: INSIDE, colour: 'gold' },
  });
  if (who === null) return;
  brush.write(who, {
    ...{ x: MARGIN + INSIDE, y: y + 104, size: 52, weight: 700, align: 'right' },
    room: INSIDE - width - 40,
    least: 26,
  });
}

function drawNumbers(brush: PictureBrush, facts: PictureFacts, y: number): void {
  const room = INSIDE * 0.5;
  drawHero(brush, facts.numbers.trophies, { x: MARGIN, y, size: 200, room: room - 24, text: 32 });
  drawBadges(brush, facts.numbers, {
    ...{ x: MARGIN + room, y, width: INSIDE - room },
    ...{ size: 166, text: 28 },
  });
}

/** A year of few trophies is drawn with the best of them. */
function drawTrophy(brush: PictureBrush, { best }: PictureFacts, y: number): void {
  const size = 300;
  const middle = PORTRAIT.width / 2;
  brush.light(middle, y + size / 2, size, best ?? 'edge', 0.3);
  brush.shape(best, middle - size / 2, y, size);
  brush.fill({ x: middle - 220, y: y + size + 6, width: 440, height: 12 }, 'board', 4);
}

function drawFoot(brush: PictureBrush, { foot }: PictureFacts, y: number): void {
  const writing = { y: y + 18, size: 20, colour: 'ink-quiet', least: 14 } as const;
  brush.write(foot[0], { ...writing, x: MARGIN, room: INSIDE * 0.46 });
  brush.write(foot[1], { ...writing, x: MARGIN + INSIDE, room: INSIDE * 0.52, align: 'right' });
}
