import { describe, expect, test } from 'vitest';
import { GRADES, type Grade } from '@/utils/domain/trophies/grades';
import { dateOf } from '@/utils/domain/numbers/civil-time';
import { NO_RATE, earningsOf } from '@/utils/domain/numbers/earnings';
import { coverageOf } from '@/utils/domain/numbers/log-coverage';
import { logFilterOf } from '@/utils/domain/numbers/log-filter';
import { logNumbers } from '@/utils/domain/numbers/log-numbers';
import { matchingTrophies } from '../../../support/matching-trophies';
import { civilColumnsOf, logOf } from '@/utils/domain/numbers/trophy-log';
import { offsetChanges } from '@/utils/format/time-zones';
import { Accounts } from '../../../psn/accounts/accounts.ts';
import { aLibraryTitle } from '../../../support/statuses';
import { aTrophy } from '../../../support/trophies';

/*
 * A library of 60 games in which each tenth is odd in one way, against what stands in the account itself: no rule of
 * the log is used for what is expected.
 */

const NOW = Date.UTC(2026, 10, 27, 12);
const KINDS = ['plain', 'undated', 'same second', 'hidden', 'gone', 'not fetched'] as const;

/** A trophy that the account has earned, with what a row of the log is to say of it. */
interface Earned {
  set: string;
  trophyId: number;
  /** Milliseconds since 1970; null: nobody knows. */
  at: number | null;
  grade: Grade;
  rate: number;
}

interface Game {
  kind: (typeof KINDS)[number];
  id: string;
  earned: Earned[];
  others: number;
}

const account = new Accounts(1, NOW).named('hunter');
const games: Game[] = [...account.setsById()].slice(0, 60).map(([id, set], index) => {
  const kind = KINDS[index % 10] ?? 'plain';
  const trophies = account.trophies(set);
  const last = Math.max(...trophies.map(({ earnedAt }) => earnedAt ?? 0));
  const earned = trophies.flatMap(({ id: trophyId, earnedAt, grade, rate }): Earned[] => {
    if (earnedAt === null) return [];
    const isUndated = kind === 'undated' && trophyId % 3 === 0;
    const at = isUndated ? null : kind === 'same second' ? last : earnedAt;
    return [{ set: id, trophyId, at, grade, rate: Math.round(10 * rate) }];
  });
  return { kind, id, earned, others: trophies.length - earned.length };
});
const fetched = games.filter(({ kind }) => kind !== 'not fetched');
const unfetched = games.filter(({ kind }) => kind === 'not fetched');

const titles = games.map(({ kind, id, earned }) =>
  aLibraryTitle({
    npCommunicationId: id,
    earned: { bronze: earned.length, silver: 0, gold: 0, platinum: 0 },
    lastUpdatedAt: Math.max(0, ...earned.map(({ at }) => at ?? 0)),
    hidden: kind === 'hidden',
    absence: kind === 'gone' ? { missedAt: NOW, isSure: true } : null,
  }),
);
const log = logOf(
  fetched.map(({ id, earned, others }) => {
    const trophies = earned.map(({ trophyId, at, grade, rate }) =>
      aTrophy({ ...{ trophyId, grade, earned: true, earnedAt: at }, rates: [{ day: 1, rate }] }),
    );
    const unearned = Array.from({ length: others }, (_, n) => aTrophy({ trophyId: 900 + n }));
    const set = { npCommunicationId: id, groups: [], trophies: [...unearned, ...trophies] };
    return earningsOf(set, NOW, true);
  }),
);
/** Newest first: by the second, the set, the platinum first, the number; and last of all what has no date. */
const expected = fetched
  .flatMap(({ earned }) => earned)
  .map((earned) => ({ earned, key: keyOf(earned) }))
  .sort((one, other) => (one.key < other.key ? 1 : -1))
  .map(({ earned }) => earned);

function keyOf({ at, set, grade, trophyId }: Earned): string {
  const second = String(Math.floor((at ?? 0) / 1_000)).padStart(12, '0');
  return [second, set, grade === 'platinum' ? 1 : 0, String(trophyId).padStart(5, '0')].join();
}

test('every row is the trophy that the account has there', () => {
  expect(
    new Set(fetched.filter(({ earned }) => earned.length > 0).map(({ kind }) => kind)).size,
  ).toBe(5);
  const rows = Array.from({ length: log.count }, (_, index) => {
    const place = log.count - 1 - index;
    return {
      set: log.sets[log.set[place]!]!.npCommunicationId,
      trophyId: log.trophyId[place],
      at: log.at[place] === 0 ? null : log.at[place],
      grade: GRADES[log.grade[place]!],
      rate: log.rate[place] === NO_RATE ? null : log.rate[place],
    };
  });
  expect(rows).toStrictEqual(
    expected.map((each) => ({
      ...each,
      at: each.at === null ? null : Math.floor(each.at / 1_000),
    })),
  );
});

test('a number is exact, or says that it is not', () => {
  const numbers = logNumbers(log, titles);
  const total = games.reduce((sum, { earned }) => sum + earned.length, 0);
  const line = Math.max(...unfetched.flatMap(({ earned }) => earned.map(({ at }) => at ?? 0)));
  expect(numbers.newest).toBe(total);
  let exact = 0;
  expected.forEach(({ at }, index) => {
    const place = log.count - 1 - index;
    if (at === null) expect(numbers.at(place)).toBeNull();
    // As many were earned after it as stand above it: none of those that are not fetched.
    else if (at > line)
      expect([numbers.at(place), numbers.exactFrom <= place]).toStrictEqual([total - index, true]);
    else expect(numbers.exactFrom).toBeGreaterThan(place);
    exact += at !== null && at > line ? 1 : 0;
  });
  expect(exact).toBeGreaterThan(20);
});

test('what is missing is named, and what is hidden can be left out', () => {
  const coverage = coverageOf(log, titles);
  const dated = expected.filter(({ at }) => at !== null).length;
  expect([coverage.dated, coverage.undated]).toStrictEqual([dated, expected.length - dated]);
  expect(coverage.missing.map(({ title }) => title.npCommunicationId)).toStrictEqual(
    unfetched.filter(({ earned }) => earned.length > 0).map(({ id }) => id),
  );
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const shown = matchingTrophies(log, civil, logFilterOf('hidden=out'), titles);
  const hidden = new Set(games.filter(({ kind }) => kind === 'hidden').map(({ id }) => id));
  expect(shown).toHaveLength(expected.filter(({ set }) => !hidden.has(set)).length);
});

describe.each(['Europe/Berlin', 'Pacific/Auckland'])('in %s', (timeZone) => {
  test('every row stands under the day, and at the hour, that a calendar there shows', () => {
    const civil = civilColumnsOf(
      log,
      offsetChanges(timeZone, Date.UTC(2006, 10, 1) / 1_000, NOW / 1_000),
    );
    const format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      ...{ timeZone, hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
    });
    const rows = expected.map(({ at }, index) => {
      const place = log.count - 1 - index;
      if (at === null) return 'undated';
      const { year, month, day } = dateOf(civil.day[place]!);
      const [months, days, hours] = [month, day, civil.hour[place]!].map((each) =>
        String(each).padStart(2, '0'),
      );
      return `${String(year)}-${months!}-${days!}, ${hours!}`;
    });
    expect(rows).toStrictEqual(
      expected.map(({ at }) => (at === null ? 'undated' : format.format(at))),
    );
  });
});
