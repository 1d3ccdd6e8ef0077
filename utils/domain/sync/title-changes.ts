import {
  NAMED,
  type ChangedTitle,
  type NewsList,
  type Reported,
  type SyncRun,
  type TitleTrophies,
} from './sync-run';
import { titleChanges } from '../history/set-versions';
import { takenBackIn } from '../history/trophy-events';
import { type Grade, type GradeCounts, GRADES, sumOfGrades } from '../trophies/grades';
import { hasPlatinum } from '../library/has-platinum';
import { isGone, type LibraryTitle, type Title } from '../library/title';

/** The lists of a report that name games and nothing else. */
type IdList = Exclude<NewsList, 'takenBack' | 'renamed' | 'moved'>;

/** The report with what one row of Sony's titles list adds to it. */
export function reportedRow(run: SyncRun, known: LibraryTitle | undefined, row: Title): SyncRun {
  const counted = withUncounted({ ...run, newTrophies: { ...run.newTrophies } }, known, row);
  let earned = 0;
  for (const grade of GRADES) {
    const news = newOf(grade, known, row, run.isFirst);
    counted.newTrophies[grade] += news;
    earned += news;
  }
  if (!run.isFirst) counted.earnedIn = withTrophies(run.earnedIn, row.npCommunicationId, earned);
  if (known === undefined) return reportedNew(counted, row);
  return countedOnce(run, reportedKnown(counted, known, row), known);
}

/** The trophies that a report has more than it had before. */
export function newSince(before: SyncRun, { newTrophies }: SyncRun): GradeCounts {
  return {
    bronze: newTrophies.bronze - before.newTrophies.bronze,
    silver: newTrophies.silver - before.newTrophies.silver,
    gold: newTrophies.gold - before.newTrophies.gold,
    platinum: newTrophies.platinum - before.newTrophies.platinum,
  };
}

/** Which lists of the report have the game once this row is in it. */
export function reportedAfter(run: SyncRun, known: LibraryTitle, row: Title): Reported {
  const { startedAt } = run;
  return { startedAt, lists: [...new Set([...earlierIn(run, known), ...listsOf(known, row)])] };
}

/** A list can be read twice in one sync: a game that is counted and not named is not counted again. */
function countedOnce(before: SyncRun, after: SyncRun, known: LibraryTitle): SyncRun {
  const unnamed = { ...after.unnamed };
  const counted = earlierIn(before, known).filter((list) => !names(before, list, known));
  for (const list of counted) unnamed[list] = before.unnamed[list];
  return { ...after, unnamed };
}

function earlierIn({ startedAt }: SyncRun, { reported }: LibraryTitle): NewsList[] {
  return reported?.startedAt === startedAt ? reported.lists : [];
}

function names(run: SyncRun, list: NewsList, { npCommunicationId: id }: LibraryTitle): boolean {
  return run[list].some(
    (each) => (typeof each === 'string' ? each : each.npCommunicationId) === id,
  );
}

function listsOf(known: LibraryTitle, row: Title): NewsList[] {
  const { name, platforms } = titleChanges(known, row);
  return [
    ...idListsOf(known, row),
    ...(name ? ['renamed' as const] : []),
    ...(platforms ? ['moved' as const] : []),
    ...(takenBackIn(known, row) > 0 ? ['takenBack' as const] : []),
  ];
}

function idListsOf(known: LibraryTitle, row: Title): IdList[] {
  const [before, now] = [sumOfGrades(known.defined), sumOfGrades(row.defined)];
  const isCounted = before !== null && now !== null;
  const isAsBefore = GRADES.every((grade) => known.defined[grade] === row.defined[grade]);
  const isIn: Partial<Record<IdList, boolean>> = {
    newPlatinums: hasPlatinum(row) && known.earned.platinum === 0,
    grown: isCounted && now > before,
    altered: isCounted && now <= before && !isAsBefore,
    lostHundreds: known.progress === 100 && row.progress !== null && row.progress < 100,
    back: isGone(known),
  };
  return (Object.keys(isIn) as IdList[]).filter((list) => isIn[list]);
}

