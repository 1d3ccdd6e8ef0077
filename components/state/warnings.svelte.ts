import { allowWarnings } from '../../utils/messaging/allow-warnings';
import type { Requests } from './requests.svelte';

/** Switching warnings on and off. The browser is asked for leave first, and may refuse. */
export class Warnings {
  readonly #requests: Requests;
  #refused = $state.raw(false);

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** True where the browser or the player has just said no to notifications. */
  get refused(): boolean {
    return this.#refused;
  }

  /** To be called straight from a click. */
  async set(on: boolean): Promise<void> {
    this.#refused = on && !(await isAllowed());
    if (!this.#refused) await this.#requests.changeSettings({ warnings: on });
  }
}

/** A browser without notifications fails where it is asked for them. */
async function isAllowed(): Promise<boolean> {
  try {
    return await allowWarnings();
  } catch {
    return false;
  }
}
