import type { Receipt } from '../domain/receipt';
import type { ConnectionRecord, Exclusively, Traces, Vault } from './ports';

interface Parts {
  traces: Traces;
  vault: Vault;
  record: ConnectionRecord;
  exclusively: Exclusively;
  /** Ends connecting, whatever step it is at. */
  cancelConnecting: () => Promise<void>;
}

/** The ways out, at any time, also in the middle of a sync. */
export class Disconnecting {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Forgets the connection and its tokens; the library stays readable. */
  async disconnect(): Promise<void> {
    const { traces, exclusively, vault, record, cancelConnecting } = this.#parts;
    await cancelConnecting();
    await exclusively('connecting', async () => {
      // The tokens first: a worker that dies here leaves a connection that plainly needs the player.
      await exclusively('refresh', () => vault.erase());
      await record.write({ phase: 'disconnected', failure: null });
      await traces.stopSync();
      await traces.removeMarks();
    });
  }

  /** Erases everything, then counts what is left. A worker that dies in between is followed by one that goes on. */
  async erase(): Promise<Receipt> {
    const { traces, exclusively, cancelConnecting } = this.#parts;
    await traces.markErasing();
    await cancelConnecting();
    return exclusively('connecting', () =>
      exclusively('refresh', async () => {
        // Nobody is connected any more before the sync is stopped: none can start in between.
        await traces.showNothing();
        await traces.stopSync();
        await traces.deleteDatabases();
        await traces.removeMarks();
        await traces.giveBackPermissions();
        await traces.clearStorage();
        return traces.count();
      }),
    );
  }
}
