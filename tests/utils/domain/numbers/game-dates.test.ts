import { expect, test } from 'vitest';
import { gameDatesOf, poppedPlaces } from '@/utils/domain/numbers/game-dates';
import { rarestIn } from '@/utils/domain/numbers/logged-rates';
import { civilColumnsOf, logOf } from '@/utils/domain/numbers/trophy-log';
import { earnedAt, earningsIn, setId } from '../../../support/earned-trophies';

const UTC = [{ from: -Infinity, offset: 0 }];
const DAY = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000;

test('a game has the days of its first and last trophy, of the base game, and its platinum', () => {
  const log = logOf([
    earningsIn(1, [
      earnedAt('2026-01-05T10:00Z', { groupId: '001' }),
      earnedAt('2026-01-07T10:00Z'),
      earnedAt('2026-02-01T10:00Z', { grade: 'platinum' }),
      earnedAt(null, { groupId: '001' }),
    ]),
    earningsIn(2, [earnedAt(null)]),
  ]);
  const [one, other] = gameDatesOf(log, civilColumnsOf(log, UTC));
  expect(one).toEqual({
    npCommunicationId: setId(1),
    first: DAY('2026-01-05'),
    firstOfBase: DAY('2026-01-07'),
    last: DAY('2026-02-01'),
    platinum: log.count - 1,
  });
  expect(other).toMatchObject({ first: null, last: null, firstOfBase: null, platinum: null });
});

test.each(['default', null])(
  'where a trophy without a date may be the first of the base game nobody knows when that was: %s',
  (groupId) => {
    const log = logOf([
      earningsIn(1, [
        earnedAt(null, { groupId }),
        earnedAt('2026-02-01T10:00Z', { grade: 'platinum' }),
      ]),
    ]);
    expect(gameDatesOf(log, civilColumnsOf(log, UTC))).toMatchObject([
      { first: DAY('2026-02-01'), firstOfBase: null, platinum: 1 },
    ]);
  },
);

test('nor where one with a date is of no group, and came before the first that is of the base game', () => {
  const ofGroups = (...groups: (string | null)[]) => {
    const days = ['2026-01-01', '2026-02-20', '2026-02-26'];
    const log = logOf([
      earningsIn(
        1,
        groups.map((groupId, index) => earnedAt(`${days[index]!}T10:00Z`, { groupId })),
      ),
    ]);
    return gameDatesOf(log, civilColumnsOf(log, UTC))[0]!.firstOfBase;
  };
  expect(ofGroups(null, 'default', 'default')).toBeNull();
  expect(ofGroups('001', null, 'default')).toBeNull();
  expect(ofGroups('default', null, 'default')).toBe(DAY('2026-01-01'));
  expect(ofGroups('001', 'default', null)).toBe(DAY('2026-02-20'));
});

test('five of a set within a minute popped by themselves, and those of two sets did not', () => {
  const within = (seconds: number) => earnedAt(Date.UTC(2026, 0, 1) + 1_000 * seconds);
  const one = earningsIn(1, [0, 10, 20, 30, 60].map(within));
  const [some, others] = [earningsIn(2, [1, 2, 3].map(within)), earningsIn(3, [4, 5].map(within))];
  expect([...poppedPlaces(logOf([one]))]).toEqual([1, 1, 1, 1, 1]);
  expect([...poppedPlaces(logOf([some, others]))]).toEqual([0, 0, 0, 0, 0]);
});

test('the rarest are the same as of all in one order, however few are looked at', () => {
  const rated = (rate: number | null) =>
    earnedAt('2026-01-01T00:00Z', { rates: rate === null ? [] : [{ day: 20_454, rate }] });
  const log = logOf([earningsIn(1, [400, 3, null, 12, 3, 999].map(rated))]);
  expect(rarestIn(log, 3).map(({ rate }) => rate)).toEqual([3, 3, 12]);
  expect(rarestIn(log, 99).map(({ rate }) => rate)).toEqual([3, 3, 12, 400, 999]);
});
