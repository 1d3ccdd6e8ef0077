import { isDailySyncDue, type SyncTime } from '../domain/daily-sync';
import { failureOf, type Failure } from '../domain/failure';
import type { Player } from '../domain/player';
import {
  EMPTY_SNAPSHOT,
  type Snapshot,
  type SyncProgress,
  type SyncStatus,
} from '../domain/snapshot';
import type { SyncTrigger } from '../domain/sync-run';
import type { Choice } from '../domain/title';
import type { TrophyMark } from '../domain/trophy-mark';
import { LibrarySync } from './library-sync';
import type { LibraryDesk, LibraryStore, PsnLibrary, SyncSurroundings, TrophyStore } from './ports';

const HOUR = 60 * 60_000;
/** Before the first answer. */
const START: SyncProgress = {
  phase: 'titles',
  done: 0,
  total: null,
  requestsLeft: null,
  endsAt: null,
};

/** One account's library, opened. */
export interface OpenLibrary {
  store: LibraryStore;
  trophies: TrophyStore;
  desk: LibraryDesk;
}

/** What the shelf needs of the rest. */
export interface ShelfPorts {
  psn: PsnLibrary;
  /** Opens an account's library. The signal ends all writing to it. */
  open(accountId: string, signal: AbortSignal): Promise<OpenLibrary>;
  /** The account that is connected; null where none is. */
  connectedAccount(): Promise<string | null>;
  /** The account whose library is kept, connected or not; null where there is none. */
  shownAccount(): Promise<string | null>;
  /** The time of the daily sync; null where the player syncs by hand only. */
  syncTime(): Promise<SyncTime | null>;
  /** Runs the work unless it is under way already, in whatever context. */
  unlessRunning(work: () => Promise<void>): Promise<void>;
  snapshot(): Promise<Snapshot>;
  publish(snapshot: Snapshot): Promise<void>;
  surroundings: Omit<SyncSurroundings, 'report'>;
}

/** The connected account's library: its database, its sync, and the snapshot of both for the pages. */
export class Shelf {
  readonly #ports: ShelfPorts;
  #open: { accountId: string; library: Promise<OpenLibrary> } | null = null;
  #writing = new AbortController();
  #running: LibrarySync | null = null;
  /** Something was asked for that the running sync may have come too far to see to. */
  #isAskedAgain = false;

  constructor(ports: ShelfPorts) {
    this.#ports = ports;
  }

  async keepPlayer(player: Player): Promise<void> {
    const { desk } = await this.#library(player.accountId);
    await desk.keepPlayer(player);
    // Pages that see a running sync keep the worker awake.
    await this.#publish(desk, { state: 'running', ...START });
  }

  /** Ends a running sync at its next write: nothing that it still gets is stored or shown. */
  async close(): Promise<void> {
    this.#writing.abort();
    this.#writing = new AbortController();
    this.#open = null;
    await this.#ports.publish({ ...(await this.#ports.snapshot()), sync: { state: 'idle' } });
    await this.#ports.surroundings.stopWaking();
  }

  /** Starts a sync, or goes on with a stopped one at once. Does nothing while one runs. */
  startSync(): Promise<void> {
    return this.#sync((sync) => sync.start('by-hand'));
  }

