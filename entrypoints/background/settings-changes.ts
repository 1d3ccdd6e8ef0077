import { wakeAt } from '../../utils/browser/alarms';
import { everyGameChanged } from '../../utils/browser/every-game-changed';
import type { Renewing } from '../../utils/connection/renewing';
import type { Settings } from '../../utils/domain/settings';
import { parsedStatus } from '../../utils/status/parse';
import { settingsRecord, type SettingsChange } from '../../utils/status/write';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import { ALARMS } from './alarm-names';
import type { Roaming } from './roaming';

const HALF_A_MINUTE = 30_000;

interface Needs {
  now: () => number;
  renewing: Pick<Renewing, 'renewAtOnce'>;
  roaming: Pick<Roaming, 'begin' | 'carryOn'>;
  library: Pick<LibraryRequests, 'followEveryGame'>;
  wakeSync: () => Promise<void>;
}

/** What the player sets, and the work that some settings ask for: stored together, carried out by whoever wakes. */
export class SettingsChanges {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async make(asked: SettingsChange): Promise<void> {
    const { now } = this.#needs;
    const change = typeof asked === 'function' ? asked((await parsedStatus()).settings) : asked;
    if (change.roams === true) await this.#needs.roaming.begin();
    await this.#wakeFor(change);
    await settingsRecord.change(asked, now());
    // A worker that dies here leaves a check that is due.
    if (change.renewal === true) await this.#renew();
    if (change.everyGame !== undefined) await this.#tellSync();
    if (change.roams === true) void this.#needs.roaming.carryOn().catch(() => undefined);
  }

  /** A connection that is got back by it has a sync waiting for it. */
  async #renew(): Promise<void> {
    await this.#needs.renewing.renewAtOnce('player');
    void this.#needs.wakeSync();
  }

  /** Tells the sync what a worker that died had not told it. */
  async carryOn(): Promise<void> {
    if (await everyGameChanged.read()) await this.#tellSync();
  }

  /** Forgotten once the sync has stored it: told twice is better than never. */
  async #tellSync(): Promise<void> {
    await this.#needs.library.followEveryGame();
    await everyGameChanged.forget();
  }

  /** Before anything is written: an alarm that finds nothing is harmless. */
  async #wakeFor({ renewal, everyGame }: Partial<Settings>): Promise<void> {
    const { connection } = await parsedStatus();
    if (connection.phase !== 'connected') return;
    const soon = Date.now() + HALF_A_MINUTE;
    if (renewal === true) await wakeAt(ALARMS.renewal, soon);
    if (everyGame !== undefined) await wakeAt(ALARMS.sync, soon);
  }
}
