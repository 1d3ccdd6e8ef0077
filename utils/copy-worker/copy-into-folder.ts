import { NOT_COPIED, type CopyOutcome } from '../domain/copies/copy-figures';
import { carryOutOrder, type CopyOrder, type SaveOrdered } from './ordered-copy';

/** A copy that goes to the folder that the player has chosen: one file for this installation, in the place of the last. */
export async function copyIntoFolder(
  folder: FileSystemDirectoryHandle,
  order: CopyOrder,
  save: SaveOrdered,
): Promise<CopyOutcome> {
  let file = new Blob();
  const saveHere: SaveOrdered = async (toSave) => {
    const saved = await save(toSave);
    file = saved.file;
    return saved;
  };
  // Where the last one does not lie there, the same library is copied again.
  const outcome = await carryOutOrder(order, saveHere, (path) => hasCopy(folder, nameIn(path)));
  URL.revokeObjectURL(outcome.url);
  const [path] = outcome.names;
  if (path === undefined) return outcome;
  const isPut = await put(folder, nameIn(path), file).then(
    () => true,
    () => false,
  );
  // Nothing is left to be put on the disk by the browser.
  return isPut ? { ...outcome, url: '', names: [] } : { ...NOT_COPIED, kind: 'interrupted' };
}

/** What lies in a folder of its own below that for downloads lies here by itself. */
function nameIn(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** An empty one is what a writing has left that was ended. Of a folder that is not there any more it has none. */
async function hasCopy(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    const file = await folder.getFileHandle(name);
    return (await file.getFile()).size > 0;
  } catch {
    return false;
  }
}

/** The last one stays until all of this lies there, and a new one that does not leaves nothing. */
async function put(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  const target = await folder.getFileHandle(name, { create: true });
  try {
    await file.stream().pipeTo(await target.createWritable());
  } catch (thrown) {
    if ((await target.getFile()).size === 0) await folder.removeEntry(name);
    throw thrown;
  }
}
