import { allowNotifications } from '../../utils/page/allow-notifications';
import type { Requests } from './requests.svelte';

/** What is told by notification. */
type Told = 'warnings' | 'news';

/** Switching notifications on and off. The browser is asked for leave first, and may refuse. */
export class Notifications {
  readonly #requests: Requests;
  readonly #told: Told;
  #refused = $state.raw(false);

  constructor(requests: Requests, told: Told) {
    this.#requests = requests;
    this.#told = told;
  }

  /** True where the browser or the player has just said no to notifications. */
  get refused(): boolean {
    return this.#refused;
  }

  /** To be called straight from a click. */
  async set(on: boolean): Promise<void> {
    this.#refused = on && !(await isAllowed());
    if (!this.#refused) await this.#requests.changeSettings({ [this.#told]: on });
  }
}

/** A browser without notifications fails where it is asked for them. */
async function isAllowed(): Promise<boolean> {
  try {
    return await allowNotifications();
  } catch {
    return false;
  }
}
