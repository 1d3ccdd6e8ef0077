import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { carryOutOrder, copyOrder } from '../../utils/copy-worker/ordered-copy';
import { askBackground } from '../../utils/messaging/ask-background';

/** A page without a window makes the copy that its address orders. The file has an address for as long as it is open. */
async function make(): Promise<void> {
  const [mark = '', order = ''] = location.hash.slice(1).split('/');
  const said: unknown = JSON.parse(decodeURIComponent(order));
  const outcome = await carryOutOrder(copyOrder.parse(said), (toSave) =>
    new CopyJobs().save(toSave, () => undefined),
  );
  await askBackground('copyMade', { mark, outcome });
}

void make();
