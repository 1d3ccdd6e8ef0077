import * as z from 'zod/mini';
import { withSample, type ClockEstimate } from '../domain/clock-offset';
import { storedValue } from './stored-value';

/** How far Sony's clock is ahead of this device's, in milliseconds. */
export const clockOffset = storedValue('local', 'clockOffset', z.number(), 0);
/** What each of Sony's hosts showed last: a worker often lives for one answer only. */
const clockSamples = storedValue('local', 'clockSamples', z.record(z.string(), z.number()), {});

const NOTHING: ClockEstimate = { offset: 0, samples: {} };

/**
 * Sony's clock, as far as its answers show it: a device whose clock is wrong, or is set while a connection lasts,
 * counts down rightly all the same.
 */
export class SonyClock {
  #estimate = NOTHING;

  /** Takes up what an earlier worker measured. */
  async load(): Promise<void> {
    const [offset, samples] = await Promise.all([clockOffset.read(), clockSamples.read()]);
    this.#estimate = { offset, samples };
  }

  /** Now, in milliseconds since 1970, by Sony's clock. */
  readonly now = (): number => Date.now() + this.#estimate.offset;

  /** An instant of Sony's by this device's clock, which alarms go by. */
  readonly onThisDevice = (instant: number): number => instant - this.#estimate.offset;

  /** The way back: an instant of this device's by Sony's clock. */
  readonly fromThisDevice = (instant: number): number => instant + this.#estimate.offset;

  /** What was measured goes with everything else; the next answers measure anew. */
  forget(): void {
    this.#estimate = NOTHING;
  }

  /**
   * Learns from an answer's head. Answers by how much that moved this clock, in milliseconds.
   * @param onMoved corrects what was reckoned by it, before anybody follows the clock: by how much, and what it said
   */
  readonly learn = async (
    host: string,
    headers: Headers,
    onMoved: (by: number, before: number) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<number> => {
    const date = headers.get('Date') ?? '';
    // Without its zone it would be read in this device's.
    const instant = date.endsWith(' GMT') ? Date.parse(date) : NaN;
    // What lay in a cache says when it was put there.
    const isCached = Number(headers.get('Age') ?? 0) !== 0;
    if (!Number.isFinite(instant) || isCached) return 0;
    const before = this.#estimate;
    const after = withSample(before, host, instant - Date.now());
    this.#estimate = after;
    const moved = after.offset - before.offset;
    if (moved !== 0) await onMoved(moved, Date.now() + before.offset);
    // A disk that is full costs no answer: the next worker measures anew.
    await store(before, after).catch(() => undefined);
    return moved;
  };
}

async function store(before: ClockEstimate, after: ClockEstimate): Promise<void> {
  if (after.samples !== before.samples) await clockSamples.write({ ...after.samples });
  if (after.offset !== before.offset) await clockOffset.write(after.offset);
}
