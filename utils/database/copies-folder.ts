import { Dexie, type Table } from 'dexie';
import { databaseNames } from './database-names';
import { whileNoneIsDeleted } from './deleting-lock';
import { OTHER_DATABASES } from './our-databases';
import { eraseStaging } from './staging';
import { storable } from './storage-failure';

const NAME = OTHER_DATABASES.folder;
const ROW = 'chosen';

/** Which folder it is, and by the name of a file there what this installation knows of it. */
class FolderDatabase extends Dexie {
  declare folders: Table<FileSystemDirectoryHandle, string>;
  declare files: Table<object, string>;

  constructor() {
    super(NAME);
    this.version(1).stores({ folders: '' });
    this.version(2).stores({ files: '' });
  }
}

/** True where copies go to a folder that the player has chosen. A database in which none could be put has none. */
export async function hasCopiesFolder(): Promise<boolean> {
  return (await readCopiesFolder()) !== null;
}

/** That folder, as the browser hands it out; null where none is chosen. */
export function readCopiesFolder(): Promise<FileSystemDirectoryHandle | null> {
  return whereChosen(async ({ folders }) => (await folders.get(ROW)) ?? null);
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
    await withDatabase(async ({ folders, files }) => {
      await folders.put(folder, ROW);
      // Of what lay in the last one nothing is told any more.
      await files.toCollection().modify({ othersSince: null });
    });
    return true;
  });
}

/** Copies go to the folder for downloads again. */
export function forgetCopiesFolder(): Promise<void> {
  return eraseStaging(NAME);
}

/** Null where none was ever chosen, or it was given up: nothing is made. */
export function whereChosen<Value>(
  work: (database: FolderDatabase) => PromiseLike<Value>,
): Promise<Value | null> {
  return whileNoneIsDeleted(async () =>
    (await databaseNames()).includes(NAME) ? withDatabase(work) : null,
  );
}

async function withDatabase<Value>(
  work: (database: FolderDatabase) => PromiseLike<Value>,
): Promise<Value> {
  const database = new FolderDatabase();
  try {
    return await storable(work(database));
  } finally {
    database.close();
  }
}
