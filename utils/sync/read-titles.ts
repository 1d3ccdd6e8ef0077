import { mayReadWhole, wasEverRead, type KnownList } from '../domain/sync/known-list';
import { isRestUnchanged, needsWholeList } from '../domain/sync/whole-list';
import { isKnown } from '../domain/library/instant';
import { withKnownTitle, type LibraryTitle, type Title } from '../domain/library/title';
import { isSameRow } from '../domain/library/same-row';
import { askPage } from './ask-page';
import type { Cursor } from './cursor';
import { noteGoalEnds } from './note-goal-ends';
import { cursorAfter, endOfPage, knownAfter, pageRead, type PageRead } from './page-read';
import type { ListPage, ListStore, PsnLibrary, SyncPorts } from './ports';
import type { Step } from './step';

interface Sources {
  psn: Pick<PsnLibrary, 'titles'>;
  lists: ListStore;
  ports: Pick<SyncPorts, 'now' | 'settings'>;
}

/** The next page of the titles list. */
export async function readTitles(
  { psn, lists, ports }: Sources,
  cursor: Cursor,
): Promise<Pick<Step, 'next' | 'store'>> {
  const now = ports.now();
  const facts = await lists.facts();
  const known = facts.lists.titles;
  const isSpared = !mayReadWhole(known, now);
  const whole = cursor.whole || (!isSpared && needsWholeList({ ...facts, known }, now));
  const ask = (limit: number, after: number) => psn.titles(cursor.offset + after, limit, now);
  const answer = await askPage({ list: 'titles', size: known.size, now, ask }, lists);
  const before = await lists.titlesAmong(answer.rows.map(idOf));
  const rows = answer.rows.map((row) => withKnownTitle(row, before.get(idOf(row))));
  const page = { ...answer, rows };
  const reading = { ...cursor.reading, toEnd: cursor.reading.toEnd || whole };
  const read = await pageRead({ list: 'titles', reading, idOf }, page, lists);
  const { end, toEnd } = await standOf(read, before, { known, isSpared }, lists);
  const stored: ListPage<Title> = {
    ...{
      page: { ...page, rows: read.rows },
      ids: read.ids,
      reading: { ...read.reading, toEnd },
      end,
    },
    known: knownAfter(known, read.reading, end, now),
  };
  const picksNew = wasEverRead(known) && (await ports.settings()).picksNewGames;
  const changed = cursor.changed + countChanged(read.rows, before);
  return {
    next: cursorAfter({ ...cursor, whole, changed }, 'titles', { ...stored, page }),
    store: async (next) => {
      await lists.storeTitles(stored, picksNew ? 'picked' : 'unpicked', next);
      if (end === 'more' || end === 'again') return;
      await noteGoalEnds(lists, { by: 'list', at: ports.now(), readBefore: facts.titlesReadAt });
    },
  };
}

/** Where the reading stands, and whether it goes to the end from here on. */
async function standOf(
  read: PageRead<Title>,
  before: ReadonlyMap<string, LibraryTitle>,
  { known, isSpared }: { known: KnownList; isSpared: boolean },
  lists: ListStore,
): Promise<{ end: ListPage<Title>['end']; toEnd: boolean }> {
  const { page, ids, reading } = read;
  const isLast = page.nextOffset === null;
  const last = page.rows.at(-1);
  const isStored = last !== undefined && isUnchanged(last, before);
  if (reading.toEnd) return { end: endOfPage(read, known), toEnd: true };
  if (isSpared && (isLast || isStored)) return { end: 'known', toEnd: false };
  if (isLast || !isStored) return { end: endOfPage(read, known), toEnd: isLast };
  // One without a date stands where it likes: the rest is older than the last that has one.
  const dated = page.rows.findLast(({ lastUpdatedAt }) => isKnown(lastUpdatedAt)) ?? last;
  const rest = await lists.titlesBesides(ids, reading, dated.lastUpdatedAt);
  if (isRestUnchanged(reading, rest, known.surplus)) return { end: 'known', toEnd: false };
  // What is stored will not explain a later page better: it is not compared again.
  return { end: endOfPage(read, known), toEnd: true };
}

function countChanged(rows: readonly Title[], before: ReadonlyMap<string, LibraryTitle>): number {
  const isBack = ({ npCommunicationId: id }: Title): boolean =>
    (before.get(id)?.absence ?? null) !== null;
  return rows.filter((row) => !isUnchanged(row, before) || isBack(row)).length;
}

function isUnchanged(row: Title, before: ReadonlyMap<string, LibraryTitle>): boolean {
  const title = before.get(row.npCommunicationId);
  return title !== undefined && isSameRow<Title>(title, row);
}

function idOf({ npCommunicationId }: Pick<Title, 'npCommunicationId'>): string {
  return npCommunicationId;
}
