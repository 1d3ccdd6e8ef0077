import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earningsOf, NO_GRADE, NO_GROUP, NO_RATE } from '@/utils/domain/numbers/earnings';
import { inLogOrder } from '@/utils/domain/numbers/log-order';
import { logOf, type TrophyLog } from '@/utils/domain/numbers/trophy-log';
import { GRADES } from '@/utils/domain/trophies/grades';
import type { Trophy, TrophySet } from '@/utils/domain/trophies/trophy-set';
import { aLog, earnedAt, earningsIn, NOW, setId } from '../../../support/earned-trophies';
import { aTrophy } from '../../../support/trophies';

const FIRST = Date.UTC(2006, 10, 1);

/** Few instants, so that many trophies have the same. */
const instants = fc.constantFrom(
  ...[null, FIRST, FIRST + 1_000, Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 1, 0, 0, 1)],
);
const trophies: fc.Arbitrary<Trophy> = fc
  .record({
    trophyId: fc.nat(300),
    groupId: fc.constantFrom('default', '001', '002', null),
    grade: fc.constantFrom(...GRADES, null),
    earned: fc.constantFrom(true, true, true, false, null),
    earnedAt: instants,
    rates: fc.array(fc.record({ day: fc.nat(30_000), rate: fc.nat(1_000) }), { maxLength: 2 }),
  })
  .map((said) => aTrophy(said));
const libraries: fc.Arbitrary<TrophySet[]> = fc.uniqueArray(
  fc.record({
    npCommunicationId: fc.nat(99_999).map(setId),
    groups: fc.constant([]),
    trophies: fc.uniqueArray(trophies, { maxLength: 12, selector: ({ trophyId }) => trophyId }),
  }),
  { maxLength: 8, selector: ({ npCommunicationId }) => npCommunicationId },
);

/** Each trophy of a log as others would say it, the oldest first. */
function trophiesOf(log: TrophyLog): unknown[] {
  return Array.from({ length: log.count }, (_, place) => ({
    npCommunicationId: log.sets[log.set[place]!]!.npCommunicationId,
    trophyId: log.trophyId[place],
    earnedAt: log.at[place] === 0 ? null : log.at[place]! * 1_000,
    grade: log.grade[place] === NO_GRADE ? null : GRADES[log.grade[place]!],
    rate: log.rate[place] === NO_RATE ? null : log.rate[place],
  }));
}

test('whatever order sets are stored in, their trophies stand in one order, and none is lost', () => {
  fc.assert(
    fc.property(libraries, fc.infiniteStream(fc.nat(1_000)), (sets, random) => {
      const shuffled = sets
        .map((set) => ({ set, key: Number(random.next().value) }))
        .sort((one, other) => one.key - other.key)
        .map(({ set }) => ({ ...set, trophies: set.trophies.toReversed() }));
      const expected = sets
        .flatMap(({ npCommunicationId, trophies: all }) =>
          all
            .filter(({ earned }) => earned === true)
            .map((trophy) => ({ ...trophy, npCommunicationId })),
        )
        .sort(inLogOrder)
        .map(({ npCommunicationId, trophyId, earnedAt: at, grade, rates }) => ({
          ...{ npCommunicationId, trophyId, earnedAt: at, grade },
          rate: rates.at(-1)?.rate ?? null,
        }));
      const log = logOf(shuffled.map((set) => earningsOf(set, NOW, true)));
      expect(trophiesOf(log)).toStrictEqual(expected);
      expect(log.undated).toBe(expected.filter(({ earnedAt: at }) => at === null).length);
    }),
  );
});

test('of more trophies than are read in one step each has its place, and none is lost', () => {
  const [sets, each] = [3, 15_000];
  const numbers = Array.from({ length: each }, (_, number) => number);
  const log = logOf(
    Array.from({ length: sets }, (_, set) =>
      earningsIn(
        set + 1,
        numbers.map((number) => earnedAt(FIRST + (number * sets + set) * 1_000)),
      ),
    ),
  );
  const places = Array.from({ length: sets * each }, (_, place) => place);
  expect([log.count, log.undated]).toEqual([places.length, 0]);
  expect([...log.at]).toEqual(places.map((place) => FIRST / 1_000 + place));
  expect([...log.set]).toEqual(places.map((place) => place % sets));
  expect([...log.trophyId]).toEqual(places.map((place) => Math.floor(place / sets)));
});

