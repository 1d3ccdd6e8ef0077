import { comparedUntil } from '@/utils/database/comparing-lock';
import { LibraryDatabase } from '@/utils/database/database';
import { openForSync, storedSync, withLibrary } from '@/utils/database/library-access';
import {
  withRefusedAccess,
  withTakenAccess,
  type Connection,
} from '@/utils/domain/connection/connection';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import type { Failure } from '@/utils/domain/failure';
import type { SyncTime } from '@/utils/domain/sync/daily-sync';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import type { SyncRun } from '@/utils/domain/sync/sync-run';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { LibraryRequests } from '@/utils/sync/library-requests';
import type { Exclusively, PsnProfile } from '@/utils/connection/ports';
import type {
  OpenLibrary,
  PlayerWrites,
  PsnLibrary,
  SyncNews,
  SyncPorts,
} from '@/utils/sync/ports';
import { SyncLoop } from '@/utils/sync/sync-loop';
import type { Budget } from '@/utils/psn/budget';
import { newLocks } from './fake-worker-storage';
import { asPorts, MortalWorker } from './mortal-worker';
import { SceneLibrary } from './scene-library';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let accounts = 0;

/** A worker as the browser starts it: what the player asks of it, and its loop. */
export interface SceneWorker {
  loop: SyncLoop;
  requests: LibraryRequests;
  exclusively: Exclusively;
}

/** A library at Sony, a real database, and workers that sync one into the other. */
export class SyncScene extends SceneLibrary {
  /** Who is asked in its place, where Sony is to be closer to the real one. */
  sony:
    | ((signal: AbortSignal, accountId: string, life: MortalWorker) => PsnLibrary & PsnProfile)
    | null = null;
  readonly accountId: string;
  readonly database: LibraryDatabase;
  connected: string | null;
  snapshot: Snapshot = EMPTY_SNAPSHOT;
  reports: SyncStatus[] = [];
  news: SyncNews[] = [];
  alarm: number | null = null;
  /** Every alarm that was ever set. */
  readonly alarms: number[] = [];
  /** How often a worker has made sure of the connection. */
  preparations = 0;
  canReconnect = false;
  isOnline = true;
  hasAccess = true;
  connectionWorks = (): boolean => true;
  /** What becomes of the connection's record when Sony refuses its access, or takes it. */
  noteAccess: (change: (connection: Connection) => Connection) => Promise<void> = () =>
    Promise.resolve();
  everyGame = false;
  syncTime: SyncTime | null = null;
  /** Who counts requests in its place, where they are counted as they go out. */
  counted: Pick<Budget, 'left' | 'made'> | null = null;
  /** Requests that may be made until `now` goes on by a window. */
  budget = 300;
  /** Requests in each window. */
  aWindow = 300;
  /** Stands before each method of what is stored: it may fail, or wait. */
  beforeStore: (method: string) => void = () => undefined;
  /** What is done where it was stored, and nobody is told yet. */
  afterStore: (method: string) => void = () => undefined;
  /** Stands before the connection is made sure of. */
  beforePrepare: () => Promise<void> = () => Promise.resolve();

  /** @param accountId of a library that is there already */
  constructor(accountId = `scene-${String(++accounts)}`) {
    super();
    this.accountId = accountId;
    this.connected = accountId;
    this.database = new LibraryDatabase(accountId);
  }

