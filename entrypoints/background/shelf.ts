import { stopWaking, wakeAt } from '@/utils/browser/alarms';
import { unlessRunning } from '@/utils/browser/exclusively';
import type { ConnectionRecord } from '@/utils/connection/ports';
import { DexieLibraryStore } from '@/utils/database/library-store';
import { openLibraryDatabase } from '@/utils/database/open-library';
import { failureOf } from '@/utils/domain/failure';
import type { Player } from '@/utils/domain/player';
import type { SyncStatus } from '@/utils/domain/snapshot';
import { publishStatus, readStatus } from '@/utils/messaging/status';
import { LibrarySync } from '@/utils/sync/library-sync';
import type { LibraryStore, PsnLibrary } from '@/utils/sync/ports';
import { ALARMS } from './wake-ups';

const HOUR = 60 * 60_000;

interface Parts {
  psn: PsnLibrary;
  record: ConnectionRecord;
  now: () => number;
}

/** The connected account's library: its database, its sync, and the snapshot of both for the pages. */
export class Shelf {
  readonly #parts: Parts;
  #open: { accountId: string; store: Promise<LibraryStore> } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async keepPlayer(player: Player): Promise<void> {
    const store = await this.#store(player.accountId);
    await store.keepPlayer(player);
    await this.#publish(store, { state: 'idle' });
  }

  /** Starts a sync, or goes on with a paused one at once. Does nothing while one runs. */
  startSync(): Promise<void> {
    return this.#sync((sync) => sync.start());
  }

  /** Goes on with a sync that was interrupted, or starts the first. */
  resumeSync(): Promise<void> {
    return this.#sync(async (sync, store) => {
      const { lastSyncedAt } = await store.glance();
      await (lastSyncedAt === null && (await store.cursor()) === null
        ? sync.start()
        : sync.resume());
    });
  }

  async #sync(work: (sync: LibrarySync, store: LibraryStore) => Promise<void>): Promise<void> {
    const connection = await this.#parts.record.read();
    if (connection.phase !== 'connected') return;
    await unlessRunning('sync', async () => {
      try {
        const store = await this.#store(connection.accountId);
        await work(this.#librarySync(store), store);
      } catch (thrown) {
        await this.#publishFault(thrown);
      }
    });
  }

  #librarySync(store: LibraryStore): LibrarySync {
    const { psn, now } = this.#parts;
    return new LibrarySync({
      psn,
      store,
      surroundings: {
        now,
        report: (status) => this.#publish(store, status),
        wakeAt: (instant) => wakeAt(ALARMS.sync, instant),
        stopWaking: () => stopWaking(ALARMS.sync),
      },
    });
  }

  async #publish(store: LibraryStore, sync: SyncStatus): Promise<void> {
    const { player, summary, titleCount, recentTitles, lastSyncedAt } = await store.glance();
    await publishStatus({
      snapshot: { player, summary, titleCount, recentTitles, lastSyncedAt, sync },
    });
  }

  /** What keeps a sync from even being stored, such as a database that does not open. */
  async #publishFault(thrown: unknown): Promise<void> {
    this.#open = null;
    const { snapshot } = await readStatus();
    const resumesAt = this.#parts.now() + HOUR;
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
    await wakeAt(ALARMS.sync, resumesAt);
  }

  #store(accountId: string): Promise<LibraryStore> {
    if (this.#open?.accountId !== accountId) {
      this.#open = { accountId, store: open(accountId, this.#parts.now) };
    }
    return this.#open.store;
  }
}

async function open(accountId: string, now: () => number): Promise<LibraryStore> {
  return new DexieLibraryStore(await openLibraryDatabase(accountId), now);
}
