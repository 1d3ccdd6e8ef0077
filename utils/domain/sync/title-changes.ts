import type { ChangedTitle, SyncRun } from './sync-run';
import { titleChanges } from '../history/set-versions';
import { takenBackIn } from '../history/trophy-events';
import { type Grade, GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum, isGone, type LibraryTitle, type Title } from '../library/title';

/** More games than this are not named in a report. */
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
  const { npCommunicationId } = row;
  const { name, platforms } = titleChanges(known, row);
  const trophies = takenBackIn(known, row);
  const [before, now] = [sumOfGrades(known.defined), sumOfGrades(row.defined)];
  const grew = before !== null && now !== null && now > before;
  const lostHundred = known.progress === 100 && row.progress !== null && row.progress < 100;
  return {
    ...run,
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row) && known.earned.platinum === 0),
    grown: withId(run.grown, row, grew),
    lostHundreds: withId(run.lostHundreds, row, lostHundred),
    takenBack: withTakenBack(run.takenBack, npCommunicationId, trophies),
    renamed: withChange(run.renamed, npCommunicationId, name),
    moved: withChange(run.moved, npCommunicationId, platforms),
    back: withId(run.back, row, isGone(known)),
  };
}

function withChange<Value>(
  titles: ChangedTitle<Value>[],
  npCommunicationId: string,
  change: [before: Value, after: Value] | undefined,
): ChangedTitle<Value>[] {
  if (change === undefined) return titles;
  const [before, after] = change;
  const earlier = titles.find((title) => title.npCommunicationId === npCommunicationId);
  const others = titles.filter((title) => title !== earlier);
  return [...others, { npCommunicationId, before: earlier?.before ?? before, after }].slice(
    0,
    NAMED,
  );
}

function withTakenBack(
  titles: SyncRun['takenBack'],
  npCommunicationId: string,
  trophies: number,
): SyncRun['takenBack'] {
  if (trophies === 0) return titles;
  const earlier = titles.find((title) => title.npCommunicationId === npCommunicationId);
  const others = titles.filter((title) => title !== earlier);
  return [...others, { npCommunicationId, trophies: trophies + (earlier?.trophies ?? 0) }];
}

function withId(ids: string[], row: Title, isAdded: boolean): string[] {
  // A list can be read twice in one sync.
  return isAdded && !ids.includes(row.npCommunicationId) ? [...ids, row.npCommunicationId] : ids;
}
