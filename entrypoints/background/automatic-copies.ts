import { browser } from 'wxt/browser';
import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { mayDownload, putOnDisk, type DownloadEnd } from '../../utils/browser/downloads';
import { installId } from '../../utils/browser/install-id';
import type { Exclusively } from '../../utils/connection/ports';
import { hasCopiesFolder } from '../../utils/database/copies-folder';
import { isEnding } from '../../utils/domain/connection/connection';
import {
  afterLoss,
  afterSync,
  copiesOf,
  withBegun,
  withOutcome,
  withoutCopies,
  withOwn,
  withSaved,
  withTrouble,
  withCopyWanted,
  type CopiesRecord,
  type CopyReason,
  type SavedFile,
  type WantedCopy,
} from '../../utils/domain/copies/copies-record';
import { isToBeCopied } from '../../utils/domain/copies/is-to-be-copied';
import { ownAccount } from '../../utils/domain/library/shown-library';
import { MINUTE } from '../../utils/domain/time-units';
import { storedCopies } from '../../utils/status/copies';
import { parsedStatus } from '../../utils/status/parse';
import type { Status } from '../../utils/status/status';
import { changeCopies, changeCopiesOf } from '../../utils/status/write';
import { ALARMS } from './alarm-names';
import { copyFiles, type CopyFiles, type ToldCopy } from './copy-file';

interface Needs {
  exclusively: Exclusively;
  now: () => number;
  /** Whether there is anything that the player made. */
  hasOwn: (accountId: string) => Promise<boolean>;
  /** When it was found that the browser had lost the library; null where it has not, or the player knows. */
  lostAt: (accountId: string) => Promise<number | null>;
}

/**
 * Copies that make themselves: after a sync, or as the player asks. What is wanted is stored before anything is done,
 * and one that was begun and is not on the disk is made anew by whoever wakes next.
 */
