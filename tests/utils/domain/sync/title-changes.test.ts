import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aNewRun, NAMED, NEWS_LISTS, type SyncRun } from '@/utils/domain/sync/sync-run';
import type { GradeCounts } from '@/utils/domain/trophies/grades';
import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { reportedAfter, reportedRow } from '@/utils/domain/sync/title-changes';
import { aLibraryTitle } from '../../../support/library-titles';
import { aTitle } from '../../../support/titles';

const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
const run = aNewRun(1, 'daily', false);

/** The report with one title that was held like this and is now like that. */
function reported(held: Partial<LibraryTitle> | null, row: Partial<Title>, from = run): SyncRun {
  return reportedRow(from, held === null ? undefined : aLibraryTitle(held), aTitle(row));
}

/** The report with a game of which all has become another. */
function everythingChanged(report: SyncRun, n: number): SyncRun {
  const npCommunicationId = `T${String(n)}`;
  const held = {
    ...{ npCommunicationId, name: 'Old', platforms: ['PS4'], progress: 100 },
    earned: { ...NONE, bronze: 200 },
    absence: { missedAt: 1, isSure: true },
  };
  const row = {
    ...{ npCommunicationId, name: 'New', platforms: ['PS5'], progress: 50 },
    earned: { ...NONE, bronze: 199 - n, platinum: 1 },
    defined: { bronze: 300, silver: 0, gold: 0, platinum: 1 },
  };
  return reported(held, row, report);
}

test('a first sync counts what it does not know apart, until it is told', () => {
  const first = aNewRun(1, 'by-hand', true);
  const unknown = { ...NONE, bronze: 3, gold: null };
  const before = reported(null, { earned: unknown }, first);
  expect(before).toMatchObject({ uncounted: 1, newTrophies: { bronze: 3, gold: 0 } });

  const after = reported({ earned: unknown }, { earned: { ...NONE, bronze: 3, gold: 2 } }, before);
  expect(after).toMatchObject({ uncounted: 0, newTrophies: { bronze: 3, gold: 2 } });
  expect(reported(null, { earned: NONE }, first).uncounted).toBe(0);
});

test('a game that is counted in a list and not named is not counted again by the next reading', () => {
  const known = (n: number, bronze: number): LibraryTitle =>
    aLibraryTitle({ npCommunicationId: `T${String(n)}`, earned: { ...NONE, bronze } });
  const lost = Array.from({ length: NAMED + 30 }, (_, n) => n);
  let report = run;
  const after = lost.map((n) => {
    const [title, row] = [known(n, 200), known(n, 190)];
    const reported = reportedAfter(report, title, row);
    report = reportedRow(report, title, row);
    return { ...row, reported };
  });
  for (const title of after) {
    report = reportedRow(report, title, { ...title, earned: { ...NONE, bronze: 185 } });
  }

  expect(report.takenBack).toHaveLength(NAMED);
  expect(report.unnamed).toMatchObject({ takenBack: 30 });
  const named = report.takenBack.reduce((sum, { trophies }) => sum + trophies, 0);
  expect(named + report.unnamed.trophiesTakenBack).toBe(lost.length * 15);
  // Of another sync it is another report.
  const next = reportedRow({ ...report, startedAt: 2 }, after.at(-1), known(129, 180));
  expect(next.unnamed.takenBack).toBe(31);
});

