import type { PictureBrush } from './picture-brush';
import type { PictureFacts, PictureNumber } from './picture-facts';
import { CAPITALS } from './picture-pieces';
import type { PictureColour } from './picture-theme';

interface Place {
  x: number;
  /** Its upper edge. */
  y: number;
  size: number;
}

/** The number that the picture is about, as large as its room allows, and what it counts. */
export function drawHero(
  brush: PictureBrush,
  { value, label }: PictureNumber,
  { x, y, size, room, text }: Place & { room: number; text: number },
): void {
  const base = y + size * CAPITALS;
  const writing = { size, weight: 800, spacing: -size / 36 } as const;
  brush.write(value, { ...writing, x: x - size / 30, y: base, room, least: size * 0.4 });
  brush.write(label, {
    ...{ x, y: base + size * 0.2 + text * 0.75, size: text, weight: 600, colour: 'ink-quiet' },
    ...{ room, least: text * 0.7 },
  });
}

/** Platinums in the shape of one, and games at 100 % in a ring that is full, each above what it counts; pale with none. */
export function drawBadges(
  brush: PictureBrush,
  { platinums, hundreds }: PictureFacts['numbers'],
  { x, y, size, width, text }: Place & { width: number; text: number },
): void {
  const column = width / 2;
  const [left, right] = [x + column / 2, x + column * 1.5];
  const isEarned = platinums.amount > 0;
  const below = (middle: number, label: string): void => {
    brush.write(label, {
      ...{ x: middle, y: y + size + text * 1.5, size: text, colour: 'ink-quiet', align: 'center' },
      ...{ room: column - text / 2, least: text * 0.6 },
    });
  };
  const inside = (middle: number, value: string, at: Inside): void => {
    brush.write(value, {
      ...{ x: middle, y: y + size * at.base, size: size * at.size, weight: 800, align: 'center' },
      ...{ colour: at.colour, room: size * at.room, least: size * 0.1 },
    });
  };
  brush.light(left, y + size / 2, size * 0.9, 'platinum', isEarned ? 0.28 : 0);
  brush.shape('platinum', left - size / 2, y, size, isEarned ? 1 : 0.25);
  inside(left, platinums.value, {
    base: 0.74,
    size: 0.34,
    room: 0.46,
    colour: isEarned ? 'ground' : 'ink',
  });
  below(left, platinums.label);
  const ring = { size: size * 0.94, stroke: size * 0.075 };
  brush.ring(right, y + size / 2, { ...ring, colour: hundreds.amount > 0 ? 'accent' : 'line' });
  inside(right, hundreds.value, { base: 0.635, size: 0.38, room: 0.66, colour: 'ink' });
  below(right, hundreds.label);
}

interface Inside {
  base: number;
  size: number;
  room: number;
  colour: PictureColour;
}
