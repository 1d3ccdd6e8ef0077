import type { Cursor, ListPage } from '../sync/ports';
import type { Title } from '../domain/library/title';

/**
 * Up to when a reading knows what was earned: of a page that it began with nothing says what has come since, be it days
 * ago that it was stopped there. Where it took more than one, the start of the sync is surely before them.
 */
export function knownUpTo(
  { ids, reading }: ListPage<Title>,
  { startedAt }: Cursor,
  now: number,
): number {
  return reading.distinct === ids.length ? now : startedAt;
}
