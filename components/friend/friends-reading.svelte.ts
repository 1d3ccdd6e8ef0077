import { CopyRefused, type CopyRefusal } from '../../utils/copy/copy-refusal';
import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import { failureOf, type Failure } from '../../utils/domain/failure';

type FriendsFound = Awaited<ReturnType<CopyJobs['compare']>>;

/** A file of somebody else's, in this page's memory alone: it goes with the page. */
export class FriendsReading {
  /** From 0 to 1; null while none is read. */
  part = $state.raw<number | null>(null);
  found = $state.raw<FriendsFound | null>(null);
  refusal = $state.raw<CopyRefusal | null>(null);
  failure = $state.raw<Failure | null>(null);
  #jobs: CopyJobs | null = null;

  async read(file: Blob): Promise<void> {
    this.forget();
    const jobs = (this.#jobs = new CopyJobs());
    this.part = 0;
    try {
      const found = await jobs.compare(file, (part) => {
        if (!jobs.isEnded) this.part = part;
      });
      if (!jobs.isEnded) this.found = found;
    } catch (thrown) {
      if (jobs.isEnded) return;
      if (thrown instanceof CopyRefused) this.refusal = thrown.refusal;
      else this.failure = failureOf(thrown);
    }
    if (!jobs.isEnded) this.#stop();
  }

  /** Wherever it is: nothing of it is left. */
  forget(): void {
    this.#stop();
    [this.found, this.refusal, this.failure] = [null, null, null];
  }

  #stop(): void {
    this.#jobs?.end();
    this.#jobs = null;
    this.part = null;
  }
}
