import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionEndsAt, timeLeft, zoneOf } from '@/utils/domain/token-life';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [60 * DAY, 'green'],
  [14 * DAY + 1, 'green'],
  [14 * DAY, 'amber'],
  [2 * DAY + 1, 'amber'],
  [2 * DAY, 'red'],
  [1, 'red'],
  [0, 'expired'],
  [-DAY, 'expired'],
])('with %i ms left the zone is %s', (left, zone) => {
  expect(zoneOf(left)).toBe(zone);
});

test('zones only ever get worse as time goes by', () => {
  const order = ['green', 'amber', 'red', 'expired'];
  fc.assert(
    fc.property(fc.integer({ max: 90 * DAY }), fc.nat(90 * DAY), (left, passed) => {
      expect(order.indexOf(zoneOf(left - passed))).toBeGreaterThanOrEqual(
        order.indexOf(zoneOf(left)),
      );
    }),
  );
});

describe('time left', () => {
  test.each([
    [60 * DAY, 60, 'day'],
    [2 * DAY, 2, 'day'],
    [2 * DAY - 1, 47, 'hour'],
    [HOUR, 1, 'hour'],
    [HOUR - 1, 59, 'minute'],
    [0, 0, 'minute'],
    [-5 * DAY, 0, 'minute'],
  ])('%i ms are %i %ss', (left, value, unit) => {
    expect(timeLeft(left)).toStrictEqual({ value, unit });
  });

  test('never claims more than there is', () => {
    const length = { day: DAY, hour: HOUR, minute: MINUTE };
    fc.assert(
      fc.property(fc.nat(100 * DAY), (left) => {
        const { value, unit } = timeLeft(left);
        expect(value * length[unit]).toBeLessThanOrEqual(left);
      }),
    );
  });
});

test('a connection ends with the earlier of its clocks; an unknown session does not count', () => {
  const life = { provedAt: 0, refreshTokenEndsAt: 10, sessionEndsAt: 20 };
  expect(connectionEndsAt(life)).toBe(10);
  expect(connectionEndsAt({ ...life, sessionEndsAt: 5 })).toBe(5);
  expect(connectionEndsAt({ ...life, sessionEndsAt: null })).toBe(10);
});
