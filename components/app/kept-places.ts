import { on } from 'svelte/events';
import { elementAt, elementNear, markOf, type FocusMark } from './focus-mark';
import { routeOf } from './hash-route.svelte';

/** Milliseconds. A page that is not as high as it was until then is another one by now. */
const LONGEST = 30_000;
/** A page on which nothing changes for so long has what it had; one on a busy machine may still become another. */
const AT_REST = 600;
const WHOLE_AFTER = 3_000;
/** Nobody goes back further. */
const MOST = 50;

/** What the player does, once they are there: nothing moves under their hands. */
const INPUTS = ['wheel', 'pointerdown', 'touchstart', 'keydown'];

interface Place {
  scrolledTo: number;
  focused: FocusMark | null;
}

/**
 * Back and Forward lead to the place where the player was on a page, and the keyboard to what it had. A page that they
 * open begins at its top, and the library finds its own place again. Hands back what ends it.
 */
export function rememberPlaces(): () => void {
  const places = new Map<string, Place>();
  let key = keyOfEntry();
  // As of the last frame: by the time another address is told of, the browser may have moved the page already.
  let scrolledTo = window.scrollY;
  let goesBackTo: Place | undefined;
  let stop = (): void => undefined;

  const leave = (): void => {
    stop();
    places.delete(key);
    places.set(key, { scrolledTo, focused: markOf(document.activeElement) });
    for (const oldest of [...places.keys()].slice(0, -MOST)) places.delete(oldest);
    key = keyOfEntry();
    goesBackTo = places.get(key);
  };
  const arrive = (): void => {
    if (goesBackTo !== undefined && routeOf(location.hash).name !== 'library')
      stop = goBackTo(goesBackTo);
    goesBackTo = undefined;
  };
  const endings = [
    on(window, 'popstate', leave),
    on(window, 'hashchange', arrive),
    on(window, 'scroll', () => (scrolledTo = window.scrollY), { passive: true }),
  ];
  return () => {
    stop();
    for (const end of endings) end();
  };
}

/** Each entry of the history has one: two of them may have the same address. */
function keyOfEntry(): string {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'place' in state) return String(state.place);
  const place = crypto.randomUUID();
  history.replaceState({ ...(state ?? {}), place }, '');
  return place;
}

/**
 * Goes there as soon as the page is as high as it was, and stays there until it is whole or the player goes on. Until
 * what had the focus is drawn, what stands around it has it.
 */
function goBackTo({ scrolledTo, focused }: Place): () => void {
  const page = document.querySelector('main') ?? document.body;
  let wanted = focused;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const goOn = (): void => {
    if (isOver) return;
    clearTimeout(resting);
    // Browsers scroll by parts of a pixel, and tell heights in whole ones.
    if (document.documentElement.scrollHeight - window.innerHeight < scrolledTo - 1) return;
    if (Math.abs(window.scrollY - scrolledTo) > 1) window.scrollTo(0, scrolledTo);
    if (wanted !== null && leadTo(elementAt(wanted))) wanted = null;
    resting = setTimeout(rest, AT_REST);
  };
  const rest = (): void => {
    if (wanted === null) resting = setTimeout(stop, WHOLE_AFTER);
    else leadTo(elementNear(wanted));
  };
  const stop = (): void => {
    isOver = true;
    resizes.disconnect();
    changes.disconnect();
    clearTimeout(longest);
    clearTimeout(resting);
    for (const end of endings) end();
  };
  // In the frame after: what scrolls in this one has the browser tell of it twice.
  const resizes = new ResizeObserver(() => requestAnimationFrame(goOn));
  const changes = new MutationObserver(goOn);
  const longest = setTimeout(stop, LONGEST);
  const endings = INPUTS.map((kind) => on(window, kind, stop, { capture: true, passive: true }));
  resizes.observe(page);
  changes.observe(page, { childList: true, subtree: true });
  goOn();
  return stop;
}

/** False where there is none. */
function leadTo(element: HTMLElement | SVGElement | null): boolean {
  element?.focus({ preventScroll: true });
  return element !== null;
}
