import type { SyncRun } from './sync-run';
import { GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum, isGone, type LibraryTitle, type Title } from '../library/title';

/** More new games than this are counted in a report, and not named. */
const NAMED = 100;

/** True where Sony's row says anything else than what is held: by equality, never by "newer". No clock is trusted. */
export function isChanged(held: Title, row: Title): boolean {
  return (Object.keys(row) as (keyof Title)[]).some(
    (field) => JSON.stringify(held[field]) !== JSON.stringify(row[field]),
  );
}

/** The report with what one row of Sony's titles list adds to it. */
export function reportedRow(run: SyncRun, held: LibraryTitle | undefined, row: Title): SyncRun {
  const counted = { ...run, newTrophies: { ...run.newTrophies } };
  for (const grade of GRADES) {
    counted.newTrophies[grade] += Math.max(0, row.earned[grade] - (held?.earned[grade] ?? 0));
  }
  return held === undefined ? reportedNew(counted, row) : reportedHeld(counted, held, row);
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

function reportedHeld(run: SyncRun, held: LibraryTitle, row: Title): SyncRun {
  const grew = sumOfGrades(row.defined) > sumOfGrades(held.defined);
  const lostHundred = held.progress === 100 && row.progress < 100;
  const grown = { npCommunicationId: row.npCommunicationId, lostHundred };
  return {
    ...run,
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row) && !hasPlatinum(held)),
    grown: grew ? [...run.grown, grown] : run.grown,
    back: withId(run.back, row, isGone(held)),
  };
}

function withId(ids: string[], row: Title, isAdded: boolean): string[] {
  return isAdded ? [...ids, row.npCommunicationId] : ids;
}
