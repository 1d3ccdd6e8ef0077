import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  connectionEndsAt,
  isEndGuessed,
  isRunningOut,
  isWorthRenewing,
  nextChangeAt,
  timeLeft,
  zoneIn,
  zoneOf,
} from '@/utils/domain/connection/token-life';
import { aConnected, aTokenLife } from '../../../support/connections';

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
    [14 * DAY - 5_000, 14, 'day'],
    [2 * DAY - MINUTE, 47, 'hour'],
    [HOUR, 1, 'hour'],
    [HOUR - MINUTE, 59, 'minute'],
    [1, 1, 'minute'],
    [0, 0, 'minute'],
    [-5 * DAY, 0, 'minute'],
  ])('%i ms are %i %ss', (left, value, unit) => {
    expect(timeLeft(left)).toStrictEqual({ value, unit });
  });

  test('never claims more than a minute beyond what there is', () => {
    const length = { day: DAY, hour: HOUR, minute: MINUTE };
    fc.assert(
      fc.property(fc.nat(100 * DAY), (left) => {
        const { value, unit } = timeLeft(left);
        expect(value * length[unit]).toBeLessThan(left + MINUTE);
      }),
    );
  });
});

describe('the connection ends', () => {
  const life = aTokenLife({ refreshTokenEndsAt: 10 * DAY });

  test('with the session, where it renews itself from one that is alive', () => {
    expect(connectionEndsAt(life, true)).toBe(60 * DAY);
  });

  test('with the refresh token, where the player switched renewal off', () => {
    expect(connectionEndsAt(life, false)).toBe(10 * DAY);
  });

  test.each(['signed-out', 'other-account', 'unknown'] as const)(
    'with the refresh token, where the session is %s',
    (state) => {
      const session = { ...life.session, state };
      expect(connectionEndsAt({ ...life, session }, true)).toBe(10 * DAY);
    },
  );
});

describe.each(['signed-out', 'other-account'] as const)('a session that is %s', (state) => {
  const session = { state, endsAt: 60 * DAY, seenAt: 2 * DAY, aliveAt: DAY };
  const life = aTokenLife({ refreshTokenEndsAt: 10 * DAY, provedAt: 2 * DAY, session });

  test('ends the connection about a week after it was last alive', () => {
    expect(connectionEndsAt(life, true)).toBe(8 * DAY);
    expect(isEndGuessed(life)).toBe(true);
  });

  test('and not before the token ends, where that is nearer', () => {
    const soon = { ...life, refreshTokenEndsAt: 5 * DAY };
    expect(connectionEndsAt(soon, true)).toBe(5 * DAY);
    expect(isEndGuessed(soon)).toBe(false);
  });

  test('and where the connection works on after that, the token says when', () => {
    const outlived = { ...life, provedAt: 9 * DAY };
    expect(connectionEndsAt(outlived, true)).toBe(10 * DAY);
    expect(isEndGuessed(outlived)).toBe(false);
  });
});

describe('the next change', () => {
  test('is at every boundary and at every change of the words, and nowhere between', () => {
    const endsAt = 100 * DAY;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 * DAY }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (left, share) => {
          const now = endsAt - left;
          const change = nextChangeAt(endsAt, now);
          if (change === null) throw new Error('There is time left.');
          const shown = (at: number) => [zoneOf(endsAt - at), timeLeft(endsAt - at)];
          const before = Math.floor(now + (change - 1 - now) * share);
          expect(change).toBeGreaterThan(now);
          expect(shown(before)).toStrictEqual(shown(now));
          if (zoneOf(left) !== 'green') expect(shown(change)).not.toStrictEqual(shown(now));
        },
      ),
    );
  });

  test('is never, once it is over', () => {
    expect(nextChangeAt(5, 5)).toBeNull();
  });
});

test.each([
  [2 * DAY, true],
  [14 * DAY, true],
  [14 * DAY + 1, false],
  [60 * DAY, false],
])('a session with %i ms left runs out: %s', (left, runsOut) => {
  expect(isRunningOut(1_000 + left, 1_000)).toBe(runsOut);
});

describe('renewing is worth it', () => {
  const life = aTokenLife({ grant: 10 * DAY, refreshTokenEndsAt: 10 * DAY });

  test.each([
    ['a day later', DAY, 60 * DAY, true],
    ['an hour later', HOUR, 60 * DAY, false],
    ['with a session that ends as soon as the token', 5 * DAY, 10 * DAY, false],
    ['with a worse session', 5 * DAY, 8 * DAY, false],
    ['after the token has ended', 20 * DAY, 60 * DAY, true],
    ['a minute after a short grant has ended', 10 * DAY + MINUTE, 10 * DAY + HOUR, true],
  ])('%s: %#', (_, now, sessionEndsAt, worth) => {
    expect(isWorthRenewing(life, sessionEndsAt, now)).toBe(worth);
  });
});

test('a connection is over when Sony said so: by the clock alone it only runs out', () => {
  const connected = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: 10 * DAY }) });
  expect(zoneIn(connected, false, 9 * DAY)).toBe('red');
  expect(zoneIn(connected, false, 10 * DAY)).toBe('red');
  expect(zoneIn(connected, false, 300 * DAY)).toBe('red');
  expect(zoneIn(connected, true, 10 * DAY)).toBe('green');
  const refused = aConnected({ failure: { cause: 'token-refused' } });
  expect(zoneIn(refused, true, 0)).toBe('expired');
});
