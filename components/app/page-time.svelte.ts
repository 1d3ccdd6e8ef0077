import type { Connection } from '../../utils/domain/connection/connection';
import type { Status } from '../../utils/status/status';
import { nextChangeAt, connectionEndsAt } from '../../utils/domain/connection/token-life';
import { Now } from './now.svelte';

const LONGEST = 30_000;

/**
 * The time by Sony's clock, as every instant of the status is. It goes on now and then, and besides at the very
 * moment when the countdown changes, or a pause that is told of ends.
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
    if (status === 'loading') return null;
    const now = this.current;
    const changes = [countdownChange(status, now), pauseEndOf(status.connection)];
    const toCome = changes.flatMap((at) => (at !== null && at > now ? [at - now] : []));
    return toCome.length === 0 ? null : Math.min(...toCome);
  }
}

function countdownChange({ connection, settings }: Status, now: number): number | null {
  if (connection.phase !== 'connected') return null;
  return nextChangeAt(connectionEndsAt(connection.tokenLife, settings.renewal), now);
}

/** When the pause is over that the player's last request has met; null where none is told of. */
function pauseEndOf(connection: Connection): number | null {
  if (connection.phase === 'connected') return connection.refused?.until ?? null;
  return connection.phase === 'disconnected' ? (connection.failure?.until ?? null) : null;
}
