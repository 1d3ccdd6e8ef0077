import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import type { SavedFile } from '../../utils/domain/copies/copies-record';
import { failureOf, type Failure } from '../../utils/domain/failure';
import { ownAccount } from '../../utils/domain/library/shown-library';
import type { Status } from '../../utils/status/status';
import { askBackground } from '../../utils/messaging/ask-background';
import { downloadToEnd } from '../../utils/page/download';
import { extensionVersion } from '../../utils/page/extension-version';
import { readInstallId } from '../../utils/status/read-install-id';
import { copyFileName } from '../../utils/words/copies';
import { demandNormalWindow } from './normal-window';

/** A copy that the player saves: how far it is, and what became of it. */
export class SavedCopy {
  /** From 0 to 1; null while none is made. */
  part = $state.raw<number | null>(null);
  /** It is made, and the browser puts it on the disk: it may ask where. */
  isHandedOver = $state.raw(false);
  /** How large it has become. */
  bytes = $state.raw<number | null>(null);
  /** Entries that are not in it, since they cannot be read here. */
  unread = $state.raw(0);
  /** Whether it lies on the disk, as far as the browser lets us look; null until that is known. */
  end = $state.raw<'complete' | 'interrupted' | 'unknown' | null>(null);
  /** The player may say so themselves: it counts then. */
  mayBeConfirmed = $state.raw(false);
  failure = $state.raw<Failure | null>(null);
  #jobs: CopyJobs | null = null;
  #saved: SavedFile | null = null;

  async save(accountId: string, status: Status, now: number): Promise<void> {
    const { snapshot, settings } = status;
    const own = ownAccount(status);
    const isOwn = accountId === own;
    if (this.#jobs !== null) return;
    // Not as of when the page last looked at its clock: the library may have become another one since.
    const madeAt = Date.now() + status.clockOffset;
    const jobs = (this.#jobs = new CopyJobs());
    [this.part, this.bytes, this.failure] = [0, null, null];
    [this.end, this.mayBeConfirmed] = [null, false];
    try {
      await demandNormalWindow();
      const device = await readInstallId();
      const facts = {
        ...{ madeAt: now, product: extensionVersion() },
        ...{ accountId, device },
        // Of another account its library tells.
        onlineId: isOwn ? (snapshot.player?.onlineId ?? null) : null,
      };
      // They are the player's: the file of another account goes to somebody else.
      const saved = isOwn || own === null ? { ...settings } : {};
      const { file, onlineId, unread } = await jobs.save({ facts, settings: saved }, (part) => {
        if (!jobs.isEnded) this.part = part;
      });
      if (jobs.isEnded) return;
      this.isHandedOver = true;
      const end = await downloadToEnd(file, copyFileName(onlineId, now));
      // It lies there, whether anybody looks at this still or not.
      if (isOwn) this.#saved = { accountId, madeAt };
      if (isOwn && end === 'complete') this.#count();
      if (jobs.isEnded) return;
      [this.end, this.mayBeConfirmed] = [end, isOwn && end === 'unknown'];
      [this.bytes, this.unread] = [file.size, unread];
    } catch (thrown) {
      this.failure = failureOf(thrown);
    }
    this.cancel();
  }

  /** The player sees that it lies there. */
  confirm(): void {
    [this.end, this.mayBeConfirmed] = ['complete', false];
    this.#count();
  }

  /** Of whom and of when it is, whoever is connected once the browser has it on the disk. */
  #count(): void {
    if (this.#saved !== null) void askBackground('copies', { saved: this.#saved });
  }

  cancel(): void {
    this.#jobs?.end();
    this.#jobs = null;
    [this.part, this.isHandedOver] = [null, false];
  }
}
