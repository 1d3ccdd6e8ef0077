import { isWholeDue, mayReadWhole, type KnownList } from '../domain/sync/known-list';
import { playedListLimit } from '../domain/sync/whole-list';
import { isMediaApp, withKnownGame, type PlayedGame } from '../domain/library/title';
import { isSameRow } from '../domain/library/same-row';
import { askPage } from './ask-page';
import type { Cursor } from './cursor';
import { cursorAfter, endOfPage, knownAfter, pageRead, type PageRead } from './page-read';
import type { ListFacts, ListPage, ListStore, PsnLibrary, SyncPorts } from './ports';
import type { Step } from './step';

const LIST = 'played-games';

interface Sources {
  psn: Pick<PsnLibrary, 'playedGames'>;
  lists: ListStore;
  ports: Pick<SyncPorts, 'now'>;
}

/** The next page of the played list, which is read up to where it overlaps with what is stored, or to its end. */
export async function readPlayedGames(
  { psn, lists, ports }: Sources,
  cursor: Cursor,
): Promise<Pick<Step, 'next' | 'store'>> {
  const now = ports.now();
  const facts = await lists.facts();
  const known = facts.lists[LIST];
  const reading = { ...cursor.reading, toEnd: isToEnd(cursor, facts, now) };
  const page = await askPage(
    {
      ...{ list: LIST, size: known.size, now },
      most: reading.toEnd ? Infinity : playedListLimit(cursor.changed + cursor.offset),
      ask: (limit, after) => psn.playedGames(cursor.offset + after, limit, now),
    },
    lists,
  );
  const read = await pageRead({ list: LIST, reading, idOf }, page, lists);
  const isSpared = !mayReadWhole(known, now);
  const { end, toEnd } = await standOf(read, { known, isSpared }, lists);
  const stored: ListPage<PlayedGame> = {
    ...{
      page: { ...page, rows: read.rows },
      ids: read.ids,
      reading: { ...read.reading, toEnd },
      end,
    },
    known: knownAfter(known, read.reading, end, now),
  };
  return {
    next: cursorAfter(cursor, LIST, { ...stored, page }),
    store: (next) => lists.storePlayedGames(stored, next),
  };
}

/** In the middle of a reading what is stored has a hole: what was decided on the first page holds. */
function isToEnd(
  { reading, offset, trigger }: Cursor,
  { lists, hasPlayedList, unreadGames }: ListFacts,
  now: number,
) {
  const isFirstPage = reading.number === 1 && offset === 0;
  if (!isFirstPage) return reading.toEnd;
  const known = lists[LIST];
  // The list is long: a row that could not be read is met again weekly, or when the player syncs, who may have read of it.
  const isDue = isWholeDue(known, now) || (trigger === 'by-hand' && unreadGames > 0);
  return !hasPlayedList || (mayReadWhole(known, now) && isDue);
}

/** Where the reading stands, and whether it goes to the end from here on. */
async function standOf(
  read: PageRead<PlayedGame>,
  { known, isSpared }: { known: KnownList; isSpared: boolean },
  lists: ListStore,
): Promise<{ end: ListPage<PlayedGame>['end']; toEnd: boolean }> {
  const { page, ids, reading } = read;
  const isLast = page.nextOffset === null;
  if (reading.toEnd) return { end: endOfPage(read, known), toEnd: true };
  const overlaps = await isOverlapping(page, lists);
  if (isSpared && (isLast || overlaps)) return { end: 'known', toEnd: false };
  if (isLast || !overlaps) return { end: endOfPage(read, known), toEnd: isLast };
  const isEnough =
    page.total === null || (await lists.countPlayedWith(ids)) >= leastOf(page.total, known);
  return isEnough ? { end: 'known', toEnd: false } : { end: endOfPage(read, known), toEnd: true };
}

/** So many games at least where none is missing: Sony forgets some, and we do not. Nothing follows from no total. */
function leastOf(total: number, { surplus }: KnownList): number {
  return Math.min(total, total - surplus);
}

/** True where the oldest row of the page is stored as it is: the list is in the order of play. */
async function isOverlapping(page: ListPage<PlayedGame>['page'], lists: ListStore) {
  const last = page.rows.at(-1);
  if (last === undefined) return page.unread.length === 0;
  const stored = await lists.playedGame(last.npTitleId);
  if (stored === null) return false;
  const game = withKnownGame(last, stored);
  // The time of an app counts for no title.
  return isSameRow(
    stored,
    isMediaApp(game)
      ? { ...game, playSeconds: stored.playSeconds, playCount: stored.playCount }
      : game,
  );
}

function idOf({ npTitleId }: PlayedGame): string {
  return npTitleId;
}
