import { failureOf } from '../domain/failure';
import { aroundFailingRow } from '../domain/sync/around-failing-row';
import type { ListName } from '../domain/sync/list-reading';
import {
  afterAnswer,
  halved,
  largestToTry,
  mayBeOfSize,
  type PageSize,
} from '../domain/sync/page-size';
import type { ListStore, Page } from './ports';

/** What is wanted of a list. */
interface Wanted<Row> {
  list: ListName;
  /** So many rows at most, where no more are needed. */
  most?: number;
  /** The size that is known to work. */
  size: PageSize | null;
  now: number;
  /** @param after so many rows of the page are left out */
  ask: (limit: number, after: number) => Promise<Page<Row>>;
}

/**
 * Asks for a page, and for half of it where that fails for its size. A server error or a silence may be another
 * matter: then half is asked for once, and the rest is for the next try. What fails at the smallest size is looked for.
 */
export async function askPage<Row>(
  { list, most = Infinity, size: known, now, ask }: Wanted<Row>,
  lists: Pick<ListStore, 'storePageSize'>,
): Promise<Page<Row>> {
  const first = Math.min(most, largestToTry(list, known, now));
  for (let size = first; ;) {
    try {
      const page = await ask(size, 0);
      const after = afterAnswer(list, known, { size, first }, now);
      if (after !== known) await lists.storePageSize(list, after);
      return page;
    } catch (thrown) {
      const failure = failureOf(thrown);
      const half = mayBeOfSize(failure) ? halved(list, size) : null;
      if (half === null) {
        const { page, size: works } = await aroundFailingRow(ask, size, thrown);
        if (works !== null) await lists.storePageSize(list, { size: works, provenAt: now });
        return page;
      }
      // Whoever says from when on it answers is asked then, and for as much: for less where that comes to nothing.
      const isLater = failure.until !== undefined && known?.size !== half;
      if (isLater || (failure.status !== 400 && size < first)) {
        await lists.storePageSize(list, { size: half, provenAt: null });
        throw thrown;
      }
      size = half;
    }
  }
}
