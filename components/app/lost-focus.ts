import { on } from 'svelte/events';

/** What a heading stands in. */
const PLACES = 'section, article, main';

/**
 * Where what has the focus goes away, with its view or its notice, the keyboard goes on at the heading of what stood
 * around it. Whoever leads the focus elsewhere comes first. Hands back what ends it.
 */
export function followFocus(page = document.body): () => void {
  let focused: Element | null = document.activeElement;
  let around: Element[] = [];
  const note = (): void => {
    focused = document.activeElement;
    around = placesOf(focused);
  };
  const lead = (): void => {
    if (document.activeElement === document.body) headingIn(around)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (focused?.isConnected !== false) return;
    focused = null;
    setTimeout(lead);
  });
  note();
  observer.observe(page, { childList: true, subtree: true });
  const end = on(document, 'focusin', note);
  return () => {
    observer.disconnect();
    end();
  };
}

/** From the nearest on. */
function placesOf(element: Element | null): Element[] {
  const place = element?.closest(PLACES) ?? null;
  return place === null ? [] : [place, ...placesOf(place.parentElement)];
}

function headingIn(places: readonly Element[]): HTMLElement | null {
  const heading = places
    .filter(({ isConnected }) => isConnected)
    .map((place) => place.querySelector<HTMLElement>('h1, h2, h3'))
    .find((each) => each !== null);
  if (heading === undefined) return null;
  heading.tabIndex = -1;
  return heading;
}
