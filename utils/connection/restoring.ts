import type { Connected } from '../domain/connection/connection';
import { isTryLater, nextProofAt } from '../domain/connection/recovery';
import { isOfAccount } from '../domain/failure';
import type { Access } from './access';
import type { Asker, ConnectionRecord, SettingsRecord } from './ports';

interface Needs {
  record: ConnectionRecord;
  settings: SettingsRecord;
  access: (accountId: string) => Pick<Access, 'prove'>;
  now: () => number;
}

/**
 * Looks after a connection that has lost its tokens, or has come to its end by the clock, also where nobody asks for
 * data: it is for Sony to say that it is over.
 */
export class Restoring {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Has Sony asked, where that is due. Cheap where it is not. */
  async carryOn(asker: Asker = 'automatic'): Promise<void> {
    const { record, settings, access, now } = this.#needs;
    const connection = await record.read();
    if (connection.phase !== 'connected') return;
    const at = nextProofAt(connection, (await settings.read()).renewal);
    if (at === null || at > now() || isTryLater(connection.recovery, now())) return;
    // What becomes of it is in the record, and so is when it is tried next.
    await access(connection.accountId)
      .prove(asker)
      .catch(() => undefined);
  }

  /** The player may have done what Sony wanted. */
  async carryOnAtOnce(): Promise<void> {
    const { record, now } = this.#needs;
    await record.change((current) =>
      current.phase === 'connected' && awaitsPlayer(current)
        ? { ...current, recovery: current.recovery && { ...current.recovery, nextAt: now() } }
        : current,
    );
    await this.carryOn('player');
  }
}

function awaitsPlayer({ failure }: Connected): boolean {
  return failure !== null && isOfAccount(failure);
}
