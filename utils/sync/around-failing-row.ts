import { failureOf } from '../domain/failure';
import { mayBeOfSize } from '../domain/sync/page-size';
import type { Page } from './ports';

/** Asks for so many rows, after so many of those that were to come first. */
type AskAfter<Row> = (limit: number, after: number) => Promise<Page<Row>>;

/** As a row that came and could not be read, of which nothing is known. */
const FAILING_ROW = { id: null, fields: ['(whole)'] };

/** A page that came in pieces; with the largest piece that came, where it was too large as a whole. */
export interface PiecedPage<Row> {
  page: Page<Row>;
  size: number | null;
}

/**
 * What fails at the smallest size fails for one of its rows, where the list goes on behind it: that row costs itself
 * only. Hands back the rows before it and the one after it. Where no row fails by itself it was a matter of size after
 * all, and none is left out. Fails with what was thrown where nothing behind it is to be had.
 * @param size so many rows have just failed
 */
export async function aroundFailingRow<Row>(
  ask: AskAfter<Row>,
  size: number,
  thrown: unknown,
): Promise<PiecedPage<Row>> {
  const { status, until } = failureOf(thrown);
  // Who says nothing at all, or from when on it answers, has not said it of a row.
  if (!isOfRow(thrown) || status === undefined || until !== undefined) throw thrown;
  await ask(1, size).catch(() => {
    throw thrown;
  });
  const piece = (limit: number, after: number): Promise<Page<Row> | null> =>
    ask(limit, after).catch((again: unknown) => {
      if (!isOfRow(again)) throw again;
      return null;
    });
  const before: Page<Row>[] = [];
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
  const { unread, ...page } = joined([...before, await ask(1, at + 1)]);
  return { page: { ...page, unread: [...unread, FAILING_ROW] }, size: null };
}

/** One page of several, which leads where the last of them does. */
function joined<Row>(pages: readonly [...Page<Row>[], Page<Row>]): Page<Row> {
  const [last] = pages.slice(-1) as [Page<Row>];
  return {
    ...last,
    rows: pages.flatMap(({ rows }) => rows),
    unread: pages.flatMap(({ unread }) => unread),
  };
}

function isOfRow(thrown: unknown): boolean {
  return mayBeOfSize(failureOf(thrown));
}
