import { DAY } from './day';

/** `Date` has whole seconds and the answer was on its way: less than this is no difference. */
const TOLERANCE = 5_000;
/** No certificate lasts longer than 398 days: a device that is further off has no answer of Sony's to learn from. */
const MOST = 400 * DAY;

/** A clock that is a little wrong harms nothing. */
const HARMLESS = 5 * 60_000;

/** True where the device's clock is so wrong that its player has to know. */
export function isClockWrong(offset: number): boolean {
  return Math.abs(offset) > HARMLESS;
}

/** What is known of Sony's clock. All in milliseconds that it is ahead of this device's. */
export interface ClockEstimate {
  offset: number;
  /** What each host's `Date` last showed: Sony's hosts need not agree with each other. */
  samples: Readonly<Record<string, number>>;
}

/**
 * The estimate after one more answer, or the same one where that says nothing new. Only a sample that an earlier one
 * bears out moves the clock, and only away from where no host is: so it settles at one host, and stays there.
 */
export function withSample(estimate: ClockEstimate, host: string, measured: number): ClockEstimate {
  if (Math.abs(measured) > MOST) return estimate;
  const isBorneOut = Object.values(estimate.samples).some((sample) => isNear(sample, measured));
  const samples = samplesAfter(estimate.samples, host, measured);
  // A sample beside the edge of what counts as none is near to the offset of either side.
  const isAtHost = [measured, ...Object.values(samples)].some(
    (sample) => isNear(sample, estimate.offset) || isNear(offsetOf(sample), estimate.offset),
  );
  const offset = isBorneOut && !isAtHost ? offsetOf(samples[host] ?? measured) : estimate.offset;
  const isSame = samples === estimate.samples && offset === estimate.offset;
  return isSame ? estimate : { offset, samples };
}

/** What a host showed first stands for all that is like it: it does not wander with how long answers take. */
function samplesAfter(
  samples: ClockEstimate['samples'],
  host: string,
  measured: number,
): ClockEstimate['samples'] {
  const before = samples[host];
  const isNew = before === undefined || !isNear(before, measured);
  return isNew ? { ...samples, [host]: measured } : samples;
}

function offsetOf(sample: number): number {
  return isNear(sample, 0) ? 0 : sample;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}
