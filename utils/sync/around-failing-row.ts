import { failureOf } from '../domain/failure';
import { mayBeOfSize } from '../domain/sync/page-size';
import type { Page } from './ports';

/** Asks for so many rows, after so many of those that were to come first. */
type AskAfter<Row> = (limit: number, after: number) => Promise<Page<Row>>;

/** As a row that came and could not be read, of which nothing is known. */
const FAILING_ROW = { id: null, fields: ['(whole)'] };

/**
 * What is too much at the smallest size fails for one of its rows, where the list goes on behind it: that row costs
 * itself only. Hands back the rows before it and the one after it; fails with what was thrown where it is not so.
 * @param size so many rows have just failed
 */
export async function aroundFailingRow<Row>(
  ask: AskAfter<Row>,
  size: number,
  thrown: unknown,
): Promise<Page<Row>> {
  const { status, until } = failureOf(thrown);
  // Who says nothing at all, or from when on it answers, has not said it of a row.
  if (!isOfRow(thrown) || status === undefined || until !== undefined) throw thrown;
  await ask(1, size).catch(() => {
    throw thrown;
  });
  const before: Page<Row>[] = [];
  let at = 0;
  for (let span = size; span > 1;) {
    const half = Math.floor(span / 2);
    const page = await ask(half, at).catch((again: unknown) => {
      if (!isOfRow(again)) throw again;
      return null;
    });
    if (page !== null) before.push(page);
    at += page === null ? 0 : half;
    span = page === null ? half : span - half;
  }
  const after = await ask(1, at + 1);
  const all = [...before, after];
  return {
    ...after,
    rows: all.flatMap(({ rows }) => rows),
    unread: [...all.flatMap(({ unread }) => unread), FAILING_ROW],
  };
}

function isOfRow(thrown: unknown): boolean {
  return mayBeOfSize(failureOf(thrown));
}
