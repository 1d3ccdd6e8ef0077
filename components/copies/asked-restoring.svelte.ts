import { readRestoreStep } from '../../utils/database/restore-undo';
import type { Failure } from '../../utils/domain/failure';
import type { Settings } from '../../utils/domain/settings';
import { copiesWords as words } from '../../utils/words/copies';
import { Requests } from '../app/requests.svelte';

/** What became of what was asked for: done, not while the library is another one by now, or failed. */
type Became = 'restored' | 'changed-meanwhile' | 'failed';

/** A restoring that the background was asked for, and what is said of it where it did not answer that it is done. */
export class AskedRestoring {
  readonly #requests = new Requests();
  readonly #settings = new Requests();
  /** What the library is by now, whatever the answer was. */
  more = $state.raw<string | undefined>();

  get isBusy(): boolean {
    return this.#requests.pending !== null || this.#settings.pending !== null;
  }

  /** Why the library is not, or not known to be, what the copy says. */
  get failure(): Failure | null {
    return this.#requests.failure;
  }

  /** Why only the settings of the copy are not set. */
  get settingsFailure(): Failure | null {
    return this.#settings.failure;
  }

  async ask(mark: string): Promise<Became> {
    this.more = undefined;
    if (await this.#requests.tell('restoreCopy', { mark })) return 'restored';
    if (this.failure?.during === 'changed-meanwhile') {
      this.more = words.nothingChanged;
      return 'changed-meanwhile';
    }
    const step = await readRestoreStep(mark).catch(() => 'unknown' as const);
    this.more = this.#saidOf(step);
    return step === 'restored' || step === 'done' ? 'restored' : 'failed';
  }

  /** Says whether they are set. */
  set(settings: Partial<Settings>): Promise<boolean> {
    return this.#settings.changeSettings(settings);
  }

  #saidOf(step: Awaited<ReturnType<typeof readRestoreStep>> | 'unknown'): string | undefined {
    if (step === 'wanted') return words.goesOn;
    if (step === 'restored' || step === 'done') return words.isRestored;
    // What was read goes where it could not be restored for want of any room; unanswered, nobody knows.
    const isAnswered = this.failure?.during !== 'restoreCopy';
    return step === 'staged' || (step === null && isAnswered) ? words.nothingChanged : undefined;
  }
}