export class AutomaticCopies {
  readonly #needs: Needs;
  readonly #files: CopyFiles;
  /** Which one this worker has had begun: it is on its way. Where nothing comes of it, the next worker makes it anew. */
  #begun = '';

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#files = copyFiles((said) => void this.made(said).catch(() => undefined));
  }

  /** What the player wants of them. A page follows what becomes of it. Safe to repeat. */
  async ask(wanted: CopyReason | 'none'): Promise<void> {
    if (wanted === 'none') {
      await changeCopies(withoutCopies);
      return this.release();
    }
    const accountId = ownAccount(await parsedStatus());
    if (accountId === null) return;
    await wakeSoon();
    const mark = crypto.randomUUID();
    await changeCopies((current) => withCopyWanted(current, { mark, accountId, reason: wanted }));
    void this.carryOn();
  }

  /** The player has saved one by hand, maybe long after it was made. Safe to repeat. */
  noteSaved(saved: SavedFile): Promise<void> {
    const now = this.#needs.now();
    return changeCopiesOf(saved.accountId, (current) => withSaved(current, saved, now));
  }

  /** Before the player's knowing of it ends that anybody knows: copies of what they had stay as they are. */
  async noteLoss(): Promise<void> {
    const accountId = ownAccount(await parsedStatus()) ?? '';
    if (copiesOf(await storedCopies.read(), accountId).made === null) return;
    const lostAt = await this.#needs.lostAt(accountId);
    await changeCopiesOf(accountId, (current) => afterLoss(current, accountId, lostAt));
  }

  /** After a sync, and whenever the worker wakes. What fails has an alarm. Safe to repeat. */
  carryOn(): Promise<void> {
    return this.#alone(async () => {
      const status = await parsedStatus();
      if (isEnding(status.connection)) return;
      await this.#noteSync(status);
      await this.#noteOwn(status);
      const { isOn, wanted } = await storedCopies.read();
      const isPossible = async () => (await hasCopiesFolder()) || (await mayDownload());
      if ((isOn || wanted !== null) && !(await isPossible())) {
        await this.#settle((current) => withTrouble(current, 'permission'));
      } else if (wanted !== null) await this.#begin(wanted, status);
      else await stopWaking(ALARMS.copies);
    }).catch(() => undefined);
  }

  /** What became of it where it is made. One that nobody wants any more counts for nothing. */
  async made({ mark, outcome }: ToldCopy): Promise<void> {
    await this.#alone(async () => {
      if (await this.#isWanted(mark)) {
        const at = this.#needs.now();
        let end: DownloadEnd = 'complete';
        for (const name of outcome.names) {
          // It may be called off between the two.
          if (end === 'complete' && (await this.#isWanted(mark)))
            end = await putOnDisk(outcome.url, name);
        }
        await this.#settle((current) =>
          current.wanted?.mark === mark ? withOutcome(current, outcome, end, at) : current,
        );
      } else if (!(await this.#isWanted(null))) return; // Another is being made.
      await this.release();
    });
    // It is wanted still, under another name.
    if (outcome.kind === 'others') await this.carryOn();
  }

  /** What is on its way is called off: a file that is not closed leaves the last one as it was. */
  release(): Promise<void> {
    this.#begun = '';
    return this.#files.release();
  }

  /** Anything that the player made, however it came, is here alone from now on, also without a connection. */
  async #noteOwn(status: Status): Promise<void> {
    const accountId = ownAccount(status) ?? '';
    if (copiesOf(await storedCopies.read(), accountId).ownSince !== null) return;
    if (!(await this.#needs.hasOwn(accountId))) return;
    await changeCopiesOf(accountId, (current) => withOwn(current, accountId, this.#needs.now()));
  }

  async #noteSync({ connection, snapshot }: Status): Promise<void> {
    const { sync, lastSyncedAt: syncedAt } = snapshot;
    if (connection.phase !== 'connected' || syncedAt === null) return;
    const { accountId } = connection;
    const copies = await storedCopies.read();
    const { seenSync } = copiesOf(copies, accountId);
    const isNews = { syncedAt, seenSync, now: this.#needs.now() };
    if (!isToBeCopied(sync, isNews)) return;
    if (copies.isOn) await wakeSoon();
    await this.noteLoss();
    const hasOwn = await this.#needs.hasOwn(accountId);
    const ended = { accountId, syncedAt, hasOwn, mark: crypto.randomUUID() };
    await changeCopiesOf(accountId, (current) => afterSync(current, ended, this.#needs.now()));
  }

  /** Under a mark of its own: one that another worker has begun, and that is given up, counts for nothing. */
  async #begin({ mark: last }: WantedCopy, { settings }: Status): Promise<void> {
    await wakeSoon();
    // Also by another worker, which has died since.
    if (this.#begun === last || (await this.#files.isMaking(last))) return;
    const mark = crypto.randomUUID();
    await changeCopies((current) => withBegun(current, mark));
    const copies = await storedCopies.read();
    if (copies.wanted?.mark !== mark) return stopWaking(ALARMS.copies);
    const { accountId, reason } = copies.wanted;
    this.#begun = mark;
    const { made, fileMark } = copiesOf(copies, accountId);
    const order = {
      ...{ accountId, settings, device: await installId(), at: this.#needs.now() },
      fileMark: fileMark ?? mark,
      product: browser.runtime.getManifest().version,
      before: reason === 'smaller' ? null : (made?.figures ?? null),
      digest: reason === 'week' ? (made?.digest ?? null) : null,
      lastAt: made?.at ?? null,
    };
    // Not waited for: whoever makes it tells when it is there. Where it cannot even be begun, the alarm tries again.
    void this.#files
      .begin(mark, order)
      // It may have been called off before there was a page to close.
      .then(async () => (await this.#isWanted(null)) && (await this.release()))
      .catch(() => (this.#begun = ''));
  }

  /** @param mark null: none is */
  async #isWanted(mark: string | null): Promise<boolean> {
    return ((await storedCopies.read()).wanted?.mark ?? null) === mark;
  }

  async #settle(update: (current: CopiesRecord) => CopiesRecord): Promise<void> {
    await changeCopies(update);
    if (await this.#isWanted(null)) await stopWaking(ALARMS.copies);
  }

  #alone(work: () => Promise<void>): Promise<void> {
    return this.#needs.exclusively('copies', work);
  }
}

/** Whoever wakes then goes on, whatever becomes of this worker. */
function wakeSoon(): Promise<void> {
  return wakeAt(ALARMS.copies, Date.now() + MINUTE);
}
