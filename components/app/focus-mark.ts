/** What has a heading of its own: which of two equal links it was is told by that. */
const PLACES = 'figure, section, article, main';

/**
 * By what an element is found again on a page that is drawn anew: sums of words, not words, so that nothing of a library
 * that is erased meanwhile stays here.
 */
export interface FocusMark {
  tag: string;
  address: number;
  name: number;
  around: number;
  /** Which of those that are the same in all this. */
  index: number;
}

/** Null where nothing of the page has the focus, or its heading, which has it by itself. */
export function markOf(element: Element | null): FocusMark | null {
  if (element === null || element.closest('main') === null || element.matches('main, h1'))
    return null;
  const mark: FocusMark = {
    tag: element.localName,
    address: sumOf(addressOf(element)),
    name: sumOf(nameOf(element)),
    around: sumOf(headingOf(placeOf(element))),
    index: 0,
  };
  return { ...mark, index: sameAs(mark).findIndex((each) => each === element) };
}

export function elementAt(mark: FocusMark): FocusableElement | null {
  return sameAs(mark)[mark.index] ?? null;
}

/** Where it is not there any more: what leads to the same, or the chart or the heading that it stood under. */
export function elementNear(mark: FocusMark): FocusableElement | null {
  const [link] = leadingToSame(mark);
  if (link !== undefined) return link;
  const place = allIn<HTMLElement>(PLACES).find((each) => sumOf(headingOf(each)) === mark.around);
  if (place === undefined || place.localName === 'figure') return place ?? null;
  const heading = place.querySelector<HTMLElement>('h1, h2, h3');
  if (heading !== null) heading.tabIndex = -1;
  return heading;
}

/** A mark of a chart is one, too. */
type FocusableElement = HTMLElement | SVGElement;

function sameAs(mark: FocusMark): FocusableElement[] {
  return allIn<FocusableElement>(mark.tag).filter(
    (each) =>
      sumOf(addressOf(each)) === mark.address &&
      sumOf(nameOf(each)) === mark.name &&
      isAround(each, mark),
  );
}

function leadingToSame(mark: FocusMark): FocusableElement[] {
  return allIn<FocusableElement>('a').filter(
    (each) => sumOf(addressOf(each)) === mark.address && isAround(each, mark),
  );
}

function isAround(element: Element, { around }: FocusMark): boolean {
  return sumOf(headingOf(placeOf(element))) === around;
}

function allIn<Found extends Element>(selector: string): Found[] {
  return [...document.querySelectorAll<Found>(`main ${selector.replaceAll(', ', ', main ')}`)];
}

function placeOf(element: Element): Element | null {
  return element.parentElement?.closest(PLACES) ?? null;
}

function headingOf(place: Element | null): string {
  return place?.querySelector('h1, h2, h3')?.textContent.trim() ?? '';
}

function addressOf(element: Element): string {
  return element.getAttribute('href') ?? '';
}

function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent).trim();
}

function sumOf(words: string): number {
  return [...words].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0, 7);
}
