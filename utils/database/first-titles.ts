import type { LibraryTitle } from '../domain/library/title';
import { isPlainTitle } from './plain-title';

/** The titles that were played last. */
export interface FirstTitles {
  accountId: string;
  titles: readonly LibraryTitle[];
}

/**
 * What `first-rows.ts` has begun to read. Null where it has not, where there is no library of this build, and where a row
 * is not plain: then the whole library is waited for.
 */
export async function firstTitles(): Promise<FirstTitles | null> {
  const begun = globalThis.firstRows;
  globalThis.firstRows = undefined;
  const first = await begun;
  if (first === null || first === undefined || first.rows.length === 0) return null;
  const { accountId, rows } = first;
  return rows.every(isPlainTitle) ? { accountId, titles: rows } : null;
}
