import { readRestoreStep } from '../../utils/database/restore-undo';
import type { Failure } from '../../utils/domain/failure';
import { copiesWords as words } from '../../utils/words/copies';
import { Requests } from '../app/requests.svelte';

/** What became of what was asked for: done, not while the library is another one by now, or failed. */
type Became = 'restored' | 'changed-meanwhile' | 'failed';

type Step = Awaited<ReturnType<typeof readRestoreStep>> | 'unknown';

/** While an alarm is to finish it, it is looked at so often. In milliseconds. */
const READS_EVERY = 2_000;

/** A restoring that the background was asked for, and what is said of it where it did not answer that it is done. */
export class AskedRestoring {
  readonly #requests = new Requests();
  /** What the library is by now, whatever the answer was. */
  more = $state.raw<string | undefined>();
  /** Nobody has answered, and an alarm is to finish it. */
  goesOn = $state.raw(false);
  #isFinished = $state.raw(false);
  /** Which time it was asked for last. */
  #asked = 0;

  get isBusy(): boolean {
    return this.#requests.pending !== null;
  }

  /** Why the library is not, or not known to be, what the copy says. */
  get failure(): Failure | null {
    return this.#isFinished ? null : this.#requests.failure;
  }

  async ask(mark: string): Promise<Became> {
    const asked = this.#begin();
    if (await this.#requests.tell('restoreCopy', { mark })) return 'restored';
    if (this.failure?.during === 'changed-meanwhile') {
      this.more = words.nothingChanged;
      return 'changed-meanwhile';
    }
    const step = await stepOf(mark);
    this.more = this.#saidOf(step);
    if (step !== 'wanted') return isChanged(step) ? 'restored' : 'failed';
    return this.#followStep(mark, asked);
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#asked += 1;
  }

  #begin(): number {
    [this.more, this.goesOn, this.#isFinished] = [undefined, false, false];
    return ++this.#asked;
  }

  /** Until the alarm has finished it, has failed, or it is asked for again. */
  async #followStep(mark: string, asked: number): Promise<Became> {
    this.goesOn = true;
    let step: Step = 'wanted';
    while (step === 'wanted') {
      await new Promise((resolve) => setTimeout(resolve, READS_EVERY));
      if (asked === this.#asked) step = await stepOf(mark);
      if (asked !== this.#asked) return 'failed';
    }
    this.goesOn = false;
    this.#isFinished = isChanged(step);
    this.more = this.#saidOf(step);
    return this.#isFinished ? 'restored' : 'failed';
  }

  #saidOf(step: Step): string | undefined {
    if (step === 'wanted') return words.goesOn;
    if (isChanged(step)) return words.isRestored;
    // What was read goes where it could not be restored for want of any room; unanswered, nobody knows.
    const isAnswered = this.failure?.during !== 'restoreCopy';
    return step === 'staged' || (step === null && isAnswered) ? words.nothingChanged : undefined;
  }
}

function stepOf(mark: string): Promise<Step> {
  return readRestoreStep(mark).catch(() => 'unknown' as const);
}

/** The library is what the copy says, whatever is left to do. */
function isChanged(step: Step): boolean {
  return step === 'restored' || step === 'done';
}
