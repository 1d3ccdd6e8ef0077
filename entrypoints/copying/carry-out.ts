import { copyIntoFolder } from '../../utils/copy-worker/copy-into-folder';
import {
  carryOutOrder,
  type CopyOrder,
  type SaveOrdered,
} from '../../utils/copy-worker/ordered-copy';
import { readCopiesFolder } from '../../utils/database/copies-folder';
import { NOT_COPIED, type CopyOutcome } from '../../utils/domain/copies/copy-figures';
import { accessTo } from '../../utils/page/folder-access';

/** In the folder of the player's or, without one, for the browser to put it. Here or nowhere: the background reaches no folder. */
export async function copyWhereWanted(order: CopyOrder, save: SaveOrdered): Promise<CopyOutcome> {
  const folder = await readCopiesFolder();
  if (folder === null) return carryOutOrder(order, save);
  const access = await accessTo(folder);
  if (access === 'granted') return copyIntoFolder(folder, order, save);
  return { ...NOT_COPIED, kind: access === 'gone' ? 'interrupted' : 'permission' };
}