describe('the report of a title', () => {
  const platinum = { bronze: 10, silver: 4, gold: 2, platinum: 1 };
  const grown = { ...platinum, bronze: 20 };

  test('counts new trophies by grade, and takes none away', () => {
    const earned = { bronze: 5, silver: 0, gold: 2, platinum: 0 };
    const row = { earned: { bronze: 8, silver: 3, gold: 1, platinum: 0 } };
    expect(reported({ earned }, row).newTrophies).toStrictEqual({ ...NONE, bronze: 3, silver: 3 });
  });

  test('names a platinum once, when it comes', () => {
    expect(reported({}, { earned: platinum }).newPlatinums).toStrictEqual(['NPWR00001_00']);
    expect(reported({ earned: platinum }, { earned: platinum }).newPlatinums).toStrictEqual([]);
    expect(reported(null, { earned: platinum }).newPlatinums).toStrictEqual(['NPWR00001_00']);
  });

  test.each([
    ['a 100 % that is lost to it', 100, grown, 77, ['NPWR00001_00'], ['NPWR00001_00']],
    ['one that was not complete', 99, grown, 50, ['NPWR00001_00'], []],
    ['a 100 % that is lost without one', 100, platinum, 98, [], ['NPWR00001_00']],
    ['as many as before', 100, platinum, 100, [], []],
    ['fewer than before', 100, { ...platinum, bronze: 9 }, 100, [], []],
  ])('tells an add-on: %s', (_, progress, defined, after, more, lost) => {
    const report = reported({ progress }, { defined, progress: after });
    expect([report.grown, report.lostHundreds]).toStrictEqual([more, lost]);
  });

  test.each([
    ['fewer than before', { ...platinum, bronze: 5 }, ['NPWR00001_00'], []],
    ['as many in other grades', { ...platinum, bronze: 9, silver: 5 }, ['NPWR00001_00'], []],
    ['more, and fewer of one grade', { ...grown, silver: 1 }, [], ['NPWR00001_00']],
    ['as many as before', platinum, [], []],
    ['a number that cannot be read', { ...platinum, bronze: null }, [], []],
  ])('tells a set that became another: %s', (_, defined, altered, more) => {
    const report = reported({ progress: 90 }, { defined, progress: 100 });
    expect([report.altered, report.grown]).toStrictEqual([altered, more]);
  });

  test('counts what Sony took back, beside what is new', () => {
    const earned = { bronze: 5, silver: 2, gold: 2, platinum: 1 };
    const row = { earned: { bronze: 8, silver: 0, gold: 1, platinum: 1 } };
    expect(reported({ earned }, row)).toMatchObject({
      newTrophies: { ...NONE, bronze: 3 },
      takenBack: [{ npCommunicationId: 'NPWR00001_00', trophies: 3 }],
    });
    expect(reported({ earned }, { earned }).takenBack).toStrictEqual([]);
  });

  test.each<[string, Partial<LibraryTitle>, Partial<Title>, string[] | null]>([
    ['another name', { name: 'Old' }, { name: 'New' }, ['Old', 'New']],
    ['the same name', { name: 'Old' }, { name: 'Old' }, null],
    ['a name in another language', { name: 'Old' }, { name: 'Neu', language: 'de' }, null],
    [
      'a name where the language was not known',
      { name: 'Old', language: '' },
      { name: 'New' },
      null,
    ],
    ['a name that Sony left out', { name: 'Old' }, { name: 'NPWR00001_00' }, null],
    ['a name that it had left out', { name: 'NPWR00001_00' }, { name: 'New' }, null],
  ])('tells a game that is renamed: %s', (_, held, row, change) => {
    const renamed = change && { before: change[0], after: change[1] };
    expect(reported(held, row).renamed).toStrictEqual(
      renamed === null ? [] : [{ npCommunicationId: 'NPWR00001_00', ...renamed }],
    );
  });

  test('tells a game that is on other platforms, and not one whose platforms are not said', () => {
    const held = { platforms: ['PS4'] };
    expect(reported(held, { platforms: ['PS5', 'PS4'], language: 'de' }).moved).toStrictEqual([
      { npCommunicationId: 'NPWR00001_00', before: ['PS4'], after: ['PS5', 'PS4'] },
    ]);
    expect(reported(held, { platforms: [] }).moved).toStrictEqual([]);
    const both = { platforms: ['PS5', 'PSPC'] };
    expect(reported(both, { platforms: ['PSPC', 'PS5'] }).moved).toStrictEqual([]);
  });

  test('tells a title that is back, and only one that was gone for sure', () => {
    const back = (isSure: boolean) => reported({ absence: { missedAt: 1, isSure } }, {}).back;
    expect(back(true)).toStrictEqual(['NPWR00001_00']);
    expect(back(false)).toStrictEqual([]);
  });

  test('names a game once, whatever happens to it in two readings of the list', () => {
    const held = { progress: 100, name: 'One', earned: { ...NONE, bronze: 3 } };
    const row = { progress: 90, name: 'Two', earned: { ...NONE, bronze: 2 } };
    const again = reported(
      { ...held, name: 'Two' },
      { ...row, name: 'Three', defined: grown },
      reported(held, { ...row, defined: grown }),
    );
    const id = 'NPWR00001_00';
    expect(again).toMatchObject({ grown: [id], lostHundreds: [id] });
    expect(again.takenBack).toStrictEqual([{ npCommunicationId: id, trophies: 2 }]);
    expect(again.renamed).toStrictEqual([{ npCommunicationId: id, before: 'One', after: 'Three' }]);
  });

  test('names a hundred new titles and counts the others', () => {
    let report = run;
    for (let n = 0; n < 130; n++) {
      report = reported(null, { npCommunicationId: `T${String(n)}` }, report);
    }
    expect(report.newTitleCount).toBe(130);
    expect(report.newTitles).toHaveLength(NAMED);
    expect(report.newTitles.at(-1)).toBe('T99');
  });

  test('stays as small, whatever becomes of how many games', () => {
    let report = run;
    for (let n = 0; n < 130; n++) report = everythingChanged(report, n);
    const { unnamed } = report;
    // A game that has more trophies is none that has fewer.
    for (const list of NEWS_LISTS.filter((each) => each !== 'gone' && each !== 'altered')) {
      expect([list, report[list].length, unnamed[list]]).toStrictEqual([list, NAMED, 30]);
    }
    expect(report.grown.at(-1)).toBe('T99');
    // Of each game one more than of the one before: those that lost least are counted.
    expect(report.takenBack[0]).toStrictEqual({ npCommunicationId: 'T129', trophies: 130 });
    expect(unnamed.trophiesTakenBack).toBe((30 * 31) / 2);
  });

  test('of a first sync has no news: all is new', () => {
    const first = reported(null, { earned: platinum }, aNewRun(1, 'by-hand', true));
    expect(first).toMatchObject({ newTitleCount: 1, newTitles: [], newPlatinums: [] });
  });

  test('leaves the report before as it was', () => {
    const before = structuredClone(run);
    reported(null, { earned: platinum });
    reported({ absence: { missedAt: 1, isSure: true }, progress: 100 }, { defined: grown });
    expect(run).toStrictEqual(before);
  });
});

const counts: fc.Arbitrary<GradeCounts> = fc.record({
  bronze: fc.nat(9),
  silver: fc.nat(9),
  gold: fc.nat(9),
  platinum: fc.nat(1),
});

test('whatever is earned step by step, the report has the sum of the steps', () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 8 }), (steps) => {
      let held = aLibraryTitle({ earned: NONE });
      let report = run;
      for (const step of steps) {
        const earned = { ...held.earned };
        for (const grade of ['bronze', 'silver', 'gold', 'platinum'] as const) {
          earned[grade] = (earned[grade] ?? 0) + step[grade];
        }
        report = reportedRow(report, held, aTitle({ earned }));
        held = { ...held, earned };
      }
      expect(report.newTrophies).toStrictEqual(held.earned);
      expect(new Set(report.newPlatinums).size).toBe(report.newPlatinums.length);
    }),
  );
});
