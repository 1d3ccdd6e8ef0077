import { expect, test } from 'vitest';
import { expectedLines } from '@/utils/domain/numbers/expected-lines';
import { milestonesOf } from '@/utils/domain/numbers/log-milestones';
import { logNumbers } from '@/utils/domain/numbers/log-numbers';
import { logOf, type TrophyLog } from '@/utils/domain/numbers/trophy-log';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { earnedAt, earningsIn, setId } from '../../../support/earned-trophies';
import { aLibraryTitle } from '../../../support/library-titles.ts';

const HOUR = 3_600_000;
const NEWEST = Date.UTC(2026, 10, 20);

/** The newest so many trophies of a log, each third a platinum. */
function aLogOf(trophies: number): TrophyLog {
  const all = Array.from({ length: trophies }, (_, back) =>
    earnedAt(NEWEST - back * HOUR, { grade: back % 3 === 0 ? 'platinum' : 'bronze' }),
  );
  return logOf([earningsIn(1, all)]);
}

test.each([1, 3, 29, 100, 211, 640])('of %i trophies the lines are those that come', (trophies) => {
  const log = aLogOf(trophies);
  const platinum = Math.ceil(trophies / 3);
  const earned = { ...noTrophies(), platinum, bronze: trophies - platinum };
  const titles = [
    { ...aLibraryTitle({ npCommunicationId: setId(1) }), earned, lastUpdatedAt: NEWEST },
  ];
  const told = milestonesOf(log, logNumbers(log, titles), titles, []);
  const newest = Math.min(60, trophies);
  const lines = [...told].flatMap(([place, { length }]) =>
    place >= log.count - newest ? [[place - log.count + newest, length] as const] : [],
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(expectedLines(aLogOf(newest), newest, earned)).toEqual(new Map(lines));
});

test('where Sony counts nothing, or not all, no room is kept', () => {
  const log = aLogOf(100);
  for (const earned of [null, { ...noTrophies(), bronze: null }, noTrophies()]) {
    expect(expectedLines(log, 60, earned).size).toBe(0);
  }
});
