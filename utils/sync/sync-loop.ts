import { failureOf, isLasting, type Failure } from '../domain/failure';
import { NO_PROGRESS, type SyncStatus } from '../domain/sync/sync-status';
import { statusAtRest } from './at-rest';
import type { SyncPorts } from './ports';
import { SyncPass } from './sync-pass';
import { HOUR } from '../domain/time-units';

/** Whether storage can be used again is found out without a request. */
const STORAGE_CHECK_EVERY = 10 * 60_000;
/** Storage that is silent may only be busy. */
const SILENCE_CHECK_EVERY = 60_000;

/**
 * The one way in to the sync. Whoever wants something stores it first and wakes the loop, which then reads what is
 * stored and does the next step, until nothing is left.
 */
export class SyncLoop {
  readonly #ports: SyncPorts;
  /** Once more: something may have been stored since the loop has read. */
  #isWanted = false;
  #running: Promise<void> | null = null;
  #interruption = new AbortController();

  constructor(ports: SyncPorts) {
    this.#ports = ports;
  }

  /** Carries out what is stored. Ends when nothing is left to do now, or when it was interrupted. Never fails. */
  wake(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Stops the step under way at once, without storing anything. What is stored decides what follows. */
  interrupt(): void {
    this.#interruption.abort();
  }

  /** The lock anew for each pass: whoever has interrupted one, and waits, has their turn before the next. */
  async #run(): Promise<void> {
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        await this.#ports.exclusively('sync', () => this.#pass());
      }
    } finally {
      this.#running = null;
    }
  }

  async #pass(): Promise<void> {
    // Taken before anything is read: whoever interrupts from here on ends this pass too.
    this.#interruption = new AbortController();
    const { signal } = this.#interruption;
    try {
      const accountId = await this.#ports.accountToSync();
      if (accountId === null || signal.aborted) return;
      if (!(await this.#isAtRest(accountId, signal))) await this.#syncAccount(accountId, signal);
      await this.#isAtRest(accountId, signal);
    } catch (thrown) {
      if (!signal.aborted) await this.#publishFault(failureOf(thrown)).catch(() => undefined);
    }
  }

  /** Whoever waits for a sync is told that its library is to stay as it is for now. */
  async #isAtRest(accountId: string, signal: AbortSignal): Promise<boolean> {
    const rest = await this.#ports.atRest(accountId);
    if (rest === null) return false;
    const snapshot = await this.#ports.snapshot();
    const sync = statusAtRest(rest, snapshot.sync);
    if (sync !== null && !signal.aborted) await this.#ports.publish({ ...snapshot, sync });
    return true;
  }

  /** Opening is waited for whatever happens: a database must not appear after the lock is let go. */
  async #syncAccount(accountId: string, signal: AbortSignal): Promise<void> {
    const library = await this.#ports.openForSync(accountId, signal);
    try {
      const pass = new SyncPass(this.#ports, accountId, library, signal);
      const isDone = pass.carryOut().finally(() => pass.settled());
      await Promise.race([isDone, rejectedBy(signal)]);
    } finally {
      library.close();
    }
  }

  /** What keeps a sync from even being stored, such as a database that does not open. */
  async #publishFault(failure: Failure): Promise<void> {
    const isBlocked = isLasting(failure);
    const resumesAt = this.#ports.now() + checkAfter(failure);
    await this.#ports.wakeAt(resumesAt);
    const snapshot = await this.#ports.snapshot();
    const sync: SyncStatus = isBlocked
      ? { state: 'blocked', ...NO_PROGRESS, failure }
      : { state: 'paused', ...NO_PROGRESS, failure, resumesAt };
    await this.#ports.publish({ ...snapshot, sync });
  }
}

function checkAfter(failure: Failure): number {
  if (failure.cause === 'storage-silent') return SILENCE_CHECK_EVERY;
  return isLasting(failure) ? STORAGE_CHECK_EVERY : HOUR;
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const ended = (): void => reject(new Error('interrupted'));
    if (signal.aborted) ended();
    else signal.addEventListener('abort', ended, { once: true });
  });
}
