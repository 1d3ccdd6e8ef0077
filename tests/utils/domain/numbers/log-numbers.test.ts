import { describe, expect, test } from 'vitest';
import { coverageOf, type CountedTitle } from '@/utils/domain/numbers/log-coverage';
import { milestonesOf, type MilestoneTitle } from '@/utils/domain/numbers/log-milestones';
import { logNumbers } from '@/utils/domain/numbers/log-numbers';
import { logOf, type TrophyLog } from '@/utils/domain/numbers/trophy-log';
import { aLibraryTitle } from '../../../support/library-titles.ts';
import { aLog, earnedAt, earningsIn, setId } from '../../../support/earned-trophies';

const DAY = 86_400_000;

/** A title of which Sony counts so many trophies as earned, the last of them up to an instant. */
function counted(n: number, bronze: number | null, until: string): CountedTitle {
  return {
    ...aLibraryTitle({ npCommunicationId: setId(n), choice: 'unpicked' }),
    earned: { bronze, silver: 0, gold: 0, platinum: 0 },
    lastUpdatedAt: until === '' ? -1 : Date.parse(until),
  };
}

/** So many trophies, one a day from an instant on. */
function daily(count: number, from: string): number[] {
  return Array.from({ length: count }, (_, n) => Date.parse(from) + n * DAY);
}

function numbersIn(log: TrophyLog, titles: readonly CountedTitle[]) {
  const numbers = logNumbers(log, titles);
  const all = Array.from({ length: log.count }, (_, place) => numbers.at(place));
  return { ...numbers, all };
}

test('the newest of 1,000 is the thousandth, and each is exact where all are here', () => {
  const log = aLog(daily(1_000, '2020-01-01T12:00:00Z'));
  const { newest, exactFrom, all } = numbersIn(log, [counted(1, 1_000, '2025-01-01T00:00:00Z')]);
  expect([newest, exactFrom, all[0], all.at(-1)]).toStrictEqual([1_000, 0, 1, 1_000]);
});

test('numbers are exact as far as nothing that is missing can be newer', () => {
  const log = aLog(daily(80, '2025-01-01T12:00:00Z'), daily(120, '2025-05-01T00:00:01Z'));
  const titles = [
    counted(1, 80, '2025-04-01T00:00:00Z'),
    counted(2, 120, '2026-01-01T00:00:00Z'),
    counted(3, 500, '2025-05-01T00:00:00Z'),
    counted(4, 300, '2024-05-01T00:00:00Z'),
  ];
  const { newest, exactFrom, all } = numbersIn(log, titles);
  expect(newest).toBe(1_000);
  expect([all.at(-1), all[exactFrom], log.count - exactFrom]).toStrictEqual([1_000, 881, 120]);
  // Below the line it is about right: nothing of the third game counts as earned before its last word.
  expect([all[exactFrom - 1], all[0]]).toStrictEqual([380, 301]);
});

test('what has no date takes the first numbers, and has none itself', () => {
  const { all, exactFrom } = numbersIn(aLog([null, null, '2026-01-01T00:00:00Z']), []);
  expect([all, exactFrom]).toStrictEqual([[null, null, 3], 2]);
});

describe('no number is exact', () => {
  const log = aLog(['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']);

  test('where a trophy is later than Sony’s last word of its game, which has counted it', () => {
    const titles = [counted(1, 2, '2026-01-15T00:00:00Z'), counted(2, 5, '2020-01-01T00:00:00Z')];
    expect(numbersIn(log, titles)).toMatchObject({ exactFrom: 2, newest: 7 });
  });

  test('where Sony has no last word of a game that is missing', () => {
    const titles = [counted(1, 2, '2026-03-01T00:00:00Z'), counted(2, 5, '')];
    expect(numbersIn(log, titles).exactFrom).toBe(2);
  });

  test('where a game that is here cannot be read, and then there is no sum either', () => {
    const titles = [counted(1, 2, '2026-03-01T00:00:00Z')];
    expect(logNumbers(log, titles, 0)).toMatchObject({ exactFrom: 0, newest: 2 });
    expect(logNumbers(log, titles, 1)).toMatchObject({ exactFrom: 2, newest: null });
    expect(coverageOf(log, titles, 1)).toMatchObject({ total: null, missing: [], uncounted: [] });
  });

  test('where Sony does not say how many a game has, and then there is no sum either', () => {
    const titles = [counted(1, 2, '2026-03-01T00:00:00Z'), counted(2, null, '2020-01-01')];
    expect(numbersIn(log, titles)).toMatchObject({ exactFrom: 2, newest: null });
  });
});

