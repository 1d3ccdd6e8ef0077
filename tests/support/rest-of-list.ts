import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { isRestUnchanged, type ListSoFar } from '@/utils/domain/sync/whole-list';
import { isSameRow } from '@/utils/domain/library/same-row';

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
  return isRestUnchanged(list, { count: rest.length, hasLater });
}
