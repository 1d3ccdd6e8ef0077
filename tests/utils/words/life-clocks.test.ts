import { describe, expect, test } from 'vitest';
import { nextRenewal, signInEnd } from '@/utils/words/life-clocks';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();
const ENDS = new Date(2027, 0, 18, 14, 32).getTime();

describe('the end of the sign-in', () => {
  test.each([
    ['alive', ENDS, '18 Jan 2027, 14:32'],
    ['alive', null, 'Sony did not say'],
    ['unknown', null, 'Not seen here'],
    ['signed-out', ENDS, 'Signed out'],
    ['other-account', ENDS, 'Not your account'],
  ] as const)('that is %s', (state, endsAt, words) => {
    expect(signInEnd({ state, endsAt, seenAt: 0, aliveAt: 0 }, 'en-GB')).toBe(words);
  });

  test('is not said of who was never seen signed in', () => {
    expect(signInEnd({ state: 'signed-out', endsAt: null, seenAt: 0 }, 'en-GB')).toBe(
      'Not seen here',
    );
  });
});

test('says when it is renewed', () => {
  expect(nextRenewal(NOON + 3_600_000, NOON, 'en-GB')).toBe('13:00');
  expect(nextRenewal(NOON - 1, NOON, 'en-GB')).toBe('Any moment');
});
