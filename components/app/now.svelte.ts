import { createSubscriber } from 'svelte/reactivity';
import { here } from './time-zone.svelte';

/** The time, as often as the page needs it, and only while somebody can see the page. */
export class Now {
  #now = Date.now();
  #update: () => void = () => undefined;
  readonly #subscribe: () => void;

  constructor(every: number) {
    this.#subscribe = createSubscriber((update) => {
      this.#update = update;
      const tick = (): void => this.tick();
      const ticking = setInterval(tick, every);
      document.addEventListener('visibilitychange', tick);
      return () => {
        clearInterval(ticking);
        document.removeEventListener('visibilitychange', tick);
      };
    });
  }

  get current(): number {
    this.#subscribe();
    return this.#now;
  }

  /** Looks at the clock at once, and where it stands. */
  tick(): void {
    if (document.visibilityState === 'hidden') return;
    this.#now = Date.now();
    here.follow();
    this.#update();
  }
}
