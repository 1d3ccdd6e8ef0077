import { LIBRARY_COPY, type CopiedRows } from '../copy/copied-tables';
import { writeCopy, type CopyFacts } from '../copy/write-copy';
import { FailureError } from '../domain/failure';
import { openForPage } from '../database/open-library';
import { storable } from '../database/storage-failure';
import { countRows, rowsToCopy } from './library-rows';

/** What a copy is made of, besides the library itself. */
export interface ToSave {
  facts: CopyFacts;
  settings: CopiedRows['settings'];
}

/**
 * A copy of the library of the account that the facts name. Fails where there is none.
 * @param tell is told which part of it is done, from 0 to 1
 */
export async function saveCopy(
  { facts, settings }: ToSave,
  tell: (part: number) => void,
): Promise<Blob> {
  const library = await storable(openForPage(facts.accountId));
  if (library === null) throw new FailureError({ cause: 'storage-unavailable' });
  try {
    const rows = Math.max(1, await countRows(library));
    const file = writeCopy(LIBRARY_COPY, facts, rowsToCopy(library, settings), {
      onProgress: (written) => tell(Math.min(1, written / rows)),
    });
    const blob = await new Response(file).blob();
    return new Blob([blob], { type: 'application/gzip' });
  } finally {
    library.close();
  }
}
