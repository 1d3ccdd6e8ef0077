import { afterDisconnecting } from '../domain/connection/after-request';
import { isEnding } from '../domain/connection/connection';
import type { ConnectionLibrary, ConnectionRecord, Exclusively, Leftovers } from './ports';

interface Needs {
  leftovers: Leftovers;
  record: ConnectionRecord;
  library: ConnectionLibrary;
  exclusively: Exclusively;
  /** Ends every request that is under way: nothing of its answer is stored. */
  endRequests: () => void;
}

/** The ways out, at any time, also in the middle of a sync. The record says which is wanted until it is done. */
export class Ending {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Carries out what the record says, whoever had asked for it. Safe to repeat. */
  async carryOn(): Promise<void> {
    if (!isEnding(await this.#needs.record.read())) return;
    const { library, endRequests, exclusively, record } = this.#needs;
    // They would only be waited for.
    library.interrupt();
    endRequests();
    // In the order in which everybody takes them.
    await exclusively('sync', () =>
      exclusively('connecting', () =>
        exclusively('refresh', async () => {
          const { phase } = await record.read();
          if (phase === 'disconnecting') await this.#disconnect();
          if (phase === 'erasing') await this.#erase();
        }),
      ),
    );
  }

  /** The connection and its tokens go; the library stays readable. What was asked for meanwhile begins. */
  async #disconnect(): Promise<void> {
    const { leftovers, record } = this.#needs;
    await leftovers.wipeTokens();
    await leftovers.clearBrowserState(false);
    await leftovers.showIdle();
    await record.change((current) =>
      current.phase === 'disconnecting' ? afterDisconnecting(current) : current,
    );
  }

  async #erase(): Promise<void> {
    const { leftovers } = this.#needs;
    // First what opens something: a page that does not let go of its database must not hold that up.
    await leftovers.wipeTokens();
    await leftovers.deleteDatabases();
    await leftovers.clearBrowserState(true);
    await leftovers.giveBackPermissions();
    await leftovers.clearStorage();
  }
}
