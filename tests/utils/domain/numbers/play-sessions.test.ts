import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  estimatedTime,
  longestSessions,
  playSessions,
  SESSION_GAPS,
  sessionTimeOf,
} from '@/utils/domain/numbers/play-sessions';
import { secondsAt } from '@/tests/support/civil-days.ts';

const HOUR = 3_600;
const MINUTE = 60;
const [GAME, OTHER] = [3, 8];
const EVENING = ['18:02', '18:40', '21:50'].map((time) => secondsAt(`2026-11-24T${time}Z`));
const NIGHT = secondsAt('2026-11-25T02:30Z');
const AT = [...EVENING, NIGHT];

function of(game: number, ...at: number[]) {
  return playSessions(
    at,
    at.map(() => game),
  );
}

test('an evening and a night are two sessions: at least, and as estimated', () => {
  const sessions = of(GAME, ...AT);
  expect(sessions).toEqual([
    { game: GAME, first: EVENING[0], last: EVENING[2], trophies: 3 },
    { game: GAME, first: NIGHT, last: NIGHT, trophies: 1 },
  ]);
  expect(sessionTimeOf(sessions, null)).toEqual({
    atLeast: 3 * HOUR + 48 * MINUTE,
    estimate: 5 * HOUR + 42 * MINUTE,
  });
});

test('four hours between two trophies end a session, a second less does not', () => {
  expect(of(GAME, 1, 4 * HOUR)).toHaveLength(1);
  expect(of(GAME, 1, 1 + 4 * HOUR)).toHaveLength(2);
});

test('a long evening is one, however long: the gap counts from the last trophy', () => {
  expect(of(GAME, ...[1, 2, 3, 4, 5, 6].map((n) => n * 3 * HOUR))).toHaveLength(1);
});

test('the player may choose another gap', () => {
  const games = AT.map(() => GAME);
  expect(SESSION_GAPS.map((gap) => playSessions(AT, games, gap).length)).toEqual([3, 3, 2, 1]);
});

test('a trophy of another game between two of one cuts the session', () => {
  const sessions = playSessions([100, 200, 300, 400], [GAME, GAME, OTHER, GAME]);
  expect(sessions.map(({ game, trophies }) => [game, trophies])).toEqual([
    ...[
      [GAME, 2],
      [OTHER, 1],
      [GAME, 1],
    ],
  ]);
});

test('what has no date, and what popped by itself, is of no session', () => {
  expect(playSessions([0, 0, 100, 200], [GAME, OTHER, GAME, GAME])).toHaveLength(1);
  const sessions = playSessions([100, 150, 200], [GAME, OTHER, GAME], 4, (place) => place === 1);
  expect(sessions).toEqual([{ game: GAME, first: 100, last: 200, trophies: 2 }]);
});

test('an estimate is never above what Sony says, and never below what is known', () => {
  const sessions = of(GAME, ...AT);
  expect(sessionTimeOf(sessions, HOUR).estimate).toBe(3 * HOUR + 48 * MINUTE);
  expect(sessionTimeOf(sessions, 4 * HOUR).estimate).toBe(4 * HOUR);
  expect(sessionTimeOf(sessions, 9 * HOUR).estimate).toBe(5 * HOUR + 42 * MINUTE);
});

test('each game is estimated for itself, by its own playtime', () => {
  const both = [...of(GAME, ...AT), ...of(OTHER, ...AT)];
  const playSeconds = (game: number) => (game === GAME ? 4 * HOUR : null);
  expect(estimatedTime(both, playSeconds)).toBe(9 * HOUR + 42 * MINUTE);
  expect(estimatedTime([], playSeconds)).toBe(0);
});

test('without a session nothing is estimated', () => {
  expect(sessionTimeOf([], 4 * HOUR)).toEqual({ atLeast: 0, estimate: null });
});

test('the longest first, of those that are as long the latest', () => {
  const sessions = of(GAME, ...[1, HOUR, 9 * HOUR, 10 * HOUR, 20 * HOUR, 20 * HOUR + HOUR - 1]);
  const starts = (limit: number) => longestSessions(sessions, limit).map(({ first }) => first);
  expect(starts(9)).toEqual([9 * HOUR, 20 * HOUR, 1]);
  expect(starts(1)).toEqual([9 * HOUR]);
});

test('every trophy with a date is of one session, and sessions lie one after the other', () => {
  const anyTrophy = fc.tuple(fc.integer({ min: 1, max: 200 * HOUR }), fc.nat(3));
  fc.assert(
    fc.property(fc.array(anyTrophy), (trophies) => {
      const sorted = trophies.toSorted(([one], [other]) => one - other);
      const at = Uint32Array.from(sorted.map(([second]) => second));
      const sessions = playSessions(
        at,
        sorted.map(([, game]) => game),
      );
      expect(sessions.reduce((sum, session) => sum + session.trophies, 0)).toBe(trophies.length);
      sessions.forEach(({ first, last, game }, index) => {
        expect(first).toBeLessThanOrEqual(last);
        const next = sessions[index + 1];
        if (next === undefined) return;
        expect(last).toBeLessThanOrEqual(next.first);
        if (next.game === game) expect(next.first - last).toBeGreaterThanOrEqual(4 * HOUR);
      });
    }),
  );
});
