import { Dexie, type Table } from 'dexie';
import { databaseNames } from './database-names';
import { whileNoneIsDeleted } from './deleting-lock';
import { OTHER_DATABASES } from './our-databases';
import { eraseStaging } from './staging';
import { storable } from './storage-failure';

const NAME = OTHER_DATABASES.folder;
const ROW = 'chosen';

/** True where copies go to a folder that the player has chosen. A database in which none could be put has none. */
export async function hasCopiesFolder(): Promise<boolean> {
  return (await readCopiesFolder()) !== null;
}

/** That folder, as the browser hands it out; null where none is chosen. */
export function readCopiesFolder(): Promise<FileSystemDirectoryHandle | null> {
  return whileNoneIsDeleted(async () =>
    (await databaseNames()).includes(NAME)
      ? withTable(async (table) => (await table.get(ROW)) ?? null)
      : null,
  );
}

/**
 * The page does it, in which the player has chosen it: no message carries what the browser has handed out.
 * @param isWanted asked while nothing is deleted: what is stored before an erase goes with it. Answers whether it is.
 */
export function storeCopiesFolder(
  folder: FileSystemDirectoryHandle,
  isWanted = () => Promise.resolve(true),
): Promise<boolean> {
  return whileNoneIsDeleted(async () => {
    if (!(await isWanted())) return false;
    await withTable((table) => table.put(folder, ROW));
    return true;
  });
}

/** Copies go to the folder for downloads again. */
export function forgetCopiesFolder(): Promise<void> {
  return eraseStaging(NAME);
}

async function withTable<Value>(
  work: (table: Table<FileSystemDirectoryHandle, string>) => PromiseLike<Value>,
): Promise<Value> {
  const database = new Dexie(NAME);
  database.version(1).stores({ folders: '' });
  try {
    return await storable(work(database.table('folders')));
  } finally {
    database.close();
  }
}
