import { afterShort, afterWhole, type KnownList } from '../domain/sync/known-list';
import {
  endOfReading,
  numbered,
  readAgain,
  withPage,
  type ListName,
  type Reading,
  type ReadingEnd,
} from '../domain/sync/list-reading';
import { advanced, phaseStart, startAfter, type Cursor } from './cursor';
import type { ListPage, ListStore, Page } from './ports';

/** A page that Sony has answered with, its rows by name, and the reading with it. */
export interface PageRead<Row> extends Pick<ListPage<Row>, 'page' | 'ids' | 'reading'> {
  /** Those of its rows that this reading had not met: of what moves between two pages the first counts. */
  rows: Row[];
  /** It had a row that this reading had not met. */
  hasNew: boolean;
}

/** What the page adds to a reading of its list. */
export async function pageRead<Row>(
  { list, reading, idOf }: { list: ListName; reading: Reading; idOf: (row: Row) => string },
  page: Page<Row>,
  lists: Pick<ListStore, 'metAmong'>,
): Promise<PageRead<Row>> {
  const named = [...page.rows.map(idOf), ...page.unread.flatMap(({ id }) => id ?? [])];
  const nameless = page.unread.filter(({ id }) => id === null).length;
  const others = Array.from({ length: nameless }, (_, n) => numbered(reading.nameless + n));
  const ids = [...new Set([...named, ...others])];
  const met = reading.ever === 0 ? new Map<string, number>() : await lists.metAmong(list, ids);
  const after = withPage(reading, { ids, met, nameless, total: page.total });
  const isNew = (id: string): boolean => met.get(id) !== reading.number;
  const rows = page.rows.filter((row) => isNew(idOf(row)));
  // Rows without a name seem new for ever: they are, up to where the list should end.
  const isGrown = after.distinct > reading.distinct && reading.distinct < after.highest;
  return { page, rows, ids, reading: after, hasNew: named.some(isNew) || isGrown };
}

/** Where the reading stands with this page, where it is one to the end. */
export function endOfPage(
  { page, reading, hasNew }: PageRead<unknown>,
  known: KnownList,
): ReadingEnd {
  return endOfReading(reading, { isLast: page.nextOffset === null, hasNew }, known.surplus);
}

/** What is known of the list after this page. Its size is stored as soon as it is known. */
export function knownAfter(
  known: KnownList,
  reading: Reading,
  end: ListPage<unknown>['end'],
  now: number,
): ListPage<unknown>['known'] {
  if (end === 'whole') return afterWhole(known, reading, now);
  if (end === 'short') return afterShort(known, reading, now);
  const { wholeAt, surplus, short } = known;
  return { wholeAt, surplus, short };
}

/** The cursor after this page, and with what the sync has to do without. */
export function cursorAfter(
  cursor: Cursor,
  list: ListName,
  { page, reading, end, known }: ListPage<unknown>,
): Cursor {
  if (end === 'more') return afterPage(cursor, page, reading);
  if (end === 'again') return { ...phaseStart(cursor, list), reading: readAgain(reading) };
  const after = { ...startAfter(cursor, list), total: page.total };
  // It may be left for today: what it lacks is missing all the same.
  if (known.short === null) return after;
  const failure = { cause: 'list-short' as const, during: list };
  return { ...after, gaps: [...cursor.gaps, { phase: list, failure }] };
}

function afterPage(cursor: Cursor, page: Page<unknown>, reading: Reading): Cursor {
  const rows = page.rows.length + page.unread.length;
  // Sony names no next page, and there should be one all the same: it begins where this one ends.
  const offset = page.nextOffset ?? cursor.offset + rows;
  return { ...advanced(cursor), reading, offset, done: reading.distinct, total: page.total };
}
