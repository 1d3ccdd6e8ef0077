import { LIBRARY_COPY, type CopiedRows } from '../copy/copied-tables';
import { writeCopy, type CopyFacts } from '../copy/write-copy';
import { FailureError } from '../domain/failure';
import { openForPage } from '../database/open-library';
import { storable } from '../database/storage-failure';
import { countRows, rowsToCopy } from './library-rows';
import { UnreadRows } from './unread-rows';

/** What a copy is made of, besides the library itself. */
export interface ToSave {
  facts: CopyFacts;
  settings: CopiedRows['settings'];
}

/** A copy as a file, and the online ID of its account as the library knows it. */
export interface SavedCopyFile {
  file: Blob;
  onlineId: string | null;
  /** Rows that lie in the library and cannot be read: they are not in it. */
  unread: number;
}

/**
 * A copy of the library of the account that the facts name: whose it is, the library says. Fails where there is none.
 * @param tell is told which part of it is done, from 0 to 1
 */
export async function saveNamedCopy(
  { facts, settings }: ToSave,
  tell: (part: number) => void,
): Promise<SavedCopyFile> {
  const library = await storable(openForPage(facts.accountId));
  if (library === null) throw new FailureError({ cause: 'storage-unavailable' });
  try {
    const rows = Math.max(1, await countRows(library));
    const about = await library.overview.get('library');
    const onlineId = about?.player?.onlineId ?? facts.onlineId;
    const unread = new UnreadRows();
    const copied = rowsToCopy(library, settings, unread);
    const lines = writeCopy(LIBRARY_COPY, { ...facts, onlineId }, copied, {
      onProgress: (written) => tell(Math.min(1, written / rows)),
    });
    const blob = await new Response(lines).blob();
    const file = new Blob([blob], { type: 'application/gzip' });
    return { file, onlineId, unread: unread.count };
  } finally {
    library.close();
  }
}

/** The same, for whoever has its name. */
export async function saveCopy(toSave: ToSave, tell: (part: number) => void): Promise<Blob> {
  return (await saveNamedCopy(toSave, tell)).file;
}
