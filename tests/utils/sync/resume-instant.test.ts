import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAUSES } from '@/utils/domain/causes';
import type { Failure } from '@/utils/domain/failure';
import { resumeInstant, retryInstant } from '@/utils/sync/resume-instant';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;

/** The waits of the first stops, in minutes. */
function waits(failure: Failure): number[] {
  return [0, 1, 2, 3, 4, 99].map((stops) => (resumeInstant(failure, stops, NOW) - NOW) / MINUTE);
}

test.each<[Failure['cause'], number[]]>([
  ['sony-down', [1, 5, 15, 60, 60, 60]],
  ['no-answer', [1, 5, 15, 60, 60, 60]],
  ['answer-not-understood', [1, 5, 15, 60, 60, 60]],
  ['unexpected', [1, 5, 15, 60, 60, 60]],
  ['offline', [1, 5, 15, 60, 60, 60]],
  ['too-many-requests', [5, 15, 30, 60, 60, 60]],
  ['access-refused', [1, 5, 15, 60, 60, 60]],
  ['edge-block', [60, 360, 1_440, 1_440, 1_440, 1_440]],
  ['token-refused', [1, 5, 15, 60, 360, 360]],
  ['account-attention', [1, 5, 15, 60, 360, 360]],
  ['storage-full', [1, 5, 15, 60, 360, 360]],
])('after %s the waits are %j minutes', (cause, expected) => {
  expect(waits({ cause })).toStrictEqual(expected);
});

test('a limit that does not end when it has said makes the waits grow', () => {
  const soon: Failure = { cause: 'too-many-requests', until: NOW + MINUTE };
  expect(waits(soon)).toStrictEqual([1, 15, 30, 60, 60, 60]);
  expect(resumeInstant({ ...soon, until: NOW + 99 * MINUTE }, 3, NOW)).toBe(NOW + 99 * MINUTE);
});

test.each([
  ['lies ahead', NOW + 532_000, NOW + 532_000],
  ['is past', NOW - 1, NOW],
])(
  'an instant that was named and %s is when it goes on, however often it has stopped',
  (_, until, at) => {
    expect(resumeInstant({ cause: 'too-many-requests', until }, 0, NOW)).toBe(at);
    expect(resumeInstant({ cause: 'own-pause', until }, 9, NOW)).toBe(at);
    expect(resumeInstant({ cause: 'sony-down', during: 'refresh', until }, 9, NOW)).toBe(at);
  },
);

test.each([
  ['later than our own wait', NOW + 40 * MINUTE, 40],
  ['earlier', NOW + 1_000, 5],
  ['past', NOW - 1, 5],
])(
  'what a server with trouble says of itself is no reason to ask sooner: %s',
  (_, until, minutes) => {
    const at = NOW + minutes * MINUTE;
    expect(resumeInstant({ cause: 'sony-down', until }, 1, NOW)).toBe(at);
    expect(retryInstant({ cause: 'sony-down', until }, 1, NOW)).toBe(at);
  },
);

test('whatever the failure, it goes on, and the waits never shrink', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CAUSES), fc.nat(50), (cause, stops) => {
      const at = resumeInstant({ cause }, stops, NOW);
      expect(at).toBeGreaterThan(NOW);
      expect(at).toBeLessThanOrEqual(NOW + 24 * 60 * MINUTE);
      expect(resumeInstant({ cause }, stops + 1, NOW)).toBeGreaterThanOrEqual(at);
    }),
  );
});
