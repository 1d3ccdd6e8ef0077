import type { Status } from '../../utils/status/read';
import { nextChangeAt, connectionEndsAt } from '../../utils/domain/connection/token-life';
import { Now } from './now.svelte';

const LONGEST = 30_000;

/**
 * The time by Sony's clock, as every instant of the status is. It goes on now and then, and besides at the very
 * moment when the countdown changes.
 */
export class PageTime {
  readonly #now = new Now(LONGEST);
  readonly #status: () => Status | 'loading';

  constructor(status: () => Status | 'loading') {
    this.#status = status;
    $effect(() => {
      const wait = this.#untilNextChange();
      if (wait === null || wait > LONGEST) return;
      const waiting = setTimeout(() => this.#now.tick(), wait);
      return () => clearTimeout(waiting);
    });
  }

  get current(): number {
    const status = this.#status();
    return this.#now.current + (status === 'loading' ? 0 : status.clockOffset);
  }

  #untilNextChange(): number | null {
    const status = this.#status();
    if (status === 'loading' || status.connection.phase !== 'connected') return null;
    const endsAt = connectionEndsAt(status.connection.tokenLife, status.settings.renewal);
    const next = nextChangeAt(endsAt, this.current);
    return next === null ? null : next - this.current;
  }
}
