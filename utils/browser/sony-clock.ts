import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** How far Sony's clock is ahead of this device's, in milliseconds. */
export const clockOffset = storedValue('local', 'clockOffset', z.number(), 0);
/** `Date` has whole seconds and the answer was on its way: less than this is no difference. */
const TOLERANCE = 5_000;

/**
 * Sony's clock, as far as its answers show it: a device whose clock is wrong, or is set while a connection lasts,
 * counts down rightly all the same.
 */
export class SonyClock {
  #offset = 0;

  /** Takes up what an earlier worker measured. */
  async load(): Promise<void> {
    this.#offset = await clockOffset.read();
  }

  /** Now, in milliseconds since 1970, by Sony's clock. */
  readonly now = (): number => Date.now() + this.#offset;

  /** An instant of Sony's by this device's clock, which alarms go by. */
  readonly onThisDevice = (instant: number): number => instant - this.#offset;

  /** What was measured goes with everything else; the next answer measures anew. */
  forget(): void {
    this.#offset = 0;
  }

  /** Learns from an answer's `Date` header. */
  readonly learn = async (date: string | null): Promise<void> => {
    const instant = Date.parse(date ?? '');
    if (!Number.isFinite(instant)) return;
    const measured = instant - Date.now();
    const offset = Math.abs(measured) < TOLERANCE ? 0 : measured;
    if (Math.abs(offset - this.#offset) < TOLERANCE) return;
    this.#offset = offset;
    await clockOffset.write(offset);
  };
}
