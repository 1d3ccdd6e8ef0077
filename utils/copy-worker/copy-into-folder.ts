import { NOT_COPIED, type CopyOutcome } from '../domain/copies/copy-figures';
import { carryOutOrder, type CopyOrder } from './ordered-copy';
import type { ToSave } from './save-copy';

/** A copy that goes to the folder that the player has chosen: one file for this installation, in the place of the last. */
export async function copyIntoFolder(
  folder: FileSystemDirectoryHandle,
  order: CopyOrder,
  save: (toSave: ToSave) => Promise<Blob>,
): Promise<CopyOutcome> {
  let file = new Blob();
  // Where the last one does not lie there, the same library is copied again.
  const digest = (await hasCopyOf(folder, order.fileMark)) ? order.digest : null;
  const outcome = await carryOutOrder({ ...order, digest }, async (toSave) => {
    file = await save(toSave);
    return file;
  });
  URL.revokeObjectURL(outcome.url);
  const [path] = outcome.names;
  if (path === undefined) return outcome;
  const name = path.slice(path.indexOf('/') + 1);
  const isPut = await put(folder, name, file).then(
    () => true,
    () => false,
  );
  // Nothing is left to be put on the disk by the browser.
  return isPut ? { ...outcome, url: '', names: [] } : { ...NOT_COPIED, kind: 'interrupted' };
}

async function hasCopyOf(folder: FileSystemDirectoryHandle, fileMark: string): Promise<boolean> {
  try {
    for await (const name of folder.keys()) if (name.endsWith(`${fileMark}.json.gz`)) return true;
  } catch {
    // It is not there any more, and nothing can be put there either.
  }
  return false;
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