  /** A worker that lives as long as this one says. */
  worker(life = new MortalWorker(Infinity), exclusively = newLocks()): SceneWorker {
    const loop = new SyncLoop({ ...this.#ports(life), exclusively });
    const requests = new LibraryRequests({
      connectedAccount: () => Promise.resolve(this.connected),
      shownAccount: () => Promise.resolve(this.accountId),
      withLibrary: (accountId, work) =>
        withLibrary(accountId, { now: () => this.now, device: 'this' }, (writes) =>
          work(this.#guarded<PlayerWrites>(life.mortal(writes))),
        ),
      publishGlance: (_, glance) => {
        this.snapshot = { ...this.snapshot, ...glance };
        return Promise.resolve();
      },
      settings: () => this.#settings(),
      loop,
    });
    return { loop, requests, exclusively };
  }

  /** The player wants all of it anew. Waits until nothing is left to do now. */
  async syncByHand({ loop, requests } = this.worker()): Promise<void> {
    await requests.sync();
    await loop.wake();
  }

  /** The same, and the player stops it when it asks Sony for this. What was asked of Sony until then is forgotten. */
  async syncAndStopAt(request: string, worker = this.worker(), onStored?: () => void) {
    const stopped = new Promise<void>((resolve, reject) => {
      this.psn.failsOn = (asked) => {
        if (asked === request) worker.requests.stop().then(resolve, reject);
        return null;
      };
    });
    await this.syncByHand(worker);
    await stopped.then(onStored);
    await worker.loop.wake();
    this.psn.failsOn = () => null;
    this.psn.asked.length = 0;
    this.alarms.length = 0;
  }

  /** A minute later, the daily sync is due. */
  async syncDaily({ loop } = this.worker()): Promise<void> {
    this.now += MINUTE;
    const at = this.now % DAY;
    this.syncTime = { hour: Math.floor(at / HOUR), offset: at % HOUR };
    await loop.wake();
    this.syncTime = null;
  }

  /** Whatever wakes a worker. */
  async wake({ loop } = this.worker()): Promise<void> {
    await loop.wake();
  }

  /** The alarm comes. */
  async wakeByAlarm(): Promise<void> {
    this.now = this.alarm ?? this.now;
    this.alarm = null;
    await this.wake();
  }

  /** What pages see now. */
  get status(): SyncStatus {
    return this.snapshot.sync;
  }

  #ports(life: MortalWorker): Omit<SyncPorts, 'exclusively'> {
    const effects = life.mortal({
      openForSync: async (accountId: string, signal: AbortSignal): Promise<OpenLibrary> => {
        const library = await openForSync(
          accountId,
          { now: () => this.now, outliving: { snapshot: this.snapshot, copies: NO_COPIES } },
          signal,
        );
        return {
          sync: this.#guarded(life.mortal(library.sync)),
          lists: this.#guarded(life.mortal(library.lists)),
          trophies: this.#guarded(life.mortal(library.trophies)),
          close: () => library.close(),
        };
      },
      prepare: async () => {
        this.preparations++;
        await this.beforePrepare();
      },
      noteRefusedAccess: (accountId: string, failure: Failure) =>
        this.noteAccess((connection) => withRefusedAccess(connection, accountId, failure)),
      noteTakenAccess: (accountId: string) =>
        this.noteAccess((connection) => withTakenAccess(connection, accountId)),
      reconnect: () => Promise.resolve(this.canReconnect),
      publish: (snapshot: Snapshot) => {
        this.snapshot = snapshot;
        this.reports.push(snapshot.sync);
        return Promise.resolve();
      },
      announce: (news: SyncNews) => this.announce(news),
      wakeAt: (instant: number) => {
        this.alarm = instant;
        this.alarms.push(instant);
        return Promise.resolve();
      },
      stopWaking: () => {
        this.alarm = null;
        return Promise.resolve();
      },
    });
    return {
      ...asPorts(effects),
      accountToSync: () => Promise.resolve(this.connected),
      atRest: async (accountId) => {
        const until = await comparedUntil(accountId);
        return until === null ? null : { ...(await storedSync(accountId)), until };
      },
      psn: (accountId, signal) => life.mortal(this.sony?.(signal, accountId, life) ?? this.psn),
      player: (accountId, signal) =>
        (this.sony?.(signal, accountId, life) ?? this.psn).player(accountId),
      syncTime: () => Promise.resolve(this.syncTime),
      settings: () => this.#settings(),
      now: () => this.now,
      isOnline: () => this.isOnline,
      hasAccess: () => Promise.resolve(this.hasAccess),
      connectionWorks: () => Promise.resolve(this.connectionWorks()),
      requestsMade: () => this.counted?.made ?? this.psn.asked.length,
      budget: () => this.counted?.left() ?? Promise.resolve(this.#budgetLeft()),
      snapshot: () => Promise.resolve(this.snapshot),
    };
  }

  #guarded<Store extends object>(store: Store): Store {
    return new Proxy(store, {
      get: (target, name): unknown => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          this.beforeStore(String(name));
          const stored: unknown = await (Reflect.apply(value, target, args) as Promise<unknown>);
          this.afterStore(String(name));
          return stored;
        };
      },
    });
  }

  announce = (news: SyncNews): Promise<void> => {
    this.news.push(news);
    return Promise.resolve();
  };

  /** Everything that a player could see, without what only says when a worker was at it. */
  async contents() {
    const { titles, trophySets, playedGames, overview, syncCursor, syncRequests } = this.database;
    return {
      titles: await titles.toArray(),
      sets: await trophySets.toArray(),
      games: await playedGames.toArray(),
      // Each scene is another account's.
      overview: (await overview.toArray()).map((row) => ({ ...row, player: row.player?.onlineId })),
      cursors: await syncCursor.count(),
      requests: await syncRequests.toArray(),
    };
  }

  title(n: number): Promise<LibraryTitle | undefined> {
    return this.database.titles.get(this.id(n));
  }

  async lastRun(): Promise<SyncRun | undefined> {
    return this.database.syncRuns.orderBy('startedAt').last();
  }

  #settings() {
    return Promise.resolve({ everyGame: this.everyGame, picksNewGames: true });
  }

  #budgetLeft() {
    const requests = Math.max(0, this.budget - this.psn.asked.length);
    const freesAt = () => this.now + 900_000;
    return { requests, aWindow: this.aWindow, halvedUntil: null, freesAt };
  }
}

/** So many games of the last days, the first of them played last. */
export function aRecentLibrary(scene: SyncScene, count: number): void {
  for (let n = count; n >= 1; n--) scene.addTitle({ n, daysAgo: n });
}
