/** The font of a chart's texts, as a canvas wants it. */
const FONT = '13px system-ui, sans-serif';

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How wide a text is, in pixels. */
export function textWidth(text: string, font = FONT): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 7;
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** A text as far as there is room for it. Empty where there is none for a beginning. */
export function clippedText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  const clipped = (end: number): string => `${letters.slice(0, end).join('').trimEnd()}…`;
  let end = Math.min(letters.length, Math.floor(room / 3));
  while (end > 2 && textWidth(clipped(end)) > room) end -= 1;
  return end > 2 ? clipped(end) : '';
}

/** A text in lines of so many pixels at the most. */
export function wrappedText(text: string, room: number, font = FONT): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, font) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
