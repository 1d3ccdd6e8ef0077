import { GRADE_SHAPES } from '../charts/grade-shapes';
import { PICTURE_FONTS } from '../charts/svg-picture';
import type { Grade } from '../../utils/domain/trophies/grades';
import type { PictureColour, PictureTheme } from './picture-theme';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Writing {
  x: number;
  /** Of the line that it stands on. */
  y: number;
  size: number;
  weight?: number;
  colour?: PictureColour;
  /** Instead of a colour of the theme, that of a name. */
  hue?: number;
  align?: 'left' | 'right' | 'center';
  /** As wide as it may be. */
  room: number;
  /** How small it may become before it is cut; as large as it is where that is not said. */
  least?: number;
  spacing?: number;
}

/** A ring, for what has no grade. */
const NO_GRADE =
  'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z';

/** Its first letter, but for those of a name in its midst, is of a script that runs to the left: so does what is cut. */
const RIGHT_TO_LEFT =
  /^(?:[^\p{L}\u2068]|\u2068[^\u2069]*(?:\u2069|$))*(?=\p{L})[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;

/** Draws on a canvas in the colours of a theme. Whatever is written is measured: it is never wider than its room. */
export class PictureBrush {
  readonly #context: CanvasRenderingContext2D;
  readonly #letters: Intl.Segmenter;
  readonly #words: Intl.Segmenter;
  readonly theme: PictureTheme;

  constructor(context: CanvasRenderingContext2D, theme: PictureTheme, locale: string) {
    this.#context = context;
    this.theme = theme;
    this.#letters = new Intl.Segmenter(locale, { granularity: 'grapheme' });
    this.#words = new Intl.Segmenter(locale, { granularity: 'word' });
  }

  fill(
    { x, y, width, height }: Box,
    colour: PictureColour,
    radius: number | number[] = 0,
    alpha = 1,
  ): void {
    const context = this.#context;
    context.save();
    context.globalAlpha = alpha;
    context.fillStyle = this.theme.colours[colour];
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.fill();
    context.restore();
  }

  /** A light on the wall, that fades towards its edge. */
  light(x: number, y: number, radius: number, colour: PictureColour, alpha: number): void {
    const context = this.#context;
    context.save();
    const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, this.theme.colours[colour]);
    gradient.addColorStop(1, transparent(this.theme.colours[colour]));
    context.globalAlpha = alpha;
    context.fillStyle = gradient;
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    context.restore();
  }

  /** A box of a colour that belongs to a name, or to a place: from one hue to the next. */
  hue({ x, y, width, height }: Box, hue: number, radius: number): void {
    const context = this.#context;
    const isDark = this.theme.scheme === 'dark';
    const gradient = context.createLinearGradient(x, y, x + width, y + height);
    gradient.addColorStop(
      0,
      isDark ? `hsl(${String(hue)} 32% 24%)` : `hsl(${String(hue)} 38% 84%)`,
    );
    gradient.addColorStop(
      1,
      isDark ? `hsl(${String(hue + 40)} 36% 13%)` : `hsl(${String(hue + 40)} 34% 72%)`,
    );
    context.fillStyle = gradient;
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.fill();
  }

  /** The shape of a grade, in its own colour. */
  shape(grade: Grade | null, x: number, y: number, size: number, alpha = 1): void {
    const context = this.#context;
    context.save();
    context.globalAlpha = alpha;
    context.translate(x, y);
    context.scale(size / 16, size / 16);
    context.fillStyle = this.theme.colours[grade ?? 'edge'];
    context.fill(new Path2D(grade === null ? NO_GRADE : GRADE_SHAPES[grade]), 'evenodd');
    context.restore();
  }

  ring(
    x: number,
    y: number,
    { size, stroke, colour }: { size: number; stroke: number; colour: PictureColour },
  ): void {
    const context = this.#context;
    context.save();
    context.strokeStyle = this.theme.colours[colour];
    context.lineWidth = stroke;
    context.beginPath();
    context.arc(x, y, (size - stroke) / 2, 0, 2 * Math.PI);
    context.stroke();
    context.restore();
  }

  /** How wide a text is, as it would be written. */
  widthOf(
    text: string,
    { size, weight = 400, spacing = 0 }: Omit<Writing, 'x' | 'y' | 'room'>,
  ): number {
    const context = this.#context;
    context.font = `${String(weight)} ${String(size)}px ${PICTURE_FONTS}`;
    return context.measureText(text).width + spacing * [...text].length;
  }

  /** A text in so many lines at the most, cut between words; the last may be too long. */
  lines(text: string, writing: Pick<Writing, 'size' | 'weight' | 'room'>, most: number): string[] {
    const lines: string[] = [];
    for (const piece of this.#pieces(text, writing)) {
      const longer = `${lines.at(-1) ?? ''}${piece}`;
      const fits = this.widthOf(longer, writing) <= writing.room;
      if (lines.length > 0 && (fits || lines.length === most)) lines[lines.length - 1] = longer;
      else lines.push(piece.trimStart());
    }
    return lines;
  }

  /** Words, each with the space before it; where a script has no spaces its words are told as the browser tells them. */
  #pieces(text: string, writing: Pick<Writing, 'size' | 'weight' | 'room'>): string[] {
    const words = text.split(/(?= )/).filter((word) => word.trim() !== '');
    return words.flatMap((word) => {
      if (this.widthOf(word, writing) <= writing.room) return word;
      const [first, ...rest] = this.#words.segment(word.trimStart());
      const pieces = [(word.startsWith(' ') ? ' ' : '') + (first?.segment ?? '')];
      for (const { segment, isWordLike } of rest) {
        // No line begins with a full stop.
        if (isWordLike === true) pieces.push(segment);
        else pieces[pieces.length - 1] += segment;
      }
      return pieces;
    });
  }

  /** Writes a line, smaller or cut where there is no room for it; how wide it came to be. */
  write(text: string, writing: Writing): number {
    const { x, y, room, align = 'left', colour = 'ink', hue, weight = 400, spacing = 0 } = writing;
    const fitting = this.#fitting(text, writing);
    const context = this.#context;
    const width = Math.min(room, this.widthOf(fitting.text, { ...writing, size: fitting.size }));
    context.save();
    context.font = `${String(weight)} ${String(fitting.size)}px ${PICTURE_FONTS}`;
    context.letterSpacing = `${String(spacing)}px`;
    context.direction = RIGHT_TO_LEFT.test(fitting.text) ? 'rtl' : 'ltr';
    context.textAlign = align;
    context.textBaseline = 'alphabetic';
    context.fillStyle = hue === undefined ? this.theme.colours[colour] : this.#inkOf(hue);
    context.fillText(fitting.text, x, y);
    context.restore();
    return width;
  }

  #inkOf(hue: number): string {
    return `hsl(${String(hue)} 45% ${this.theme.scheme === 'dark' ? '80%' : '26%'})`;
  }

  #fitting(
    text: string,
    { size, room, least = size, ...rest }: Writing,
  ): { text: string; size: number } {
    const width = (of: string, at: number): number => this.widthOf(of, { ...rest, size: at });
    const whole = width(text, size);
    if (whole <= room) return { text, size };
    const smaller = Math.max(least, Math.floor((size * room) / whole));
    if (width(text, smaller) <= room) return { text, size: smaller };
    const letters = [...this.#letters.segment(text)].map(({ segment }) => segment);
    let [low, high] = [0, letters.length];
    const cut = (end: number): string => `${letters.slice(0, end).join('').trimEnd()}…`;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (width(cut(middle), smaller) <= room) low = middle;
      else high = middle;
    }
    return { text: low === 0 ? '' : cut(low), size: smaller };
  }
}

/** The same colour that cannot be seen: to fade to black would leave a shadow. */
function transparent(colour: string): string {
  return colour.replace(/^rgba?\(([^)]*)\)$/, (_, channels: string) => {
    const [red = '0', green = '0', blue = '0'] = channels.split(/[ ,/]+/);
    return `rgb(${red} ${green} ${blue} / 0)`;
  });
}
