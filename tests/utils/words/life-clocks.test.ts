import { describe, expect, test } from 'vitest';
import { accessEnd, nextRenewal, proved, signInEnd } from '@/utils/words/life-clocks';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();
const ENDS = new Date(2027, 0, 18, 14, 32).getTime();

describe('the end of the sign-in', () => {
  test.each([
    ['alive', ENDS, '18 Jan 2027'],
    ['alive', null, 'Sony did not say'],
    ['unknown', null, 'Not seen here'],
    ['signed-out', ENDS, 'Signed out'],
    ['other-account', ENDS, 'Not your account'],
  ] as const)('that is %s', (state, endsAt, words) => {
    expect(signInEnd({ state, endsAt, seenAt: 0 }, false, 'en-GB')).toBe(words);
  });

  test('has its time where there is room', () => {
    const session = { state: 'alive', endsAt: ENDS, seenAt: 0 } as const;
    expect(signInEnd(session, true, 'en-GB')).toBe('18 January 2027 at 14:32');
  });
});

test('says when access ends, when it was proved and when it is renewed', () => {
  expect(accessEnd(ENDS, false, 'en-GB')).toBe('18 Jan 2027');
  expect(proved(NOON - 3_600_000, NOON, 'en-GB')).toBe('1 hour ago');
  expect(nextRenewal(NOON + 3_600_000, NOON, 'en-GB')).toBe('13:00');
  expect(nextRenewal(NOON - 1, NOON, 'en-GB')).toBe('Any moment');
});
