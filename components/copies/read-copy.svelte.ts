import { CopyRefused, type CopyRefusal } from '../../utils/copy/copy-refusal';
import { CopyJobs } from '../../utils/copy-worker/copy-jobs';
import type { RestoreWay } from '../../utils/copy-worker/planned';
import type { CopyRead, Preview } from '../../utils/copy-worker/preview';
import { askBackground } from '../../utils/messaging/ask-background';
import { failureOf, type Failure } from '../../utils/domain/failure';
import { demandNormalWindow } from './normal-window';

/** A file that the player has chosen: how far it is read, what it is, and what would become of the library by it. */
export class ReadCopy {
  /** From 0 to 1; null while none is read. */
  part = $state.raw<number | null>(null);
  about = $state.raw<CopyRead | null>(null);
  /** Entries of the library that cannot be read: a copy that was checked was not compared with them. */
  unreadHere = $state.raw(0);
  /** Of the way that was planned last. */
  preview = $state.raw<Preview | null>(null);
  /** Another way is compared: until then the preview is that of the one before. */
  isPlanning = $state.raw(false);
  way = $state.raw<RestoreWay>('replace');
  refusal = $state.raw<CopyRefusal | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Of what was planned last, by which the background knows it. */
  mark = '';
  #file: Blob | null = null;
  #jobs: CopyJobs | null = null;
  #planned = 0;
  readonly #now: () => number;

  /** @param now by Sony’s clock, where it is known: by it deletions are told from what was forgotten */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Reads it to its end, and compares it with the library. Nothing of it stays. */
  check(file: Blob): Promise<void> {
    return this.#begin(async (jobs) => {
      const { preview, unreadHere, ...about } = await jobs.check(
        file,
        this.#now(),
        this.#teller(jobs),
      );
      if (!jobs.isEnded) [this.about, this.preview, this.unreadHere] = [about, preview, unreadHere];
      void this.#stop();
    });
  }

  /** The same for a restoring: two libraries are merged, and an empty one becomes the copy. */
  read(file: Blob, way?: RestoreWay): Promise<void> {
    return this.#begin(async (jobs) => {
      this.#file = file;
      const about = await jobs.read(file, this.#now(), this.#teller(jobs));
      if (jobs.isEnded) return;
      this.about = about;
      await this.plan(way ?? (about.isHere ? 'merge' : 'replace'));
    });
  }

  /** Once more, where the library has changed; from the beginning where another page has read a copy in its place. */
  async planAgain(): Promise<void> {
    await this.plan(this.way);
    if (this.failure !== null && this.#file !== null) await this.read(this.#file, this.way);
  }

  async plan(way: RestoreWay): Promise<void> {
    const jobs = this.#jobs;
    if (jobs === null) return;
    const planned = ++this.#planned;
    [this.way, this.isPlanning] = [way, true];
    [this.failure, this.refusal] = [null, null];
    const mark = (this.mark = crypto.randomUUID());
    await this.#attempt(jobs, async () => {
      const preview = await jobs.plan({ way, now: this.#now(), mark });
      if (!jobs.isEnded && planned === this.#planned) this.preview = preview;
    });
    if (planned === this.#planned) this.isPlanning = false;
  }

  /** Wherever it is: what was read so far goes. */
  cancel(): void {
    const closed = this.#stop();
    // A sync may have rested for that, and finds it over.
    if (this.mark !== '') void closed.then(() => askBackground('resume'));
    this.mark = '';
    [this.part, this.about, this.preview] = [null, null, null];
    [this.refusal, this.failure, this.isPlanning] = [null, null, false];
  }

  /** What was cancelled may have said something more by then. */
  #teller(jobs: CopyJobs): (part: number) => void {
    return (part) => {
      if (!jobs.isEnded) this.part = part;
    };
  }

  async #begin(work: (jobs: CopyJobs) => Promise<void>): Promise<void> {
    this.cancel();
    const jobs = (this.#jobs = new CopyJobs());
    this.part = 0;
    await this.#attempt(jobs, async () => {
      await demandNormalWindow();
      if (!jobs.isEnded) await work(jobs);
    });
    if (this.#jobs === jobs || this.#jobs === null) this.part = null;
  }

  async #attempt(jobs: CopyJobs, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (jobs.isEnded) return;
      this.preview = null;
      if (thrown instanceof CopyRefused) this.refusal = thrown.refusal;
      else this.failure = failureOf(thrown);
    }
  }

  async #stop(): Promise<void> {
    const jobs = this.#jobs;
    this.#jobs = null;
    await jobs?.close();
  }
}
