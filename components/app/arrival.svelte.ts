import { untrack } from 'svelte';
import { announcer } from '../basics/announcer.svelte';
import { arrivedAt } from './arrived-at.svelte';
import type { Route } from './hash-route.svelte';
import { whenPainted } from './interactions';
import { followFocus } from './lost-focus';

/** Says to those who hear the page that it is another one now. */
export class PageArrival {
  /** Opening the page is no arrival: the focus stays where the browser puts it. */
  #visits = 0;
  /** What had the focus as the page was left that was there before. */
  #from: Element | null = null;
  #isHeard = false;

  /**
   * @param arriving is told where
   * @param painted what of it is there: what comes up with more of it is painted with its page
   */
  constructor(
    route: () => Route,
    arriving: (to: Route) => void,
    painted: () => readonly boolean[],
  ) {
    const place = $derived(pageOf(route()));
    const page = $derived([place, ...painted()].join(' '));
    $effect.pre(() => {
      void place;
      this.#from = document.activeElement;
      this.#isHeard = false;
      arrivedAt.say('');
    });
    $effect.pre(() => {
      void page;
      announcer.arrive();
    });
    $effect(() => followFocus());
    $effect(() => rememberPlacesOnceSeen());
    $effect(() => {
      const to = route();
      this.#visits += 1;
      if (this.#visits === 1) return;
      untrack(() => {
        arriving(to);
        arriveAt(to);
      });
    });
    // A page whose heading comes with what is painted later is arrived at then; one that is looked at otherwise is not.
    $effect(() => {
      void page;
      this.focus();
    });
  }

  /** Leads the keyboard to what is drawn now, where it is nowhere; where it has stayed, the page is named. */
  readonly focus = (): void => {
    if (this.#visits < 2) return;
    const { activeElement } = document;
    // In the library the row of the game that was looked at may have taken the focus already.
    if (activeElement === document.body) focusHeading();
    else if (activeElement === this.#from) this.#sayHeading();
  };

  #sayHeading(): void {
    const words = document.querySelector('main h1')?.textContent.trim() ?? '';
    if (words === '' || this.#isHeard) return;
    this.#isHeard = true;
    arrivedAt.say(words);
  }
}

/** The library finds its own place again, the guide goes to what is asked for, and Back to where the player was. */
function arriveAt(to: Route): void {
  if (to.name === 'guide' && to.anchor !== undefined) return;
  if (to.name !== 'library') window.scrollTo(0, 0);
}

/** From the first frame on. Where it cannot be loaded, the extension was updated or removed. */
function rememberPlacesOnceSeen(): () => void {
  let end: (() => void) | null = () => undefined;
  const begin = async (): Promise<void> => {
    const { rememberPlaces } = await import('./kept-places');
    if (end !== null) end = rememberPlaces();
  };
  const undo = whenPainted(() => void begin().catch(() => undefined));
  return () => {
    undo();
    end?.();
    end = null;
  };
}

/** How the library is looked at makes no other page of it. */
function pageOf(route: Route): string {
  if (route.name === 'year') return `year ${String(route.year)}`;
  return route.name === 'game' ? route.npCommunicationId : route.name;
}

export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
