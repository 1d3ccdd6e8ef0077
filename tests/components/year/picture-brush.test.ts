import { afterEach, expect, test, vi } from 'vitest';
import { PictureBrush } from '@/components/year/picture-brush';
import { drawBadges } from '@/components/year/picture-numbers';
import { drawTiles } from '@/components/year/picture-pieces';
import type { PictureFacts } from '@/components/year/picture-facts';
import { pictureTheme } from '@/components/year/picture-theme';
import { PICTURE_SHAPES } from '@/components/year/year-picture';
import { yearWords as words } from '@/utils/words/year';
import '@/components/basics/theme.css';

afterEach(() => vi.restoreAllMocks());

function aBrush(): PictureBrush {
  const context = document.createElement('canvas').getContext('2d')!;
  return new PictureBrush(context, pictureTheme('dark'), 'en-US');
}

const WRITING = { size: 16, weight: 600, room: 140 };

test.each([
  ['Harbour Lights of the North', ' '],
  ['灯台守の夏と星屑列車の銀の切符', ''],
  ['Wren  &  Wild', ' '],
])('%s is written in two lines, cut between words', (name, between) => {
  const brush = aBrush();
  const lines = brush.lines(name, WRITING, 2);
  expect(lines.length).toBeLessThanOrEqual(2);
  expect(lines.join(between)).toBe(name.replaceAll(/ +/g, ' '));
  expect(brush.widthOf(lines[0]!, WRITING)).toBeLessThanOrEqual(WRITING.room);
  if (name.length > 14) expect(lines).toHaveLength(2);
});

test('no line begins with a full stop, and a word that is too long stands alone', () => {
  const brush = aBrush();
  const narrow = { ...WRITING, room: brush.widthOf('灯台守', WRITING) };
  const lines = brush.lines('灯台守。夏', narrow, 9);
  expect(lines.join('')).toBe('灯台守。夏');
  for (const line of lines) expect(line).not.toMatch(/^。/);
  expect(brush.lines(`A ${'W'.repeat(40)} B`, WRITING, 3)).toEqual(['A', 'W'.repeat(40), 'B']);
});

test.each([
  ['مدينة المرايا والقصر القديم', 'rtl'],
  ['2 מגדל השעון', 'rtl'],
  ['Harbour Lights', 'ltr'],
  ['\u2068التذكرة الأخيرة\u2069 in \u2068مدينة المرايا\u2069', 'ltr'],
  ['1,234', 'ltr'],
  ['٤٥ points', 'ltr'],
])('%s is written, and cut, in its own direction', (text, direction) => {
  const seen: string[] = [];
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (
    this: CanvasRenderingContext2D,
    written,
  ) {
    seen.push(`${this.direction} ${written.at(-1)!}`);
  });
  const brush = aBrush();
  brush.write(text, { x: 0, y: 0, size: 20, room: 400 });
  brush.write(text, { x: 0, y: 0, size: 20, room: brush.widthOf(text, { size: 20 }) - 1 });
  expect(seen).toEqual([`${direction} ${text.at(-1)!}`, `${direction} …`]);
});

test.each([
  [1, 1, [1]],
  [6, 1, [6]],
  [7, 2, [4, 3]],
  [8, 2, [4, 4]],
  [12, 2, [6, 6]],
  [60, 2, [6, 6]],
  [60, 1, [6]],
])('%i platinums stand in %i rows that are as full as each other', (all, rows, expected) => {
  const brush = aBrush();
  const tops: number[] = [];
  vi.spyOn(brush, 'hue').mockImplementation(({ y }) => tops.push(y));
  vi.spyOn(brush, 'fill').mockImplementation(({ y, height }, colour) => {
    // What is left is a tile, too.
    if (colour === 'raised') tops.push(y);
    expect(height).toBeGreaterThan(0);
  });
  const tile = { game: { name: 'Race', initials: 'R', hue: 1 }, isPlatinum: true, below: '' };
  const shown = Math.min(all, all > 12 ? 11 : 12);
  const facts = { tiles: Array(shown).fill(tile), tilesLeft: all - shown } as unknown;
  const box = { x: 0, y: 0, width: 900, height: 200 };
  drawTiles(brush, facts as PictureFacts, box, { rows, gap: 10, text: 14 });
  const inRows = [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
  expect(inRows).toEqual(expected);
});

/** Everything that is written, each with the room that its letters take. */
function writingsOf(draw: () => void): { text: string; box: DOMRect }[] {
  const written: { text: string; box: DOMRect }[] = [];
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (
    this: CanvasRenderingContext2D,
    text,
    x,
    y,
  ) {
    const said = this.measureText(text);
    const [left, top] = [x - said.actualBoundingBoxLeft, y - said.actualBoundingBoxAscent];
    const width = said.actualBoundingBoxLeft + said.actualBoundingBoxRight;
    const height = said.actualBoundingBoxAscent + said.actualBoundingBoxDescent;
    written.push({ text, box: new DOMRect(left, top, width, height) });
  });
  draw();
  return written.filter(({ text }) => text !== '');
}

const NUMBERS = [
  ['10,280', '310', '0'],
  ['412', '9', '14'],
  ['1', '0', '0'],
  ['999,999', '12,345', '12,346'],
  ['104,280+', '3,310+', '2,000+'],
];

test.each([
  [0, 0],
  [0, 3],
  [2, 0],
])('of %i platinums and %i games at 100 % what there is none of is pale', (platinum, hundred) => {
  const brush = aBrush();
  const shape = vi.spyOn(brush, 'shape');
  const ring = vi.spyOn(brush, 'ring');
  const of = (amount: number) => ({ amount, value: String(amount), label: '' });
  const numbers = { trophies: of(9), platinums: of(platinum), hundreds: of(hundred) };
  drawBadges(brush, numbers, { x: 0, y: 0, size: 100, width: 300, text: 20 });
  expect((shape.mock.calls[0]![4] ?? 1) < 1).toBe(platinum === 0);
  expect(ring.mock.calls[0]![2].colour).toBe(hundred === 0 ? 'line' : 'accent');
});

test.each([
  ...NUMBERS.map((values) => ['portrait', values] as const),
  ...NUMBERS.map((values) => ['landscape', values] as const),
])('in a %s %j are written whole, inside and beside each other', (shape, values) => {
  const labels = [words.trophies, words.platinums, words.hundreds];
  const [trophies, platinums, hundreds] = values.map((value, at) => ({
    ...{ amount: Number.parseInt(value), value, label: labels[at]! },
  }));
  const facts: PictureFacts = {
    ...{ locale: 'en-US', year: '2026', lead: words.pictureLeadSoFar },
    ...{ who: 'a-name-of-16-sig', grades: [], months: null, heat: null, said: [], tiles: [] },
    numbers: { trophies: trophies!, platinums: platinums!, hundreds: hundreds! },
    ...{ tilesLeft: 0, lines: [], best: null, foot: [words.pictureFoot, '2026'] },
  };
  const { size, draw } = PICTURE_SHAPES[shape];
  const written = writingsOf(() => draw(aBrush(), facts));
  const texts = written.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining([...values, ...labels, facts.year, facts.who]));
  for (const [at, { text, box }] of written.entries()) {
    expect([box.left > 20, box.right < size.width - 20, box.top > 20], text).not.toContain(false);
    for (const { text: other, box: next } of written.slice(at + 1)) {
      const isBeside = box.right + 8 < next.left || next.right + 8 < box.left;
      const isAbove = box.bottom + 4 < next.top || next.bottom + 4 < box.top;
      expect(isBeside || isAbove, `${text} and ${other}`).toBe(true);
    }
  }
});
