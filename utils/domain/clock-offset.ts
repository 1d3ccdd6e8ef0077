import { DAY } from './time-units';

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
 * bears out moves the clock, and only away from where no host is, or where one is that is far off by another: so it
 * settles at one host, and stays there.
 */
export function withSample(estimate: ClockEstimate, host: string, measured: number): ClockEstimate {
  if (Math.abs(measured) > MOST) return estimate;
  const isBorneOut = Object.values(estimate.samples).some((sample) => isNear(sample, measured));
  const samples = isBorneOut
    ? samplesWith(estimate.samples, host, measured)
    : samplesDoubting(estimate.samples, host, measured);
  const offset = isBorneOut ? settled({ ...estimate, samples }, host, measured) : estimate.offset;
  const isSame = samples === estimate.samples && offset === estimate.offset;
  return isSame ? estimate : { offset, samples };
}

/** Where the clock stands once a sample is borne out. */
function settled({ offset, samples }: ClockEstimate, host: string, measured: number): number {
  // What speaks against it may be of another day, and of a clock that has been set since.
  if (isNear(measured, offset)) return offset;
  const known = knownOf(samples);
  // Of hosts that are far apart the one is wrong by which this device's own clock is: it is the third witness.
  const least = known.reduce(
    (one, other) => (Math.abs(other) < Math.abs(one) ? other : one),
    measured,
  );
  const isFarOff = (sample: number): boolean => Math.abs(sample) - Math.abs(least) > HARMLESS;
  // A sample beside the edge of what counts as none is near to the offset of either side.
  const isAtHost = [measured, ...known].some(
    (sample) => isNear(sample, offset) || isNear(offsetOf(sample), offset),
  );
  if (isAtHost && !isFarOff(offset)) return offset;
  const shown = samples[host] ?? measured;
  return offsetOf(isFarOff(shown) ? least : shown);
}

/** What a host showed once and not yet again lies beside what it is known by, under its name and this. */
const DOUBTED = '?';

/** One that nothing bears out: what the host is known by stays, so that one wrong header takes nothing away. */
function samplesDoubting(
  samples: ClockEstimate['samples'],
  host: string,
  measured: number,
): ClockEstimate['samples'] {
  return { ...samples, [host + DOUBTED]: measured };
}

/**
 * One that is borne out: every host that has shown the like is known by it from now on. What it showed first stands for
 * all that is like it: it does not wander with how long answers take.
 */
function samplesWith(
  samples: ClockEstimate['samples'],
  host: string,
  measured: number,
): ClockEstimate['samples'] {
  const known = samples[host];
  if (known !== undefined && isNear(known, measured)) return samples;
  const doubted = Object.entries(samples).filter(
    ([name, sample]) => name.endsWith(DOUBTED) && isNear(sample, measured),
  );
  const shown = doubted.map(([name, sample]) => [name.slice(0, -DOUBTED.length), sample] as const);
  const rest = Object.entries(samples).filter(([name]) => !doubted.some(([gone]) => gone === name));
  return { ...Object.fromEntries(rest), [host]: measured, ...Object.fromEntries(shown) };
}

/** What the hosts are known by. */
function knownOf(samples: ClockEstimate['samples']): number[] {
  return Object.entries(samples).flatMap(([name, sample]) =>
    name.endsWith(DOUBTED) ? [] : sample,
  );
}

function offsetOf(sample: number): number {
  return isNear(sample, 0) ? 0 : sample;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}
