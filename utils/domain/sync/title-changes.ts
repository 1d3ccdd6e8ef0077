import type { SyncRun } from './sync-run';
import { type Grade, GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum, isGone, type LibraryTitle, type Title } from '../library/title';

/** More new games than this are counted in a report, and not named. */
const NAMED = 100;

/** The report with what one row of Sony's titles list adds to it. */
export function reportedRow(run: SyncRun, known: LibraryTitle | undefined, row: Title): SyncRun {
  const counted = { ...run, newTrophies: { ...run.newTrophies } };
  for (const grade of GRADES) {
    counted.newTrophies[grade] += newOf(grade, known, row);
  }
  return known === undefined ? reportedNew(counted, row) : reportedKnown(counted, known, row);
}

/** What was, or is, not known is no news. */
function newOf(grade: Grade, known: LibraryTitle | undefined, row: Title): number {
  const before = known === undefined ? 0 : known.earned[grade];
  const now = row.earned[grade];
  return before === null || now === null ? 0 : Math.max(0, now - before);
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
  const [before, now] = [sumOfGrades(known.defined), sumOfGrades(row.defined)];
  const grew = before !== null && now !== null && now > before;
  const lostHundred = known.progress === 100 && row.progress !== null && row.progress < 100;
  const grown = { npCommunicationId: row.npCommunicationId, lostHundred };
  return {
    ...run,
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row) && known.earned.platinum === 0),
    grown: grew ? [...run.grown, grown] : run.grown,
    back: withId(run.back, row, isGone(known)),
  };
}

function withId(ids: string[], row: Title, isAdded: boolean): string[] {
  return isAdded ? [...ids, row.npCommunicationId] : ids;
}
