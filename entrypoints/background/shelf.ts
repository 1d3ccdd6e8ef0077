import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { dailyOffset } from '../../utils/browser/daily-offset';
import { unlessRunning } from '../../utils/browser/exclusively';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { ConnectionRecord } from '../../utils/connection/ports';
import { DexieLibraryStore } from '../../utils/database/library-store';
import { openLibraryDatabase } from '../../utils/database/open-library';
import { isDailySyncDue } from '../../utils/domain/daily-sync';
import { FailureError, failureOf } from '../../utils/domain/failure';
import type { Player } from '../../utils/domain/player';
import type { SyncStatus } from '../../utils/domain/snapshot';
import { publishStatus, readStatus } from '../../utils/messaging/status';
import { LibrarySync } from '../../utils/sync/library-sync';
import type { LibraryStore, PsnLibrary } from '../../utils/sync/ports';
import { ALARMS } from './alarm-names';

const HOUR = 60 * 60_000;
/** Before the first answer. Pages that see it keep the worker awake. */
const FIRST: SyncStatus = { state: 'running', phase: 'titles', done: 0, total: null };

interface Parts {
  psn: PsnLibrary;
  record: ConnectionRecord;
  clock: SonyClock;
  /** Keeps the connection as fresh as it can be. */
  renew: () => Promise<void>;
  /** Tries to get back a connection that Sony has ended. */
  mend: () => Promise<boolean>;
}

/** The connected account's library: its database, its sync, and the snapshot of both for the pages. */
export class Shelf {
  readonly #parts: Parts;
  #open: { accountId: string; store: Promise<LibraryStore> } | null = null;
  #writing = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async keepPlayer(player: Player): Promise<void> {
    const store = await this.#store(player.accountId);
    await store.keepPlayer(player);
    await this.#publish(store, FIRST);
  }

  /** Ends a running sync at its next write: nothing that it still gets is stored or shown. */
  async stop(): Promise<void> {
    this.#writing.abort();
    this.#writing = new AbortController();
    this.#open = null;
    const { snapshot } = await readStatus();
    await publishStatus({ snapshot: { ...snapshot, sync: { state: 'idle' } } });
    await stopWaking(ALARMS.sync);
  }

  /** Starts a sync, or goes on with a paused one at once. Does nothing while one runs. */
  startSync(): Promise<void> {
    return this.#sync((sync) => sync.start());
  }

  /** Goes on with a sync that was interrupted, or starts the one that is due: the first, or the daily one. */
  resumeSync(): Promise<void> {
    return this.#sync(async (sync, store) => {
      const { lastSyncedAt } = await store.glance();
      const isDue = isDailySyncDue(lastSyncedAt, this.#parts.clock.now(), await dailyOffset());
      await (isDue && (await store.cursor()) === null ? sync.start() : sync.resume());
    });
  }

  async #sync(work: (sync: LibrarySync, store: LibraryStore) => Promise<void>): Promise<void> {
    // Taken before anything is read: whoever stops syncs from here on stops this one too.
    const { signal } = this.#writing;
    const connection = await this.#parts.record.read();
    if (connection.phase !== 'connected') return;
    await unlessRunning('sync', async () => {
      try {
        signal.throwIfAborted();
        const store = await this.#store(connection.accountId);
        await work(this.#librarySync(store, signal), store);
      } catch (thrown) {
        if (!signal.aborted) await this.#publishFault(thrown);
      }
    });
  }

  #librarySync(store: LibraryStore, signal: AbortSignal): LibrarySync {
    const { psn, clock, renew, mend } = this.#parts;
    return new LibrarySync({
      psn,
      store,
      surroundings: {
        now: clock.now,
        prepare: async () => {
          if (!(await hostsAllowed())) throw new FailureError({ cause: 'permission-missing' });
          await renew();
        },
        mend,
        report: async (status) => {
          signal.throwIfAborted();
          await this.#publish(store, status);
        },
        wakeAt: async (instant) => {
          signal.throwIfAborted();
          await wakeAt(ALARMS.sync, clock.onThisDevice(instant));
        },
        stopWaking: () => stopWaking(ALARMS.sync),
      },
    });
  }

  async #publish(store: LibraryStore, sync: SyncStatus): Promise<void> {
    await publishStatus({ snapshot: { ...(await store.glance()), sync } });
  }

  /** What keeps a sync from even being stored, such as a database that does not open. */
  async #publishFault(thrown: unknown): Promise<void> {
    this.#open = null;
    const { snapshot } = await readStatus();
    const { clock } = this.#parts;
    const resumesAt = clock.now() + HOUR;
    await publishStatus({
      snapshot: {
        ...snapshot,
        sync: {
          state: 'paused',
          phase: 'titles',
          done: 0,
          total: null,
          failure: failureOf(thrown),
          resumesAt,
        },
      },
    });
    await wakeAt(ALARMS.sync, clock.onThisDevice(resumesAt));
  }

  #store(accountId: string): Promise<LibraryStore> {
    if (this.#open?.accountId !== accountId) {
      const store = open(accountId, this.#parts.clock.now, this.#writing.signal);
      this.#open = { accountId, store };
      // One that did not open is tried anew the next time.
      store.catch(() => {
        if (this.#open?.store === store) this.#open = null;
      });
    }
    return this.#open.store;
  }
}

async function open(
  accountId: string,
  now: () => number,
  signal: AbortSignal,
): Promise<LibraryStore> {
  const database = await openLibraryDatabase(accountId);
  signal.addEventListener('abort', () => database.close());
  if (signal.aborted) database.close();
  return new DexieLibraryStore(database, now, signal);
}
