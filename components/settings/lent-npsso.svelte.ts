import type { Failure } from '../../utils/domain/failure';
import { receiveNpsso } from '../../utils/messaging/npsso-transfer';
import type { Lending } from '../../utils/words/lend-npsso';
import { Requests } from '../app/requests.svelte';

const IN_CLIPBOARD = 60_000;

/** An NPSSO on its way from Sony to the clipboard, and out of it again. Nothing here holds on to it. */
export class LentNpsso {
  readonly #requests = new Requests();
  #state = $state.raw<Lending | null>(null);

  get state(): Lending | null {
    return this.#state;
  }

  get busy(): boolean {
    return this.#requests.pending !== null;
  }

  get failure(): Failure | null {
    return this.#requests.failure;
  }

  async lend(): Promise<void> {
    this.#state = null;
    if (!(await this.#requests.ask('lendNpsso'))) return;
    const code = await receiveNpsso();
    if (code === null || !(await isCopied(code.npsso.reveal()))) {
      this.#state = 'refused';
      return;
    }
    this.#state = 'copied';
    setTimeout(() => void this.#clear(), IN_CLIPBOARD);
  }

  /** Browsers let a page write to the clipboard only while it is in front. */
  async #clear(): Promise<void> {
    this.#state = document.hasFocus() && (await isCopied('')) ? 'cleared' : 'left';
  }
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
