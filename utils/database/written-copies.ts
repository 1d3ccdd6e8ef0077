import * as z from 'zod/mini';
import { whereChosen } from './copies-folder';

/** What this installation knows of a file in the folder of the player's. */
const folderFile = z.object({
  /** When the copies were made that it has put there, or began to. */
  madeAts: z.array(z.number()),
  /** Since when it is known to be another's; null where it is not. */
  othersSince: z.nullable(z.number()),
});
type FolderFile = z.infer<typeof folderFile>;

/** A folder that is chosen again may have one of before. */
const MOST = 50;

/** When the copies were made that this installation has put there under this name; null where nothing is known of it. */
export async function madeAtsOf(name: string): Promise<readonly number[] | null> {
  const file = await whereChosen(async ({ files }) => parsed(await files.get(name)));
  return file?.madeAts ?? null;
}

/** Before it is put there: whoever is ended right after that knows it again. Answers whether copies still go to a folder. */
export function noteOurs(name: string, madeAt: number): Promise<boolean> {
  return noteFile(name, ({ madeAts }) => ({
    madeAts: [...madeAts, madeAt].slice(-MOST),
    othersSince: null,
  }));
}

/** Another's lies there: this installation has another name from then on. Safe to repeat. */
export async function noteOthers(name: string, at: number): Promise<void> {
  await noteFile(name, (file) => ({ ...file, othersSince: file.othersSince ?? at }));
}

/** The one that was found last to be another's; null where none was in this folder. */
export async function othersFile(): Promise<{ name: string; since: number } | null> {
  const found = await whereChosen(async ({ files }) => {
    const names = await files.toCollection().primaryKeys();
    const rows = await files.bulkGet(names);
    return names.flatMap((name, at) => {
      const since = parsed(rows[at])?.othersSince ?? null;
      return since === null ? [] : [{ name, since }];
    });
  });
  return found?.sort((one, other) => other.since - one.since)[0] ?? null;
}

async function noteFile(name: string, change: (file: FolderFile) => FolderFile): Promise<boolean> {
  const isNoted = await whereChosen(async ({ files }) => {
    const file = parsed(await files.get(name)) ?? { madeAts: [], othersSince: null };
    await files.put(change(file), name);
    return true;
  });
  return isNoted ?? false;
}

/** What another build has left there and cannot be read counts as not there. */
function parsed(row: unknown): FolderFile | null {
  const read = folderFile.safeParse(row);
  return read.success ? read.data : null;
}
