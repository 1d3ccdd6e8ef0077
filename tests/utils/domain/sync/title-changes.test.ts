import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import type { GradeCounts } from '@/utils/domain/trophies/grades';
import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { reportedRow } from '@/utils/domain/sync/title-changes';
import { aLibraryTitle } from '../../../support/library-titles';
import { aTitle } from '../../../support/titles';

const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
const run = aNewRun(1, 'daily', false);

/** The report with one title that was held like this and is now like that. */
function reported(held: Partial<LibraryTitle> | null, row: Partial<Title>, from = run): SyncRun {
  return reportedRow(from, held === null ? undefined : aLibraryTitle(held), aTitle(row));
}

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
    [
      'a 100 % that is lost',
      100,
      grown,
      77,
      [{ npCommunicationId: 'NPWR00001_00', lostHundred: true }],
    ],
    [
      'one that was not complete',
      99,
      grown,
      50,
      [{ npCommunicationId: 'NPWR00001_00', lostHundred: false }],
    ],
    ['as many as before', 100, platinum, 100, []],
    ['fewer than before', 100, { ...platinum, bronze: 9 }, 100, []],
  ])('tells an add-on: %s', (_, progress, defined, after, expected) => {
    expect(reported({ progress }, { defined, progress: after }).grown).toStrictEqual(expected);
  });

  test('tells a title that is back, and only one that was gone for sure', () => {
    const back = (isSure: boolean) => reported({ absence: { missedAt: 1, isSure } }, {}).back;
    expect(back(true)).toStrictEqual(['NPWR00001_00']);
    expect(back(false)).toStrictEqual([]);
  });

  test('names a hundred new titles and counts the others', () => {
    let report = run;
    for (let n = 0; n < 130; n++) {
      report = reported(null, { npCommunicationId: `T${String(n)}` }, report);
    }
    expect(report.newTitleCount).toBe(130);
    expect(report.newTitles).toHaveLength(100);
    expect(report.newTitles.at(-1)).toBe('T99');
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
