import { accountOf, isAttempt } from '../domain/connection/connection';
import type { ConnectionRequest } from '../domain/connection/after-request';
import { nextWantedAt } from '../domain/connection/wanted';
import type { Receipt } from '../domain/connection/receipt';
import type { PastedCode } from '../domain/connection/npsso';
import type { Secret } from '../domain/connection/secret';
import { FailureError } from '../domain/failure';
import type { ConnectionLoop } from './connection-loop';
import type { Asker, ConnectionBrowser, ConnectionRecord, Exclusively, Leftovers } from './ports';

interface Needs {
  loop: Pick<ConnectionLoop, 'ask' | 'carryOn' | 'checkIfDone'>;
  record: ConnectionRecord;
  leftovers: Pick<Leftovers, 'count' | 'deleteLibrary'>;
  browser: Pick<ConnectionBrowser, 'hostsAllowed'>;
  exclusively: Exclusively;
  /** Where a pasted NPSSO waits for its exchange. */
  pasted: { read(): Promise<PastedCode | null> };
  /** The way of an NPSSO between a page and the background: messages carry none. */
  transfer: { send(code: PastedCode): Promise<void>; receive(): Promise<PastedCode | null> };
  readNpsso: () => Promise<Secret>;
  /** Has the sync see to what was asked of it. Cheap where nothing was. */
  wakeSync: () => Promise<void>;
}

/** What a page can ask of the connection. Each is written down first, and carried out by whoever wakes. */
export class ConnectionRequests {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Does not wait for what becomes of it: that is in the record. */
  async ask(request: ConnectionRequest, code: PastedCode | null = null): Promise<void> {
    await this.#needs.loop.ask(request, code);
    void this.carryOn('player');
  }

  /** Goes on with what is unfinished. What goes wrong stays in the record, and its alarm tries again. */
  async carryOn(asker: Asker): Promise<void> {
    await this.#needs.loop.carryOn(asker).catch(() => undefined);
    // What was asked of the sync during an attempt waits in the library that an end of it goes back to.
    void this.#needs.wakeSync();
  }

  /** The player may have done what Sony wants first: it is tried at once, within the limits on sign-ins. */
  async carryOnAtOnce(): Promise<void> {
    await this.#needs.loop.checkIfDone().catch(() => undefined);
    if (nextWantedAt(await this.#needs.record.read()) !== null) await this.carryOn('player');
  }

  /** Erases everything, and counts what is left: where something could not be erased yet, an alarm tries again. */
  async eraseEverything(): Promise<Receipt> {
    await this.#needs.loop.ask('erase');
    await this.carryOn('player');
    return this.#needs.leftovers.count();
  }

  /**
   * Erases a library that another account has left here. Safe to repeat; what is connected, or being connected, is not
   * erased that way.
   * @param takesOff also what of it is on the browser's servers
   */
  async eraseLibrary(accountId: string, takesOff: boolean): Promise<void> {
    const { record, leftovers, exclusively } = this.#needs;
    await exclusively('connecting', async () => {
      const connection = await record.read();
      const coming = 'accountId' in connection ? connection.accountId : null;
      if ([accountOf(connection), coming].includes(accountId)) {
        throw new FailureError({ cause: 'library-connected' });
      }
      await leftovers.deleteLibrary(accountId, takesOff);
    });
  }

  /** Connects with the NPSSO that a page has sent. Fails with `paste-interrupted` where none has come. */
  async connectPasted(): Promise<void> {
    const { pasted, transfer, record } = this.#needs;
    const code = await transfer.receive();
    // A page asks twice where a worker died in between: the first may have received it.
    if (code !== null || (await pasted.read()) !== null) return this.ask('paste', code);
    const connection = await record.read();
    const isUnderWay = isAttempt(connection) && connection.way === 'paste';
    if (!isUnderWay) throw new FailureError({ cause: 'paste-interrupted' });
  }

  /** Sends the NPSSO of the sign-in in this browser to the page that asks for it. Nothing of it is stored. */
  async lendNpsso(): Promise<void> {
    const { transfer, readNpsso, exclusively, browser } = this.#needs;
    if (!(await browser.hostsAllowed())) throw new FailureError({ cause: 'permission-missing' });
    // One at a time with whatever else asks for the sign-in, and never in the middle of an erase.
    await transfer.send({ npsso: await exclusively('connecting', readNpsso), endsIn: null });
  }
}
