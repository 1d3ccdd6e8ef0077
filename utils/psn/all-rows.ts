import type * as z from 'zod/mini';
import { costsItself, failureOf } from '../domain/failure';
import type { UnreadRow } from '../sync/ports';
import { rowIdOf, type trophiesPage } from './answers';

/** Sony sends a set in one page: a list that still goes on after so many has no end. */
const MOST_PAGES = 20;

/** A page of trophies as Sony sends them, and those that it fails over. */
export interface TrophiesPage extends Omit<z.output<typeof trophiesPage>, 'trophies'> {
  rows: unknown[];
  unread: UnreadRow[];
}

/**
 * All rows of an answer about trophies, with the highest count that Sony named of them. Where there are fewer, and
 * none are said to follow, the rest is asked for all the same.
 */
export async function allRows(
  askFrom: (offset: number) => Promise<TrophiesPage>,
): Promise<{ rows: unknown[]; lost: UnreadRow[]; total: number }> {
  const rows: unknown[] = [];
  const lost: UnreadRow[] = [];
  const ids = new Set<string | null>();
  let total = 0;
  for (let offset = 0, pages = 1, isNamed = true; ; pages++) {
    const page: TrophiesPage = await (isNamed ? askFrom(offset) : askFrom(offset).catch(noRest));
    const known = ids.size + lost.length;
    rows.push(...page.rows);
    lost.push(...page.unread);
    for (const row of page.rows) ids.add(rowIdOf(row, 'trophyId'));
    total = Math.max(total, page.totalItemCount ?? 0);
    const [came, distinct] = [rows.length + lost.length, ids.size + lost.length];
    const next = page.nextOffset ?? 0;
    // One that leaves rows out leads past them: where there is a count, that says whether more is to come.
    isNamed = next > offset && (next <= came || total === 0);
    // What brings nothing new would be asked for for ever.
    if (distinct === known || (!isNamed && distinct >= total)) return { rows, lost, total };
    // Of what still goes on there is one more at least: it is not whole.
    if (pages === MOST_PAGES) return { rows, lost, total: Math.max(total, distinct + 1) };
    offset = isNamed ? next : came;
  }
}

/** The first answer is as good as before. */
function noRest(thrown: unknown): TrophiesPage {
  if (!costsItself(failureOf(thrown))) throw thrown;
  return { rows: [], unread: [], totalItemCount: null };
}
