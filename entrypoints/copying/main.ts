import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { copyIntoFolder } from '../../utils/copy-worker/copy-into-folder';
import { carryOutOrder, copyOrder, type CopyOrder } from '../../utils/copy-worker/ordered-copy';
import type { ToSave } from '../../utils/copy-worker/save-copy';
import { readCopiesFolder } from '../../utils/database/copies-folder';
import { NOT_COPIED, type CopyOutcome } from '../../utils/domain/copies/copy-figures';
import { askBackground } from '../../utils/messaging/ask-background';
import { accessTo } from '../../utils/page/folder-access';

/** A worker that was ended as it was asked may never answer; a slow disk has this long for both files. */
const PATIENCE = 30_000;
const TIMES = 10;

const save = (toSave: ToSave): Promise<Blob> => new CopyJobs().save(toSave, () => undefined);

/** Here or nowhere: the background reaches no folder of the player's. */
async function carriedOut(order: CopyOrder): Promise<CopyOutcome> {
  const folder = await readCopiesFolder();
  if (folder === null) return carryOutOrder(order, save);
  const access = await accessTo(folder);
  if (access === 'granted') return copyIntoFolder(folder, order, save);
  return { ...NOT_COPIED, kind: access === 'gone' ? 'interrupted' : 'permission' };
}

/** A page without a window makes the copy that its address orders. The file has an address for as long as it is open. */
async function make(): Promise<void> {
  const [mark = '', order = ''] = location.hash.slice(1).split('/');
  const outcome = await carriedOut(copyOrder.parse(JSON.parse(decodeURIComponent(order))));
  for (let time = 0; time < TIMES; time++) {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const answer = await Promise.race([askBackground('copyMade', { mark, outcome }), late]);
    if (answer?.ok === true) return;
  }
}

// Whoever is heard closes it. Where nobody is, it makes room for another try.
void make()
  .catch(() => undefined)
  .finally(() => setTimeout(() => window.close(), PATIENCE));
