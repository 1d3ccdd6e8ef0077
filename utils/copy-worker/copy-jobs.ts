import type { z } from 'zod/mini';
import { CopyRefused } from '../copy/copy-refusal';
import { FailureError } from '../domain/failure';
import {
  checkedCopy,
  copyAnswer,
  readCopyFacts,
  savedCopy,
  shownPreview,
  type CopyJob,
} from './answers';
import { friendsFile } from './friends-answer';
import type { WantedPlan } from './planned';
import type { CheckedCopy, CopyRead, Preview } from './preview';
import type { FriendsFile } from './read-friends-file';
import type { SavedCopyFile, ToSave } from './save-copy';

type Tell = (part: number) => void;

/** A worker in the middle of something answers late. Milliseconds. */
const PATIENCE = 1_000;

const LOST = new FailureError({ cause: 'unexpected', during: 'copy' });

/** A worker of this page's own, which makes and reads copies. One thing after the other; `end` stops it wherever it is. */
export class CopyJobs {
  readonly #worker = new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module' });
  #isEnded = false;
  /** It has a copy open that was read to its end. */
  #hasRead = false;
  #last: Promise<unknown> = Promise.resolve();

  save(toSave: ToSave, tell: Tell): Promise<SavedCopyFile> {
    return this.#ask({ do: 'save', ...toSave }, savedCopy, tell);
  }

  check(file: Blob, now: number, tell: Tell): Promise<CheckedCopy> {
    return this.#ask({ do: 'check', file, now }, checkedCopy, tell);
  }

  read(file: Blob, now: number, tell: Tell): Promise<CopyRead> {
    return this.#ask({ do: 'read', file, now }, readCopyFacts, tell).then((read) => {
      this.#hasRead = true;
      return read;
    });
  }

  /** What would become of the library by the copy that was read last. */
  plan(wanted: WantedPlan): Promise<Preview> {
    return this.#ask({ do: 'plan', ...wanted }, shownPreview, () => undefined);
  }

  /** A file of somebody else's: nothing of it is stored. */
  compare(file: Blob, tell: Tell): Promise<FriendsFile> {
    return this.#ask({ do: 'compare', file }, friendsFile, tell);
  }

  end(): void {
    this.#isEnded = true;
    this.#worker.terminate();
  }

  /**
   * The same, once it has let go of what it has open: a browser does that of a worker that is ended when it comes to it.
   * One that is still reading would go on, and tidy up after itself what the next has begun.
   */
  async close(): Promise<void> {
    if (!this.#hasRead) return this.end();
    this.#isEnded = true;
    const worker = this.#worker;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, PATIENCE);
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        const said = copyAnswer.safeParse(data);
        if (said.success && 'closed' in said.data) resolve();
      };
      worker.onerror = () => resolve();
      worker.postMessage({ do: 'close' } satisfies CopyJob);
    });
    worker.terminate();
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** What is answered is answered to the one who asked, and two plans are never written at once. */
  #ask<Value>(job: CopyJob, schema: z.ZodMiniType<Value>, tell: Tell): Promise<Value> {
    const answer = this.#last.then(() => this.#do(job, schema, tell));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #do<Value>(job: CopyJob, schema: z.ZodMiniType<Value>, tell: Tell): Promise<Value> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      worker.onerror = () => reject(LOST);
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        const said = copyAnswer.safeParse(data);
        if (!said.success) return reject(LOST);
        const answer = said.data;
        if ('part' in answer) return tell(answer.part);
        if ('refused' in answer) return reject(new CopyRefused(answer.refused));
        if ('failed' in answer) return reject(new FailureError(answer.failed));
        if ('closed' in answer) return reject(LOST);
        const value = schema.safeParse(answer.done);
        if (value.success) resolve(value.data);
        else reject(LOST);
      };
      worker.postMessage(job);
    });
  }
}
