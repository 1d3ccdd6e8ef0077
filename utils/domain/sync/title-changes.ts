import type { SyncRun } from './sync-run';
import { GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum, isGone, type LibraryTitle, type Title } from '../library/title';

/** More new games than this are counted in a report, and not named. */
const NAMED = 100;

/** The report with what one row of Sony's titles list adds to it. */
export function reportedRow(run: SyncRun, known: LibraryTitle | undefined, row: Title): SyncRun {
  const counted = { ...run, newTrophies: { ...run.newTrophies } };
  for (const grade of GRADES) {
    counted.newTrophies[grade] += Math.max(0, row.earned[grade] - (known?.earned[grade] ?? 0));
  }
  return known === undefined ? reportedNew(counted, row) : reportedKnown(counted, known, row);
}

function reportedNew(run: SyncRun, row: Title): SyncRun {
  const newTitleCount = run.newTitleCount + 1;
  if (run.isFirst) return { ...run, newTitleCount };
  return {
    ...run,
    newTitleCount,
    newTitles: [...run.newTitles, row.npCommunicationId].slice(0, NAMED),
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row)),
  };
}

function reportedKnown(run: SyncRun, known: LibraryTitle, row: Title): SyncRun {
  const grew = sumOfGrades(row.defined) > sumOfGrades(known.defined);
  const lostHundred = known.progress === 100 && row.progress < 100;
  const grown = { npCommunicationId: row.npCommunicationId, lostHundred };
  return {
    ...run,
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row) && !hasPlatinum(known)),
    grown: grew ? [...run.grown, grown] : run.grown,
    back: withId(run.back, row, isGone(known)),
  };
}

function withId(ids: string[], row: Title, isAdded: boolean): string[] {
  return isAdded ? [...ids, row.npCommunicationId] : ids;
}
