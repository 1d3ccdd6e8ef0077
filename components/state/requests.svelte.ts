import type { Failure } from '../../utils/domain/failure';
import { allowAccess } from '../../utils/messaging/allow-access';
import { askBackground } from '../../utils/messaging/ask-background';
import type { RequestName } from '../../utils/messaging/protocol';
import type { FixAction } from '../../utils/words/failures';

/** What this page has asked of the background: what is under way, and what went wrong with the last. */
export class Requests {
  #pending = $state.raw<RequestName | null>(null);
  #failure = $state.raw<Failure | null>(null);

  get pending(): RequestName | null {
    return this.#pending;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  async ask(name: RequestName): Promise<void> {
    this.#pending = name;
    this.#failure = null;
    const outcome = await askBackground[name]();
    this.#pending = null;
    this.#failure = outcome.ok ? null : outcome.failure;
  }

  /** Takes the way out of a failure; `retry` is what was being done when it happened. */
  async fix(action: FixAction, retry: 'connect' | 'syncNow'): Promise<void> {
    if (action === 'allow-access' && !(await allowAccess())) return;
    await this.ask(action === 'sign-in' ? 'openSignIn' : retry);
  }
}
