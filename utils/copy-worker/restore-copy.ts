import { CopyRefused } from '../copy/copy-refusal';
import { restSyncs } from '../database/comparing-lock';
import { openForPage } from '../database/open-library';
import { placeToRead } from '../database/restore-plans';
import { eraseStaging, planIn, type RestorePlan } from '../database/staging';
import { OTHER_DATABASES } from '../database/our-databases';
import { storable } from '../database/storage-failure';
import { planRestoring } from './plan-restoring';
import type { RestoreWay, WantedPlan } from './planned';
import { hasAllMade, type CheckedCopy, type CopyRead, type Preview } from './preview';
import { readIntoStaging, type StagedCopy } from './read-into-staging';

type Tell = (part: number) => void;

/** Reads a copy, and compares what it says with the library of its account. Nothing of it stays. */
export async function checkCopy(file: Blob, now: number, tell: Tell): Promise<CheckedCopy> {
  const name = OTHER_DATABASES.check;
  const copy = await readIntoStaging(name, file, tell);
  try {
    let unreadHere = 0;
    const preview = await planned(copy, 'replace', now, (rows) => {
      unreadHere += rows;
    });
    return { ...(await readOf(copy)), preview, unreadHere };
  } finally {
    copy.close();
    await eraseStaging(name);
  }
}

/** A copy that lies in the staging database, for as long as the player looks at what it would do. */
export class CopyToRestore {
  readonly #copy: StagedCopy;
  #letSync = (): void => undefined;

  private constructor(copy: StagedCopy) {
    this.#copy = copy;
  }

  /** Beside the one that was restored last, which has the way back. Fails while one is being restored, or taken back. */
  static async read(file: Blob, tell: Tell): Promise<CopyToRestore> {
    const name = await placeToRead();
    if (name === null) throw new CopyRefused('restoring');
    return new CopyToRestore(await readIntoStaging(name, file, tell));
  }

  close(): void {
    this.#letSync();
    this.#copy.close();
  }

  about(): Promise<CopyRead> {
    return readOf(this.#copy);
  }

  /** What would become of the library, as it stays meanwhile. The background is to do that, and nothing else. */
  async plan({ way, now, mark }: WantedPlan): Promise<Preview> {
    const { staging, head, settings } = this.#copy;
    await this.#forgetPlan();
    const letSync = await restSyncs(head.accountId);
    this.#letSync();
    this.#letSync = letSync;
    const preview = await planned(this.#copy, way, now);
    const { isHere } = await this.about();
    const plan: RestorePlan = {
      ...{ id: 'plan', accountId: head.accountId, step: 'staged' },
      ...{ since: Date.now(), isNew: !isHere, mark, settings },
      ...((way === 'replace' || hasAllMade(preview)) && { madeAt: head.madeAt }),
    };
    await staging.plan.put(plan);
    return preview;
  }

  /** One that is carried out, or was, stays: rows that went from it meanwhile would not be moved. */
  async #forgetPlan(): Promise<void> {
    const { staging } = this.#copy;
    await staging.transaction('rw', staging.plan, async () => {
      const before = await planIn(staging);
      if (before !== null && before.step !== 'staged') throw new CopyRefused('restoring');
      await staging.plan.clear();
    });
  }
}

async function readOf({ head, unreadable, settings }: StagedCopy): Promise<CopyRead> {
  const { accountId, onlineId, madeAt } = head;
  const library = await storable(openForPage(accountId));
  library?.close();
  return { accountId, onlineId, madeAt, unreadable, isHere: library !== null, settings };
}

async function planned(
  { staging, rows, head }: StagedCopy,
  way: RestoreWay,
  now: number,
  onUnread?: (rows: number) => void,
): Promise<Preview> {
  const library = await storable(openForPage(head.accountId));
  try {
    return await planRestoring(
      { library, staging, copied: rows, ...(onUnread && { onUnread }) },
      way,
      now,
    );
  } finally {
    library?.close();
  }
}
