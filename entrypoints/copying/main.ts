import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { copyOrder, type SaveOrdered } from '../../utils/copy-worker/ordered-copy';
import { askBackground } from '../../utils/messaging/ask-background';
import { copyWhereWanted } from './carry-out';
import { HEARD_WITHIN, tellUntilHeard } from './tell-until-heard';

const save: SaveOrdered = (toSave) => new CopyJobs().save(toSave, () => undefined);

/** A page without a window makes the copy that its address orders. The file has an address for as long as it is open. */
async function make(): Promise<void> {
  const [mark = '', order = ''] = location.hash.slice(1).split('/');
  const outcome = await copyWhereWanted(
    copyOrder.parse(JSON.parse(decodeURIComponent(order))),
    save,
  );
  await tellUntilHeard(() => askBackground('copyMade', { mark, outcome }));
}

// Whoever is heard closes it. Where nobody is, it makes room for another try.
void make()
  .catch(() => undefined)
  .finally(() => setTimeout(() => window.close(), HEARD_WITHIN));
