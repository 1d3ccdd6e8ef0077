import { PICTURE_FOOT } from '../../utils/words/charts';
import { drawnCopy, PICTURE_FONTS, plainColour, plainWeight, svgElement } from './svg-picture';
import { textWidth, wrappedText } from './text-width';

export interface PictureWords {
  title: string;
  lines: readonly string[];
}

const MARGIN = 24;
const TITLE = { size: 18, weight: 650, line: 28 };
const LINE = { size: 13, weight: 400, line: 19 };
const LEGEND = { line: 24, sign: 14, gap: 6, between: 18 };

/** What is drawn next, and how far down. */
interface Sheet {
  width: number;
  y: number;
  drawn: SVGElement[];
}

/** A chart with what is said of it, as one drawing of shapes and texts: as it is seen, on its ground. */
export function pictureSheet(figure: HTMLElement, words: PictureWords): SVGElement | null {
  const chart = figure.querySelector('.chart svg');
  if (chart === null) return null;
  const { backgroundColor: ground, color: ink } = getComputedStyle(figure);
  const quiet = getComputedStyle(figure.querySelector('figcaption') ?? figure).color;
  const sheet: Sheet = { width: Number(chart.getAttribute('width')), y: MARGIN, drawn: [] };

  writeLines(sheet, [words.title], { ...TITLE, colour: ink });
  writeLines(sheet, words.lines, { ...LINE, colour: quiet });
  drawLegend(sheet, [...figure.querySelectorAll('[data-legend]')], quiet);
  drawChart(sheet, chart);
  sheet.y += 8;
  writeLines(sheet, [PICTURE_FOOT], { ...LINE, colour: quiet });

  const size = { width: sheet.width + 2 * MARGIN, height: Math.ceil(sheet.y + MARGIN - 6) };
  const background = svgElement('rect', { ...size, fill: plainColour(ground).colour });
  return svgElement('svg', size, [background, ...sheet.drawn]);
}

function writeLines(
  sheet: Sheet,
  texts: readonly string[],
  { size, weight, line, colour }: typeof LINE & { colour: string },
): void {
  const font = `${String(weight)} ${String(size)}px ${PICTURE_FONTS}`;
  for (const text of texts.flatMap((each) => wrappedText(each, sheet.width, font))) {
    sheet.drawn.push(writing(text, { x: MARGIN, y: sheet.y + size, size, weight, colour }));
    sheet.y += line;
  }
}

function drawLegend(sheet: Sheet, entries: readonly Element[], colour: string): void {
  if (entries.length === 0) return;
  sheet.y += 6;
  let x = 0;
  for (const entry of entries) {
    const sign = entry.querySelector('svg');
    const name = entry.textContent.trim();
    const room = LEGEND.sign + LEGEND.gap + textWidth(name);
    if (x > 0 && x + room > sheet.width) [x, sheet.y] = [0, sheet.y + LEGEND.line];
    if (sign !== null) sheet.drawn.push(placed(drawnCopy(sign), MARGIN + x, sheet.y));
    const at = { x: MARGIN + x + LEGEND.sign + LEGEND.gap, y: sheet.y + 12 };
    sheet.drawn.push(writing(name, { ...at, size: LINE.size, weight: LINE.weight, colour }));
    x += room + LEGEND.between;
  }
  sheet.y += LEGEND.line;
}

/** Its area lies in margins, into which its texts reach. */
function drawChart(sheet: Sheet, chart: Element): void {
  const { top, left } = getComputedStyle(chart);
  const drawing = drawnCopy(chart);
  const height = Number(chart.getAttribute('height'));
  drawing.setAttribute(
    'viewBox',
    [-parseFloat(left), -parseFloat(top), sheet.width, height].join(' '),
  );
  sheet.y += 6;
  sheet.drawn.push(placed(drawing, MARGIN, sheet.y));
  sheet.y += height;
}

function placed(drawing: SVGElement, x: number, y: number): SVGElement {
  drawing.setAttribute('x', String(x));
  drawing.setAttribute('y', String(y));
  return drawing;
}

function writing(
  text: string,
  of: { x: number; y: number; size: number; weight: number; colour: string },
): SVGElement {
  const { x, y, size, weight, colour } = of;
  const fill = plainColour(colour).colour;
  const font = { 'font-size': size, 'font-weight': plainWeight(weight) };
  return svgElement('text', { x, y, fill, ...font, 'font-family': PICTURE_FONTS }, [text]);
}
