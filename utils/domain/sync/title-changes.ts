import type { ChangedTitle, SyncRun } from './sync-run';
import { titleChanges } from '../history/set-versions';
import { takenBackIn } from '../history/trophy-events';
import { GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum, isGone, type LibraryTitle, type Title } from '../library/title';

/** More games than this are not named in a report. */
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
  const { npCommunicationId } = row;
  const { name, platforms } = titleChanges(known, row);
  const trophies = takenBackIn(known, row);
  return {
    ...run,
    newPlatinums: withId(run.newPlatinums, row, hasPlatinum(row) && !hasPlatinum(known)),
    grown: withId(run.grown, row, sumOfGrades(row.defined) > sumOfGrades(known.defined)),
    lostHundreds: withId(run.lostHundreds, row, known.progress === 100 && row.progress < 100),
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