test('the log says how much of it is here, and what is missing', () => {
  const log = aLog(['2026-01-01T00:00:00Z', null], ['2026-01-02T00:00:00Z']);
  const titles = [
    counted(1, 2, '2026-01-01T00:00:00Z'),
    counted(2, 4, '2026-03-01T00:00:00Z'),
    counted(3, 7, '2020-01-01T00:00:00Z'),
    counted(4, 0, '2020-01-01T00:00:00Z'),
  ];
  const { missing, ...coverage } = coverageOf(log, titles);
  expect(coverage).toStrictEqual({ dated: 2, undated: 1, total: 13, uncounted: [] });
  expect(
    missing.map(({ title, trophies, isWhole }) => [title.npCommunicationId, trophies, isWhole]),
  ).toStrictEqual([
    [setId(2), 3, false],
    [setId(3), 7, true],
  ]);
});

describe('milestones', () => {
  const title = (said: Partial<MilestoneTitle>): MilestoneTitle => ({
    ...{ npCommunicationId: setId(1), groupCount: 1, tally: null, progress: 50 },
    earned: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
    ...said,
  });
  const inWords = (
    log: TrophyLog,
    counts: readonly CountedTitle[],
    titles: readonly MilestoneTitle[],
    events: Parameters<typeof milestonesOf>[3] = [],
  ): string[] =>
    [...milestonesOf(log, logNumbers(log, counts), titles, events)]
      .sort(([one], [other]) => one - other)
      .flatMap(([place, all]) =>
        all.map((each) => `${String(place)} ${each.kind} ${'number' in each ? each.number : ''}`),
      );

  test('are the first trophy and every hundredth', () => {
    const log = aLog(daily(250, '2020-01-01T00:00:00Z'));
    expect(inWords(log, [], [])).toStrictEqual(['0 trophy 1', '99 trophy 100', '199 trophy 200']);
  });

  test('are the first platinum and every tenth, those that are missing counted in', () => {
    const platinums = daily(12, '2025-01-01T00:00:00Z').map((at) =>
      earnedAt(at, { grade: 'platinum' }),
    );
    const log = logOf([earningsIn(1, platinums)]);
    expect(inWords(log, [], [])).toStrictEqual(['0 trophy 1', '0 platinum 1', '9 platinum 10']);

    const earned = { bronze: 0, silver: 0, gold: 0, platinum: 3 };
    const missing = { ...counted(2, 0, '2024-12-01T00:00:00Z'), earned };
    const titles = [title({ npCommunicationId: setId(2), earned })];
    expect(inWords(log, [missing], titles)).toStrictEqual(['6 platinum 10']);
  });

  test('are none where their number is only about right', () => {
    const log = aLog(daily(250, '2020-01-01T00:00:00Z'));
    expect(inWords(log, [counted(2, 7, '2026-01-01T00:00:00Z')], [])).toStrictEqual([]);
  });

  test('are a game that is done, its base game before that, and a 100 % that was lost', () => {
    const log = logOf([
      earningsIn(1, [
        earnedAt('2026-01-01T00:00:00Z'),
        earnedAt('2026-01-02T00:00:00Z'),
        earnedAt('2026-01-05T00:00:00Z', { groupId: '001' }),
      ]),
    ]);
    const completedAt = Date.UTC(2026, 0, 5);
    const tally = {
      ...{ lastEarnedAt: completedAt, platinumAt: null, completedAt },
      ...{ rarestEarned: null, leftToPlatinum: null },
    };
    const done = title({ groupCount: 2, tally, progress: 100 });
    expect(inWords(log, [], [done]).slice(1)).toStrictEqual(['1 base-done ', '2 completed ']);

    const id = { npCommunicationId: setId(1) };
    const events = [
      { ...id, kind: 'completed' as const, seenAt: Date.UTC(2026, 0, 3) },
      { ...id, kind: 'lost-hundred' as const, seenAt: Date.UTC(2026, 0, 4) },
    ];
    const lost = title({ groupCount: 2, progress: 80 });
    expect(inWords(log, [], [lost], events).slice(1)).toStrictEqual([
      ...['1 lost-hundred ', '1 completed ', '1 base-done '],
    ]);

    // And at 100 % again: that is another one, where its last trophy is.
    const again = [...events, { ...id, kind: 'completed' as const, seenAt: Date.UTC(2026, 0, 6) }];
    expect(inWords(log, [], [done], again).slice(1)).toStrictEqual([
      ...['1 lost-hundred ', '1 completed ', '1 base-done ', '2 completed '],
    ]);
  });

  test('are a 100 % that was there before the first sync too, once an add-on has taken it', () => {
    const log = logOf([
      earningsIn(1, [earnedAt('2026-01-01T00:00:00Z'), earnedAt('2026-01-02T00:00:00Z')]),
      earningsIn(2, [earnedAt('2026-01-03T00:00:00Z')]),
    ]);
    const lost = {
      ...{ npCommunicationId: setId(1), kind: 'lost-hundred' as const },
      seenAt: Date.UTC(2026, 0, 4),
    };
    expect(inWords(log, [], [title({ progress: 80 })], [lost])).toStrictEqual([
      ...['0 trophy 1', '1 completed ', '2 lost-hundred '],
    ]);

    // Sony takes it back and gives it again, and no trophy was earned between: it is the same 100 %.
    const completedAt = Date.UTC(2026, 0, 2);
    const tally = {
      ...{ lastEarnedAt: completedAt, platinumAt: null, completedAt },
      ...{ rarestEarned: null, leftToPlatinum: null },
    };
    const again = { ...lost, kind: 'completed' as const, seenAt: Date.UTC(2026, 0, 5) };
    const done = title({ tally, progress: 100 });
    expect(inWords(log, [], [done], [lost, again])).toStrictEqual([
      ...['0 trophy 1', '1 completed ', '2 lost-hundred '],
    ]);
  });

  test('are no 100 % at a trophy of the add-on that may have taken it', () => {
    const log = logOf([
      earningsIn(1, [
        earnedAt('2026-01-01T00:00:00Z'),
        earnedAt('2026-01-03T00:00:00Z', { groupId: '001' }),
      ]),
    ]);
    const lost = {
      ...{ npCommunicationId: setId(1), kind: 'lost-hundred' as const },
      seenAt: Date.UTC(2026, 0, 4),
    };
    const title90 = title({ groupCount: 2, progress: 90 });
    expect(inWords(log, [], [title90], [lost]).slice(1)).toStrictEqual([
      ...['0 base-done ', '1 lost-hundred '],
    ]);
  });

  test('are of the games that are shown alone, a loss at a trophy of theirs', () => {
    const log = aLog(['2026-01-01T00:00:00Z'], ['2026-01-03T00:00:00Z']);
    const lost = {
      ...{ npCommunicationId: setId(1), kind: 'lost-hundred' as const },
      seenAt: Date.UTC(2026, 0, 4),
    };
    const titles = [title({ progress: 90 })];
    const of = (shown: number): string[] =>
      [
        ...milestonesOf(log, logNumbers(log, []), titles, [lost], (id) => id === setId(shown)),
      ].flatMap(([place, all]) => all.map(({ kind }) => `${String(place)} ${kind}`));
    expect(of(1)).toStrictEqual(['0 trophy', '0 lost-hundred', '0 completed']);
    expect(of(2)).toStrictEqual(['0 trophy']);
  });

  test('are looked for of no game that is not shown', () => {
    const days = daily(300, '2026-01-01T00:00:00Z').map((day) => new Date(day).toISOString());
    const log = aLog([days[0]!], days.slice(1));
    const lost = { npCommunicationId: setId(2), kind: 'lost-hundred' as const };
    const events = Array.from({ length: 9 }, (_, n) => ({ ...lost, seenAt: Date.UTC(2027, n, 1) }));
    let asked = 0;
    milestonesOf(log, logNumbers(log, []), [], events, (id) => {
      asked += 1;
      return id === setId(1);
    });
    expect(asked).toBeLessThan(100);
  });

  test('are one loss where two browsers have seen the same one', () => {
    const log = logOf([
      earningsIn(1, [earnedAt('2026-01-01T00:00:00Z'), earnedAt('2026-01-05T00:00:00Z')]),
    ]);
    const lost = { npCommunicationId: setId(1), kind: 'lost-hundred' as const };
    const events = [3, 6].map((day) => ({ ...lost, seenAt: Date.UTC(2026, 0, day) }));
    expect(inWords(log, [], [title({ progress: 90 })], events)).toStrictEqual([
      ...['0 trophy 1', '0 lost-hundred ', '0 completed '],
    ]);
    const told = milestonesOf(log, logNumbers(log, []), [title({ progress: 90 })], events).get(0);
    expect(told).toContainEqual(events[0]);
  });
});
