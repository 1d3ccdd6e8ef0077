import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsByDay, sessionMonths } from '@/utils/domain/numbers/session-months';
import { dayNumber, secondsAt } from '@/tests/support/civil-days.ts';

const HOUR = 3_600;
const UTC = [{ from: -Infinity, offset: 0 }];
const BERLIN = [
  { from: -Infinity, offset: HOUR },
  { from: secondsAt('2026-03-29T01:00Z'), offset: 2 * HOUR },
  { from: secondsAt('2026-10-25T01:00Z'), offset: HOUR },
];

test('a session over midnight is of both days', () => {
  const evening = { first: secondsAt('2026-11-24T21:00Z'), last: secondsAt('2026-11-25T00:30Z') };
  const day = dayNumber('2026-11-24');
  expect(secondsByDay(evening, UTC)).toEqual([
    [day, 3 * HOUR],
    [day + 1, HOUR / 2],
  ]);
  expect(secondsByDay(evening, BERLIN)).toEqual([
    [day, 2 * HOUR],
    [day + 1, 1.5 * HOUR],
  ]);
});

test('a day may have 23 hours, or 25', () => {
  const days = (from: string, to: string) =>
    secondsByDay({ first: secondsAt(from), last: secondsAt(to) }, BERLIN).map(([, each]) => each);
  expect(days('2026-03-28T22:00Z', '2026-03-30T00:00Z')).toEqual([HOUR, 23 * HOUR, 2 * HOUR]);
  expect(days('2026-10-24T21:00Z', '2026-10-26T00:00Z')).toEqual([HOUR, 25 * HOUR, HOUR]);
});

test('one over the end of a month is counted where it began, and its hours in both', () => {
  const sessions = [
    { first: secondsAt('2026-12-31T22:00Z'), last: secondsAt('2027-01-01T01:00Z') },
    { first: secondsAt('2026-03-01T22:00Z'), last: secondsAt('2026-03-01T22:00Z') },
  ].map((session) => ({ ...session, game: 1, trophies: 2 }));
  expect(sessionMonths(sessions, BERLIN)).toEqual([
    { year: 2026, month: 3, sessions: 1, seconds: 0 },
    { year: 2026, month: 12, sessions: 1, seconds: HOUR },
    { year: 2027, month: 1, sessions: 0, seconds: 2 * HOUR },
  ]);
});

test('the days of a session add up to it', () => {
  const anyStart = fc.integer({ min: secondsAt('2026-01-01'), max: secondsAt('2026-12-31') });
  fc.assert(
    fc.property(anyStart, fc.nat(90 * HOUR), (first, length) => {
      const days = secondsByDay({ first, last: first + length }, BERLIN);
      expect(days.reduce((sum, [, seconds]) => sum + seconds, 0)).toBe(length);
      expect(new Set(days.map(([day]) => day)).size).toBe(days.length);
    }),
  );
});
