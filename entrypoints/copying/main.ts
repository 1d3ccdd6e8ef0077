import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { carryOutOrder, copyOrder } from '../../utils/copy-worker/ordered-copy';
import { askBackground } from '../../utils/messaging/ask-background';

/** A worker that was ended as it was asked may never answer; to put two files on the disk takes 20 s at the most. */
const PATIENCE = 30_000;
const TIMES = 3;

/** A page without a window makes the copy that its address orders. The file has an address for as long as it is open. */
async function make(): Promise<void> {
  const [mark = '', order = ''] = location.hash.slice(1).split('/');
  const said: unknown = JSON.parse(decodeURIComponent(order));
  const outcome = await carryOutOrder(copyOrder.parse(said), (toSave) =>
    new CopyJobs().save(toSave, () => undefined),
  );
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
