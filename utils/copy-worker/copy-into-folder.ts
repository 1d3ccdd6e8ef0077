import { copyMadeAt } from '../copy/copy-made-at';
import { madeAtsOf, noteOthers, noteOurs } from '../database/written-copies';
import { NOT_COPIED, type CopyOutcome } from '../domain/copies/copy-figures';
import { MINUTE } from '../domain/time-units';
import { carryOutOrder, type CopyOrder, type LiesThere, type SaveOrdered } from './ordered-copy';

/** So long before it was found to lie there a copy may have been begun. */
const MAKING = 10 * MINUTE;

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
  const find = (path: string): Promise<LiesThere> => findIn(folder, nameIn(path), order);
  // Where the last one does not lie there, the same library is copied again.
  const outcome = await carryOutOrder(order, saveHere, find);
  URL.revokeObjectURL(outcome.url);
  const [path] = outcome.names;
  if (path === undefined) return outcome;
  // Another's may have come while this one was made.
  if ((await find(path)) === 'others') return { ...NOT_COPIED, kind: 'others' };
  const isPut = await put(folder, nameIn(path), file, order.at).catch(() => false);
  // Nothing is left to be put on the disk by the browser.
  return isPut ? { ...outcome, url: '', names: [] } : { ...NOT_COPIED, kind: 'interrupted' };
}

/** What lies in a folder of its own below that for downloads lies here by itself. */
function nameIn(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** An empty one is what a writing has left that was ended. In a folder that is not there any more nothing lies. */
async function findIn(
  folder: FileSystemDirectoryHandle,
  name: string,
  order: CopyOrder,
): Promise<LiesThere> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (file.size === 0) return 'nothing';
    const madeAt = await copyMadeAt(file);
    if (await isOurs(name, madeAt, order))
      // One that came after the last that counts was called off: what that had is not what lies there.
      return (madeAt ?? 0) > (order.lastAt ?? Infinity) ? 'nothing' : 'ours';
    await noteOthers(name, order.at);
    return 'others';
  } catch (thrown) {
    const isNotThere = thrown instanceof DOMException && thrown.name === 'NotFoundError';
    return isNotThere ? 'nothing' : 'unread';
  }
}

/** An installation that was cloned from this one has its mark, and writes under the same name in a folder that is synced. */
async function isOurs(
  name: string,
  madeAt: number | null,
  { lastAt }: CopyOrder,
): Promise<boolean> {
  if (madeAt === null) return false;
  const known = await madeAtsOf(name);
  if (known !== null) return known.includes(madeAt);
  // Earlier builds knew of the last one when it lay there, and no more.
  const isLast = lastAt !== null && madeAt <= lastAt && lastAt - madeAt < MAKING;
  return isLast && (await noteOurs(name, madeAt));
}

/** The last one stays until all of this lies there, and a new one that does not leaves nothing. Answers whether it does. */
async function put(
  folder: FileSystemDirectoryHandle,
  name: string,
  file: Blob,
  madeAt: number,
): Promise<boolean> {
  if (!(await noteOurs(name, madeAt))) return false;
  const target = await folder.getFileHandle(name, { create: true });
  try {
    await file.stream().pipeTo(await target.createWritable());
    return true;
  } catch (thrown) {
    if ((await target.getFile()).size === 0) await folder.removeEntry(name);
    throw thrown;
  }
}
