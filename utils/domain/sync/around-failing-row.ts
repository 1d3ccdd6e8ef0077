import { failureOf } from '../failure';
import { mayBeOfSize } from './page-size';

/** Rows of Sony's, and those that could not be read. */
interface Rows {
  rows: unknown[];
  unread: { id: string | null; fields: string[] }[];
}

/** Asks for so many rows, after so many of those that were to come first. */
type AskAfter<Page extends Rows> = (limit: number, after: number) => Promise<Page>;

/** As a row that came and could not be read, of which nothing is known. */
const FAILING_ROW = { id: null, fields: ['(whole)'] };

/** A page that came in pieces; with the largest piece that came, where it was too large as a whole. */
export interface PiecedPage<Page extends Rows> {
  page: Page;
  size: number | null;
}

/**
 * What fails at the smallest size fails for one of its rows, where the list goes on behind it: that row costs itself
 * only. Hands back the rows before it and the one after it. Where no row fails by itself it was a matter of size after
 * all, and none is left out. Fails with what was thrown where nothing behind it is to be had.
 * @param size so many rows have just failed
 */
export async function aroundFailingRow<Page extends Rows>(
  ask: AskAfter<Page>,
  size: number,
  thrown: unknown,
): Promise<PiecedPage<Page>> {
  const { status, until } = failureOf(thrown);
  // Who says nothing at all, or from when on it answers, has not said it of a row.
  if (!isOfRow(thrown) || status === undefined || until !== undefined) throw thrown;
  await ask(1, size).catch(() => {
    throw thrown;
  });
  const piece = (limit: number, after: number): Promise<Page | null> =>
    ask(limit, after).catch((again: unknown) => {
      if (!isOfRow(again)) throw again;
      return null;
    });
  const before: Page[] = [];
  let [at, largest] = [0, 1];
  for (let span = size; span > 1;) {
    const half = Math.floor(span / 2);
    const page = await piece(half, at);
    if (page !== null) before.push(page);
    if (page !== null) largest = Math.max(largest, half);
    at += page === null ? 0 : half;
    span = page === null ? half : span - half;
  }
  const alone = await piece(1, at);
  if (alone !== null) return { page: joined([...before, alone]), size: largest };
  const page = joined([...before, await ask(1, at + 1)]);
  return { page: { ...page, unread: [...page.unread, FAILING_ROW] }, size: null };
}

/** One page of several, which leads where the last of them does. */
function joined<Page extends Rows>(pages: readonly [...Page[], Page]): Page {
  const [last] = pages.slice(-1) as [Page];
  return {
    ...last,
    rows: pages.flatMap(({ rows }) => rows),
    unread: pages.flatMap(({ unread }) => unread),
  };
}

function isOfRow(thrown: unknown): boolean {
  return mayBeOfSize(failureOf(thrown));
}