/** Games that are new with what cannot be counted, until a first sync is told of it after all. */
function withUncounted(run: SyncRun, known: LibraryTitle | undefined, row: Title): SyncRun {
  const isUnknown = sumOfGrades(row.earned) === null;
  if (known === undefined) return isUnknown ? { ...run, uncounted: run.uncounted + 1 } : run;
  const isToldNow = run.isFirst && sumOfGrades(known.earned) === null && !isUnknown;
  return isToldNow ? { ...run, uncounted: Math.max(0, run.uncounted - 1) } : run;
}

/** What was, or is, not known is no news; of a first sync it is counted once it is known. */
function newOf(
  grade: Grade,
  known: LibraryTitle | undefined,
  row: Title,
  isFirst: boolean,
): number {
  const former = known === undefined ? 0 : known.earned[grade];
  const before = isFirst ? (former ?? 0) : former;
  const now = row.earned[grade];
  return before === null || now === null ? 0 : Math.max(0, now - before);
}

function reportedNew(run: SyncRun, row: Title): SyncRun {
  const newTitleCount = run.newTitleCount + 1;
  if (run.isFirst) return { ...run, newTitleCount };
  const { npCommunicationId } = row;
  const newTitles = [...run.newTitles, npCommunicationId].slice(0, NAMED);
  const counted = { ...run, newTitleCount, newTitles };
  return hasPlatinum(row) ? withIds(counted, 'newPlatinums', [npCommunicationId]) : counted;
}

function reportedKnown(run: SyncRun, known: LibraryTitle, row: Title): SyncRun {
  const { npCommunicationId } = row;
  const { name, platforms } = titleChanges(known, row);
  const named = idListsOf(known, row).reduce(
    (told, list) => withIds(told, list, [npCommunicationId]),
    run,
  );
  const changed = withMoved(withRenamed(named, npCommunicationId, name), row, platforms);
  return withTakenBack(changed, npCommunicationId, takenBackIn(known, row));
}

/** The report with these games in one of its lists, each once: a list can be read twice in one sync. */
export function withIds(run: SyncRun, list: IdList, ids: readonly string[]): SyncRun {
  const all = [...new Set([...run[list], ...ids])];
  const unnamed = withMore(run, list, all.length - NAMED);
  return { ...run, [list]: all.slice(0, NAMED), unnamed };
}

function withRenamed(run: SyncRun, id: string, change?: [string, string]): SyncRun {
  const all = withChange(run.renamed, id, change);
  const unnamed = withMore(run, 'renamed', all.length - NAMED);
  return { ...run, renamed: all.slice(0, NAMED), unnamed };
}

function withMoved(run: SyncRun, row: Title, change?: [string[], string[]]): SyncRun {
  const all = withChange(run.moved, row.npCommunicationId, change);
  const unnamed = withMore(run, 'moved', all.length - NAMED);
  return { ...run, moved: all.slice(0, NAMED), unnamed };
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
  return [...others, { npCommunicationId, before: earlier?.before ?? before, after }];
}

/** Those that lost most are named. */
function withTakenBack(run: SyncRun, npCommunicationId: string, trophies: number): SyncRun {
  if (trophies === 0) return run;
  const all = withMoreTrophies(run.takenBack, npCommunicationId, trophies);
  const unnamed = withMore(run, 'takenBack', all.length - NAMED);
  unnamed.trophiesTakenBack += all.slice(NAMED).reduce((sum, each) => sum + each.trophies, 0);
  return { ...run, takenBack: all.slice(0, NAMED), unnamed };
}

/** Where most were earned is named. */
function withTrophies(earnedIn: TitleTrophies[], id: string, trophies: number): TitleTrophies[] {
  return trophies === 0 ? earnedIn : withMoreTrophies(earnedIn, id, trophies).slice(0, NAMED);
}

/** The list with so many trophies more of a title, those with most first. */
function withMoreTrophies(
  list: readonly TitleTrophies[],
  npCommunicationId: string,
  trophies: number,
): TitleTrophies[] {
  const earlier = list.find((title) => title.npCommunicationId === npCommunicationId);
  const others = list.filter((title) => title !== earlier);
  const title = { npCommunicationId, trophies: trophies + (earlier?.trophies ?? 0) };
  return [...others, title].sort((one, other) => other.trophies - one.trophies);
}

function withMore({ unnamed }: SyncRun, list: NewsList, more: number): SyncRun['unnamed'] {
  return { ...unnamed, [list]: unnamed[list] + Math.max(0, more) };
}