  /** Goes on with a sync that was interrupted, or starts the one that is due: the first, or the daily one. */
  resumeSync(): Promise<void> {
    return this.#sync(async (sync, library) => {
      const trigger = await this.#dueTrigger(library);
      await (trigger === null ? sync.resume() : sync.start(trigger));
    });
  }

  /** Stops the sync under way until the player takes it up again. */
  async stopSync(): Promise<void> {
    if (this.#running !== null) this.#running.stop();
    else await this.#sync((sync) => sync.hold());
  }

  /** Picks games or leaves them, and fetches the trophies of those that are picked now. */
  async chooseGames(choices: ReadonlyMap<string, Choice>): Promise<void> {
    await this.#change((desk) => desk.choose(choices));
    this.#fetch((sync) => sync.fetchPicks());
  }

  /** The trophies of a game whose page was opened come first. */
  async openGame(npCommunicationId: string): Promise<void> {
    await this.#change((desk) => desk.keepOpened(npCommunicationId));
    this.#fetch((sync) => sync.fetchOpened());
  }

  /** The player wants the trophies of games that were not picked too, or does not want them any more. */
  followEveryGame(): void {
    this.#fetch((sync) => sync.fetchPicks());
  }

  markTrophy(mark: TrophyMark): Promise<void> {
    return this.#change((desk) => desk.keepMark(mark));
  }

  /** What is still to be fetched follows from something that has changed. Not waited for: a page asks and may close. */
  #fetch(work: (sync: LibrarySync) => Promise<void>): void {
    if (this.#running === null) {
      void this.#sync(work);
    } else {
      this.#running.replan();
      this.#isAskedAgain = true;
    }
  }

  async #change(work: (desk: LibraryDesk) => Promise<void>): Promise<void> {
    const accountId = await this.#ports.shownAccount();
    if (accountId !== null) await work((await this.#library(accountId)).desk);
  }

  async #dueTrigger({ store, desk }: OpenLibrary): Promise<SyncTrigger | null> {
    const [time, cursor, { lastSyncedAt }] = await Promise.all([
      this.#ports.syncTime(),
      store.cursor(),
      desk.glance(),
    ]);
    if (cursor === null && lastSyncedAt === null) return 'by-hand';
    const since = Math.max(lastSyncedAt ?? 0, cursor?.startedAt ?? 0);
    const isDue = time !== null && isDailySyncDue(since, this.#ports.surroundings.now(), time);
    return isDue ? 'daily' : null;
  }

  async #sync(work: (sync: LibrarySync, library: OpenLibrary) => Promise<void>): Promise<void> {
    // Taken before anything is read: whoever stops syncs from here on stops this one too.
    const { signal } = this.#writing;
    const accountId = await this.#ports.connectedAccount();
    if (accountId === null) return;
    await this.#ports.unlessRunning(async () => {
      try {
        signal.throwIfAborted();
        const library = await this.#library(accountId);
        this.#running = this.#librarySync(library, signal);
        await work(this.#running, library);
      } catch (thrown) {
        if (!signal.aborted) await this.#publishFault(failureOf(thrown));
      } finally {
        this.#running = null;
      }
    });
    if (!this.#isAskedAgain) return;
    this.#isAskedAgain = false;
    await this.#sync((sync) => sync.fetchOpened());
  }

  #librarySync({ store, trophies, desk }: OpenLibrary, signal: AbortSignal): LibrarySync {
    const { psn, surroundings } = this.#ports;
    return new LibrarySync({
      psn,
      store,
      trophies,
      surroundings: {
        ...surroundings,
        report: async (status) => {
          signal.throwIfAborted();
          await this.#publish(desk, status);
        },
        wakeAt: async (instant) => {
          signal.throwIfAborted();
          await surroundings.wakeAt(instant);
        },
      },
    });
  }

  async #publish(desk: LibraryDesk, sync: SyncStatus): Promise<void> {
    await this.#ports.publish({ ...EMPTY_SNAPSHOT, ...(await desk.glance()), sync });
  }

  /** What keeps a sync from even being stored, such as a database that does not open. */
  async #publishFault(failure: Failure): Promise<void> {
    this.#open = null;
    const { surroundings } = this.#ports;
    const resumesAt = surroundings.now() + HOUR;
    const sync: SyncStatus = { state: 'paused', ...START, failure, resumesAt };
    await this.#ports.publish({ ...(await this.#ports.snapshot()), sync });
    await surroundings.wakeAt(resumesAt);
  }

  #library(accountId: string): Promise<OpenLibrary> {
    if (this.#open?.accountId !== accountId) {
      const library = this.#ports.open(accountId, this.#writing.signal);
      this.#open = { accountId, library };
      // One that did not open is tried anew the next time.
      library.catch(() => {
        if (this.#open?.library === library) this.#open = null;
      });
    }
    return this.#open.library;
  }
}
