import { LIBRARY_COPY, type CopiedRows, type CopiedTable } from '../copy/copied-tables';
import type { TableRows } from '../copy/copy-form';
import type { CopyHead } from '../copy/copy-head';
import { CopyRefused } from '../copy/copy-refusal';
import { readCopy } from '../copy/read-copy';
import { createStaging, eraseStaging, type StagingDatabase } from '../database/staging';
import { claimStaging } from '../database/staging-lock';
import { StagedRows } from './staged-rows';

/** A copy that was read to its end and lies in a database of its own. */
export interface StagedCopy {
  staging: StagingDatabase;
  rows: StagedRows;
  head: CopyHead;
  settings: CopiedRows['settings'];
  /** Rows that no build can read. */
  unreadable: number;
  /** Nobody is at it any more. */
  close: () => void;
}

/** What an account is called: a number. Its library has its name by it. */
const ACCOUNT = /^\d{1,20}$/;

/**
 * Reads a file into an empty database of this name, and leaves none where the file is refused.
 * @param tell is told which part of it is read, from 0 to 1
 */
export async function readIntoStaging(
  name: string,
  file: Blob,
  tell: (part: number) => void,
): Promise<StagedCopy> {
  const unclaim = await claimStaging(name);
  const staging = await createStaging(name);
  const close = (): void => {
    staging.close();
    unclaim();
  };
  try {
    let settings: CopiedRows['settings'] = {};
    // Rows are stored while the next are read and looked through.
    const rows = new StagedRows(staging);
    const take = async (some: TableRows<CopiedTable>): Promise<void> => {
      if (some.table === 'settings') settings = some.rows.at(-1) ?? {};
      else await rows.add(some.table, some.rows as readonly object[]);
    };
    const { head, unreadable } = await readCopy(LIBRARY_COPY, file.stream(), take, {
      size: file.size,
      onProgress: (bytes) => tell(Math.min(1, bytes / Math.max(1, file.size))),
    });
    await rows.end();
    if (!ACCOUNT.test(head.accountId)) throw new CopyRefused('damaged');
    const lost = Object.values(unreadable).reduce((sum, count) => sum + count, 0);
    return { staging, rows, head, settings, unreadable: lost, close };
  } catch (thrown) {
    close();
    await eraseStaging(name).catch(() => undefined);
    throw thrown;
  }
}
