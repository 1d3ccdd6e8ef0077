import { expect, test } from 'vitest';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { coverageOf, type CountedTitle } from '@/utils/domain/numbers/log-coverage';
import { milestonesOf } from '@/utils/domain/numbers/log-milestones';
import { logNumbers } from '@/utils/domain/numbers/log-numbers';
import { logOf } from '@/utils/domain/numbers/trophy-log';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { aLibraryTitle } from '../../../support/library-titles.ts';
import { aLog, earnedAt, earningsIn, setId } from '../../../support/earned-trophies';

/** A title of which Sony counts these as earned, the last of them on a day of January 2026. */
function counted(n: number, earned: Partial<CountedTitle['earned']>, day: number): CountedTitle {
  return {
    ...aLibraryTitle({ npCommunicationId: setId(n), choice: 'unpicked' }),
    ...{ earned: { ...noTrophies(), ...earned }, lastUpdatedAt: Date.UTC(2026, 0, day) },
  };
}

/** The title as its list says it now, with trophies that were fetched when it said something else. */
function fetchedFor(before: CountedTitle, now: CountedTitle): CountedTitle {
  return { ...now, fetched: { ...NOTHING_FETCHED, earned: earnedKey(before), at: 1 } };
}

const LOG = aLog(
  ['2026-01-02T00:00:00Z', '2026-01-04T00:00:00Z'],
  ['2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-05T00:00:00Z'],
);
const BEFORE = counted(1, { bronze: 2 }, 4);
const WHOLE = counted(2, { bronze: 3 }, 5);

test('a game that has more here than the list for which it was fetched says is counted as it is here', () => {
  const title = counted(1, { bronze: 1 }, 4);
  // Of the second nobody knows for which.
  for (const each of [fetchedFor(title, title), title])
    expect(coverageOf(LOG, [each, WHOLE])).toMatchObject({ total: 5, missing: [] });
});

test('one that was taken back is any of its game’s: numbers are exact above all of those', () => {
  const titles = [WHOLE, fetchedFor(BEFORE, counted(1, { bronze: 1 }, 4))];
  const { newest, exactFrom, at } = logNumbers(LOG, titles);
  expect([newest, exactFrom, at(4)]).toStrictEqual([4, 4, 4]);
  const { missing, ...coverage } = coverageOf(LOG, titles);
  expect(coverage).toStrictEqual({ dated: 4, undated: 0, total: 4, uncounted: [] });
  expect(missing).toMatchObject([{ title: titles[1], trophies: 0, takenBack: 1 }]);
});

test('one that was taken back is missed too where another was earned for it', () => {
  const titles = [WHOLE, fetchedFor(BEFORE, counted(1, { bronze: 1, silver: 1 }, 4))];
  expect(coverageOf(LOG, titles)).toMatchObject({
    ...{ dated: 4, total: 5 },
    missing: [{ trophies: 1, takenBack: 1 }],
  });
  expect(logNumbers(LOG, titles)).toMatchObject({ newest: 5, exactFrom: 4 });
});

test('a trophy of another grade in a set that is another one since was regraded, and not taken back', () => {
  const now = counted(1, { bronze: 1, silver: 1 }, 4);
  const regraded = { ...now, defined: { ...now.defined, bronze: 9, silver: 11 } };
  expect(coverageOf(LOG, [WHOLE, fetchedFor(BEFORE, regraded)])).toMatchObject({
    ...{ dated: 5, total: 5, missing: [] },
  });
});

test('a platinum that was taken back is not counted with those above it', () => {
  const platinums = (n: number, days: readonly number[]) =>
    earningsIn(
      n,
      days.map((day) => earnedAt(Date.UTC(2026, 0, day), { grade: 'platinum' })),
    );
  const log = logOf([platinums(1, [1]), platinums(2, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]);
  const taken = fetchedFor(counted(1, { platinum: 1 }, 1), counted(1, {}, 1));
  const titles = [taken, counted(2, { platinum: 11 }, 12)];
  const said = titles.map((each) => ({ ...each, groupCount: 1, tally: null, progress: 50 }));
  const told = [...milestonesOf(log, logNumbers(log, titles), said, [])];
  expect(told.flatMap(([place, all]) => all.map((each) => [place, each]))).toStrictEqual([
    [1, { kind: 'trophy', number: 1 }],
    [1, { kind: 'platinum', number: 1 }],
    [10, { kind: 'platinum', number: 10 }],
  ]);
});
