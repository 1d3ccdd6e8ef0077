import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { isRestUnchanged } from '@/utils/domain/sync/whole-list';
import { isSameRow } from '@/utils/domain/library/same-row';

/** What of a list has been read so far. */
export interface ListSoFar {
  /** Ids on the pages of this reading, and how many rows had none that could be read. */
  seen: ReadonlySet<string>;
  nameless: number;
  /** Sony's count over all pages. */
  total: number;
}

/** What a sync makes of a page that ends with these rows, where the library has these titles. */
export function isRestSkipped(
  list: ListSoFar & { rows: readonly Title[] },
  titles: readonly LibraryTitle[],
): boolean {
  const last = list.rows.at(-1);
  const before = titles.find(({ npCommunicationId: id }) => id === last?.npCommunicationId);
  if (last === undefined || before === undefined || !isSameRow<Title>(before, last)) return false;
  const rest = titles.filter(
    ({ absence, npCommunicationId: id }) => absence === null && !list.seen.has(id),
  );
  const hasLater = rest.some(({ lastUpdatedAt }) => lastUpdatedAt > last.lastUpdatedAt);
  const distinct = list.seen.size + list.nameless;
  return isRestUnchanged({ distinct, total: list.total }, { count: rest.length, hasLater }, 0);
}
