import type * as z from 'zod/mini';
import { costsItself, failureOf } from '../domain/failure';
import { rowIdOf, type trophiesPage } from './answers';

/** Sony sends a set in one page: a list that still goes on after so many has no end. */
const MOST_PAGES = 20;

type TrophiesPage = z.output<typeof trophiesPage>;

/**
 * All rows of an answer about trophies, with the highest count that Sony named of them. Where there are fewer, and
 * none are said to follow, the rest is asked for all the same.
 */
export async function allRows(
  askFrom: (offset: number) => Promise<TrophiesPage>,
): Promise<{ rows: unknown[]; total: number }> {
  const rows: unknown[] = [];
  const ids = new Set<string | null>();
  let total = 0;
  for (let offset = 0, pages = 1, isNamed = true; ; pages++) {
    const page: TrophiesPage = await (isNamed ? askFrom(offset) : askFrom(offset).catch(noRest));
    const known = ids.size;
    rows.push(...page.trophies);
    for (const row of page.trophies) ids.add(rowIdOf(row, 'trophyId'));
    total = Math.max(total, page.totalItemCount ?? 0);
    const next = page.nextOffset ?? 0;
    // One that leaves rows out leads past them: where there is a count, that says whether more is to come.
    isNamed = next > offset && (next <= rows.length || total === 0);
    // What brings nothing new would be asked for for ever.
    if (ids.size === known || (!isNamed && ids.size >= total)) return { rows, total };
    // Of what still goes on there is one more at least: it is not whole.
    if (pages === MOST_PAGES) return { rows, total: Math.max(total, ids.size + 1) };
    offset = isNamed ? next : rows.length;
  }
}

/** The first answer is as good as before. */
function noRest(thrown: unknown): TrophiesPage {
  if (!costsItself(failureOf(thrown))) throw thrown;
  return { trophies: [], totalItemCount: null };
}
