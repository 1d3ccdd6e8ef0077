import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { failureOf, type Failure } from '../../utils/domain/failure';
import { ownAccount } from '../../utils/domain/library/shown-library';
import type { Status } from '../../utils/status/status';
import { askBackground } from '../../utils/messaging/ask-background';
import { download } from '../../utils/page/download';
import { extensionVersion } from '../../utils/page/extension-version';
import { readInstallId } from '../../utils/status/read-install-id';
import { copyFileName } from '../../utils/words/copies';

/** A copy that the player saves: how far it is, and what became of it. */
export class SavedCopy {
  /** From 0 to 1; null while none is made. */
  part = $state.raw<number | null>(null);
  /** How large it has become. */
  bytes = $state.raw<number | null>(null);
  /** Entries that are not in it, since they cannot be read here. */
  unread = $state.raw(0);
  failure = $state.raw<Failure | null>(null);
  #jobs: CopyJobs | null = null;

  async save(accountId: string, status: Status, now: number): Promise<void> {
    const { snapshot, settings } = status;
    const isOwn = accountId === ownAccount(status);
    if (this.#jobs !== null) return;
    const jobs = (this.#jobs = new CopyJobs());
    [this.part, this.bytes, this.failure] = [0, null, null];
    try {
      const device = await readInstallId();
      const facts = {
        ...{ madeAt: now, product: extensionVersion() },
        ...{ accountId, device },
        // Of another account its library tells.
        onlineId: isOwn ? (snapshot.player?.onlineId ?? null) : null,
      };
      const { file, onlineId, unread } = await jobs.save(
        { facts, settings: { ...settings } },
        (part) => {
          if (!jobs.isEnded) this.part = part;
        },
      );
      download(file, copyFileName(onlineId, now));
      if (isOwn) void askBackground('copies', { wanted: 'saved' });
      [this.bytes, this.unread] = [file.size, unread];
    } catch (thrown) {
      this.failure = failureOf(thrown);
    }
    this.cancel();
  }

  cancel(): void {
    this.#jobs?.end();
    this.#jobs = null;
    this.part = null;
  }
}