test('within a second the set decides, then the platinum is the last, then the number', () => {
  const at = Date.UTC(2026, 0, 1);
  const log = logOf([
    earningsIn(2, [earnedAt(at)]),
    earningsIn(1, [
      earnedAt(at, { grade: 'platinum' }),
      earnedAt(at, { grade: 'gold' }),
      earnedAt(at, { grade: 'bronze' }),
    ]),
  ]);
  expect(trophiesOf(log)).toMatchObject([
    { npCommunicationId: setId(1), trophyId: 1 },
    { npCommunicationId: setId(1), trophyId: 2 },
    { npCommunicationId: setId(1), trophyId: 0 },
    { npCommunicationId: setId(2), trophyId: 0 },
  ]);
});

test('a date from before PSN, or from the day after tomorrow, is none', () => {
  const log = aLog([FIRST - 1, NOW + 2 * 86_400_000, null, '2026-01-01T00:00:00Z']);
  expect([log.count, log.undated]).toStrictEqual([4, 3]);
});

test('each trophy has its rate of today and of its day, and its group', () => {
  const day = Math.floor(Date.UTC(2026, 2, 1) / 86_400_000);
  const set = {
    ...{ npCommunicationId: setId(1), groups: [] },
    trophies: [
      earnedAt('2026-03-01T00:00:00Z', {
        ...{ trophyId: 0, groupId: '002' },
        rates: [
          { day, rate: 21 },
          { day: day + 100, rate: 34 },
        ],
      }),
      earnedAt('2026-03-02T00:00:00Z', { trophyId: 1, groupId: null }),
    ],
  };
  const { rate, then, group } = logOf([earningsOf(set, NOW, true)]);
  expect([...rate]).toStrictEqual([34, NO_RATE]);
  expect([...then]).toStrictEqual([21, NO_RATE]);
  expect([...group]).toStrictEqual([1, NO_GROUP]);
});

test('the base game is done with its last trophy, where all of them are known', () => {
  const done = [earnedAt('2026-03-01T00:00:00Z'), earnedAt('2026-03-05T00:00:00Z')];
  const addOn = aTrophy({ groupId: '001', earned: false });
  const baseOf = (trophies: readonly Trophy[]): number | null => earningsIn(1, trophies).baseDoneAt;

  expect(baseOf([...done, addOn])).toBe(Date.UTC(2026, 2, 5) / 1_000);
  expect(baseOf([...done, aTrophy({ earned: false })])).toBeNull();
  expect(baseOf([...done, earnedAt(null)])).toBeNull();
  expect(baseOf([...done, earnedAt('2026-03-06T00:00:00Z', { groupId: null })])).toBeNull();
  expect(baseOf([addOn])).toBeNull();
  const some = { npCommunicationId: setId(1), groups: [], trophies: done };
  expect(earningsOf(some, NOW, false).baseDoneAt).toBeNull();
});

test('a rate of nobody on the day of the trophy is not believed where there was one later', () => {
  const day = Math.floor(Date.UTC(2026, 2, 1) / 86_400_000);
  const earned = (trophyId: number, later: number) =>
    earnedAt('2026-03-01T00:00:00Z', {
      trophyId,
      rates: [{ day, rate: 0 }, ...(later === 0 ? [] : [{ day: day + 30, rate: later }])],
    });
  const set = {
    ...{ npCommunicationId: setId(1), groups: [] },
    trophies: [earned(0, 30), earned(1, 0)],
  };
  const { rate, then } = logOf([earningsOf(set, NOW, true)]);
  expect([...rate]).toStrictEqual([30, 0]);
  expect([...then]).toStrictEqual([NO_RATE, 0]);
});
