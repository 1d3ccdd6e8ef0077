const SVG = 'http://www.w3.org/2000/svg';

/** What a browser makes of the theme and the styles, and a picture has to say itself. */
const DRAWN = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity'],
  ...['stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
];
const WRITTEN = ['font-size', 'font-weight', 'text-anchor'];
/** What a picture needs of the attributes that are there. */
const SHAPES =
  /^(d|x|y|dx|dy|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|transform|viewBox|id|patternUnits|patternTransform|clip-path)$/;
/** What a picture has in place of a text that is not to be told. */
const TOLD = 'data-told';
/** What would ask for something elsewhere, or may not be drawn on a canvas. */
const LEFT_OUT = '[data-unseen], image, foreignObject, use, style, script';

/** Named fonts beside the system's own: a program that shows the picture may not know that. */
export const PICTURE_FONTS =
  "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

/** A copy of what is drawn that needs no style, and holds nothing but shapes and texts. */
export function drawnCopy(source: Element): SVGElement {
  const copy = emptyCopy(source);
  const style = getComputedStyle(source);
  for (const name of namesFor(source)) {
    copy.setAttribute(
      name,
      style.getPropertyValue(name).replaceAll(/url\("([^"]*)"\)/g, 'url($1)'),
    );
  }
  for (const paint of ['fill', 'stroke']) writeColour(copy, paint);
  writePlainText(copy);
  if (source.localName === 'text') copy.setAttribute('font-family', PICTURE_FONTS);
  const told = source.getAttribute(TOLD);
  if (told !== null) {
    copy.append(told);
    return copy;
  }
  for (const child of source.childNodes) {
    if (child instanceof Text) copy.append(child.cloneNode());
    else if (child instanceof Element && isSeen(child)) copy.append(drawnCopy(child));
  }
  return copy;
}

export function svgElement(
  name: string,
  attributes: Record<string, string | number>,
  content: readonly (Node | string)[] = [],
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...content);
  return element;
}

/** Other programs know neither the colours that a browser mixes nor any that can be seen through: these would be black. */
export function plainColour(colour: string): { colour: string; opacity: number } {
  const form = /^(?:color\(srgb|rgba?\()/.exec(colour)?.[0];
  if (form === undefined) return { colour, opacity: 1 };
  const scale = form.startsWith('rgb') ? 1 : 255;
  const [red = 0, green = 0, blue = 0, opacity = 1] = (
    colour.slice(form.length).match(/[\d.]+(?:e-?\d+)?/g) ?? []
  ).map(Number);
  const whole = [red, green, blue].map((part) => Math.min(255, Math.round(part * scale)));
  return { colour: `rgb(${whole.join(', ')})`, opacity };
}

function writeColour(copy: SVGElement, paint: string): void {
  const value = copy.getAttribute(paint);
  if (value === null) return;
  const { colour, opacity } = plainColour(value);
  copy.setAttribute(paint, colour);
  if (opacity === 1) return;
  const own = Number(copy.getAttribute(`${paint}-opacity`) ?? 1);
  copy.setAttribute(`${paint}-opacity`, String(own * opacity));
}

/** A shift is read as one of other letters by some programs, and not at all by others. */
function writePlainText(copy: SVGElement): void {
  const weight = copy.getAttribute('font-weight');
  if (weight !== null) copy.setAttribute('font-weight', plainWeight(weight));
  const size = parseFloat(copy.getAttribute('font-size') ?? '');
  const shift = copy.getAttribute('dy') ?? '';
  if (!shift.endsWith('em')) return;
  const y = Number(copy.getAttribute('y') ?? 0) + parseFloat(shift) * size;
  copy.setAttribute('y', y.toFixed(2));
  copy.removeAttribute('dy');
}

/** Only these two are known to every program. */
export function plainWeight(weight: string | number): string {
  return Number(weight) >= 600 ? '700' : '400';
}

/** A link of a picture would lead nowhere. */
function emptyCopy(source: Element): SVGElement {
  const copy = svgElement(source.localName === 'a' ? 'g' : source.localName, {});
  for (const { name, value } of source.attributes) {
    if (SHAPES.test(name)) copy.setAttribute(name, value);
  }
  return copy;
}

function namesFor({ localName }: Element): string[] {
  if (localName === 'text' || localName === 'tspan') return [...DRAWN, ...WRITTEN];
  return ['g', 'a', 'svg', 'defs', 'pattern', 'clipPath'].includes(localName) ? ['opacity'] : DRAWN;
}

function isSeen(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return !element.matches(LEFT_OUT) && display !== 'none' && visibility !== 'hidden';
}
