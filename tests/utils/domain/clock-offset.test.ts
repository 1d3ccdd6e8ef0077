import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withSample, type ClockEstimate } from '@/utils/domain/clock-offset';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const NOTHING: ClockEstimate = { offset: 0, samples: {} };

type Sample = [host: string, measured: number];

function by(host: string, ...measured: number[]): Sample[] {
  return measured.map((one) => [host, one]);
}

/** The offset after each of these answers. */
function offsets(samples: readonly Sample[], before = NOTHING): number[] {
  let estimate = before;
  return samples.map(([host, measured]) => {
    estimate = withSample(estimate, host, measured);
    return estimate.offset;
  });
}

function changes(values: readonly number[]): number {
  return values.filter((value, index) => index > 0 && value !== values[index - 1]).length;
}

test('one sample moves nothing, a second that agrees does', () => {
  expect(offsets(by('a', 3 * DAY, 3 * DAY - 900))).toStrictEqual([0, 3 * DAY]);
});

test('the second may come from another host', () => {
  const samples = [...by('a', 3 * DAY), ...by('b', 3 * DAY - 900)];
  expect(offsets(samples)).toStrictEqual([0, 3 * DAY - 900]);
});

test('two that disagree move nothing', () => {
  expect(offsets(by('a', DAY, 2 * DAY, DAY))).toStrictEqual([0, 0, 0]);
});

test('a few seconds are no difference, also where the clock comes from far off', () => {
  expect(offsets(by('a', 4_000, 4_000))).toStrictEqual([0, 0]);
  expect(offsets(by('a', -900, -900), { offset: DAY, samples: {} })).toStrictEqual([DAY, 0]);
});

test('a clock at the edge of those few seconds does not go to and fro', () => {
  expect(offsets(by('a', 5_000, 5_000, 15_000, 4_999, 5_000))).toStrictEqual([
    0, 5_000, 5_000, 5_000, 5_000,
  ]);
});

test('what no device that reaches Sony can be off by is not believed, however often it is said', () => {
  expect(offsets(by('a', 401 * DAY, 401 * DAY, 401 * DAY))).toStrictEqual([0, 0, 0]);
  expect(offsets(by('a', -401 * DAY, -401 * DAY))).toStrictEqual([0, 0]);
  expect(offsets(by('a', 399 * DAY, 399 * DAY))).toStrictEqual([0, 399 * DAY]);
});

test('a device whose clock is set is followed, and so is one that is put right', () => {
  const seen = offsets([0, DAY, 0].flatMap((ahead) => [...by('a', ahead), ...by('b', ahead)]));
  expect(seen).toStrictEqual([0, 0, 0, DAY, DAY, 0]);
});

test('a wrong offset that is stored is healed by the next two answers', () => {
  const wrong = { offset: 300 * DAY, samples: { a: 300 * DAY } };
  expect(offsets(by('a', 0, 0), wrong)).toStrictEqual([300 * DAY, 0]);
});

test('a host that bears out the clock as it is moves nothing, whatever another showed on another day', () => {
  const samples = { a: 0, b: 0 };
  expect(offsets(by('a', 38 * DAY, 38 * DAY), { offset: 38 * DAY, samples })).toStrictEqual([
    38 * DAY,
    38 * DAY,
  ]);
});

test('stays where the answer at hand is, although an earlier one at the edge bears it out', () => {
  expect(offsets(by('a', -1_086, -1_086, -11_086, -5_000, -1_086))).toStrictEqual([0, 0, 0, 0, 0]);
});

test('one wrong sample takes nothing away of what a host is known by', () => {
  const late = by('a', -2_214, -2_214, -12_214, -5_000, -5_000);
  expect(offsets(late)).toStrictEqual([0, 0, 0, 0, 0]);
});

test('says so where nothing is new', () => {
  const estimate = { offset: 0, samples: { a: 100 } };
  expect(withSample(estimate, 'a', -900)).toBe(estimate);
});

const hour = fc.integer({ min: -60 * MINUTE, max: 60 * MINUTE });
/** Whole seconds and the way of an answer. */
const lag = fc.integer({ min: -4_000, max: 0 });
const answers = fc.array(fc.tuple(fc.constantFrom('a', 'b'), lag), { maxLength: 60 });

function samplesOf(all: readonly Sample[], clocks: Record<string, number>): Sample[] {
  return all.map(([host, late]) => [host, (clocks[host] ?? 0) + late]);
}

test('whatever two hosts with clocks of their own answer, it moves once at most', () => {
  const apart = fc.integer({ min: -4 * MINUTE, max: 4 * MINUTE });
  fc.assert(
    fc.property(hour, apart, hour, answers, (a, by, offset, all) => {
      // From a clock that is far off, too, but not to where only one of them is close enough to stay.
      const from = Math.abs(offset) < Math.abs(a) ? a + by : offset;
      const seen = offsets(samplesOf(all, { a, b: a + by }), { offset: from, samples: {} });
      expect(changes([from, ...seen])).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1_000 },
  );
});

test('where the two are far apart it moves twice at most, and ends at the one that this device bears out', () => {
  const far = fc.integer({ min: 2 * 60 * MINUTE, max: 399 * DAY });
  const wrong = fc.oneof(
    far,
    far.map((by) => -by),
  );
  fc.assert(
    fc.property(hour, wrong, fc.boolean(), answers, (a, b, isFirst, all) => {
      const twice = [...by('a', a, a), ...by('b', b, b)];
      const samples = [...(isFirst ? twice : twice.reverse()), ...samplesOf(all, { a, b })];
      const seen = offsets(samples);
      expect(changes([0, ...seen])).toBeLessThanOrEqual(2);
      expect(Math.abs((seen.at(-1) ?? 0) - a)).toBeLessThan(10_000);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever was known before, it ends at one of the hosts', () => {
  const known = fc.record({ offset: hour, samples: fc.record({ a: hour, b: hour }) });
  fc.assert(
    fc.property(hour, hour, known, answers, (a, b, before, all) => {
      const twice = [0, 0].flatMap((late) => [...by('a', late), ...by('b', late)]);
      const samples = samplesOf([...twice, ...all], { a, b });
      const last = offsets(samples, before).at(-1) ?? 0;
      expect(Math.min(Math.abs(last - a), Math.abs(last - b))).toBeLessThan(10_000);
    }),
    { numRuns: 1_000 },
  );
});

test('one wrong sample among right ones is not even noticed', () => {
  const off = fc.integer({ min: 10 * SECOND, max: 399 * DAY });
  const wrong = fc.oneof(
    off,
    off.map((by) => -by),
  );
  fc.assert(
    fc.property(hour, wrong, fc.nat(20), fc.array(lag, { maxLength: 20 }), (a, odd, at, lags) => {
      const right = [a, a, ...lags.map((late) => a + late)];
      const samples = by('a', ...right.toSpliced(2 + at, 0, a + odd));
      expect(changes(offsets(samples).slice(1))).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});
