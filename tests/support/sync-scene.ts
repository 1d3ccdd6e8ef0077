import { LibraryDatabase } from '@/utils/database/database';
import { openForSync, withLibrary } from '@/utils/database/library-access';
import type { SyncTime } from '@/utils/domain/sync/daily-sync';
import type { Player } from '@/utils/domain/connection/player';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import type { SyncRun } from '@/utils/domain/sync/sync-run';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { LibraryRequests } from '@/utils/sync/library-requests';
import type { OpenLibrary, PlayerWrites, SyncNews, SyncPorts } from '@/utils/sync/ports';
import { SyncLoop } from '@/utils/sync/sync-loop';
import { FakeLibrary } from './fake-library';
import { newLocks } from './fake-worker-storage';
import { asPorts, MortalWorker } from './mortal-worker';
import { definition, state } from './scene-trophies';
import { aPlayedGame, aTitle } from './titles';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let accounts = 0;

/** A worker as the browser starts it: what the player asks of it, and its loop. */
export interface SceneWorker {
  loop: SyncLoop;
  requests: LibraryRequests;
}

/** A library at Sony, a real database, and workers that sync one into the other. */
export class SyncScene {
  psn = new FakeLibrary();
  readonly accountId: string;
  readonly database: LibraryDatabase;
  now = 1_000 * DAY;
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
  everyGame = false;
  syncTime: SyncTime | null = null;
  player: Player | null = null;
  /** Requests that may be made until `now` goes on by a window. */
  budget = 300;
  /** Stands before each method of what is stored: it may fail, or wait. */
  beforeStore: (method: string) => void = () => undefined;
  /** Stands before the connection is made sure of. */
  beforePrepare: () => Promise<void> = () => Promise.resolve();

  /** @param accountId of a library that is there already */
  constructor(accountId = `scene-${String(++accounts)}`) {
    this.accountId = accountId;
    this.connected = accountId;
    this.database = new LibraryDatabase(accountId);
    this.psn.pageSize = 800;
    this.psn.playedPageSize = 200;
  }

  id(n: number): string {
    return `NPWR0000${String(n)}_00`;
  }

  /** A game with two trophies, the first of them earned, played so many days ago. */
  addTitle({ n, daysAgo, groupCount = 1 }: { n: number; daysAgo: number; groupCount?: number }) {
    const npCommunicationId = this.id(n);
    const playedAt = this.now - daysAgo * DAY - n;
    this.psn.titleRows.unshift(
      aTitle({
        npCommunicationId,
        groupCount,
        name: `Game ${String(n)}`,
        defined: { bronze: 2, silver: 0, gold: 0, platinum: 0 },
        earned: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
        progress: 50,
        lastUpdatedAt: playedAt,
      }),
    );
    this.psn.playedRows.unshift(
      aPlayedGame({ npTitleId: `PPSA0000${String(n)}_00`, lastPlayedAt: playedAt }),
    );
    this.psn.sets.set(`PPSA0000${String(n)}_00`, [npCommunicationId]);
    this.psn.definitionRows.set(npCommunicationId, [definition(0), definition(1)]);
    this.psn.stateRows.set(npCommunicationId, [state(0, playedAt), state(1, null)]);
  }

  /** A trophy is earned now: Sony's list says so, and puts the game first. */
  earn(n: number, trophyId: number): void {
    this.#changeTitle(n, (title) => ({
      ...title,
      earned: { ...title.earned, bronze: title.earned.bronze + 1 },
      progress: 100,
      lastUpdatedAt: this.now,
    }));
    const states = this.psn.stateRows.get(this.id(n)) ?? [];
    this.psn.stateRows.set(
      this.id(n),
      states.map((each) => (each.trophyId === trophyId ? state(trophyId, this.now) : each)),
    );
  }

  /** An add-on comes out: more trophies and another version, and the date stays. */
  addOn(n: number): void {
    this.#changeTitle(n, (title) => ({
      ...title,
      trophySetVersion: '01.01',
      defined: { ...title.defined, bronze: title.defined.bronze + 1 },
      progress: 33,
    }));
    const id = this.id(n);
    this.psn.definitionRows.set(id, [...(this.psn.definitionRows.get(id) ?? []), definition(2)]);
    this.psn.stateRows.set(id, [...(this.psn.stateRows.get(id) ?? []), state(2, null)]);
  }

  removeTitle(n: number): void {
    this.psn.titleRows = this.psn.titleRows.filter(
      ({ npCommunicationId }) => npCommunicationId !== this.id(n),
    );
  }

  /** A worker that lives as long as this one says. */
  worker(life = new MortalWorker(Infinity)): SceneWorker {
    const loop = new SyncLoop(this.#ports(life));
    const requests = new LibraryRequests({
      connectedAccount: () => Promise.resolve(this.connected),
      shownAccount: () => Promise.resolve(this.accountId),
      withLibrary: (accountId, work) =>
        withLibrary(accountId, { now: () => this.now, device: 'this' }, (writes) =>
          work(this.#guarded<PlayerWrites>(life.mortal(writes))),
        ),
      loop,
    });
    return { loop, requests };
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

  #ports(life: MortalWorker): SyncPorts {
    const effects = life.mortal({
      openForSync: async (accountId: string, signal: AbortSignal): Promise<OpenLibrary> => {
        const library = await openForSync(
          accountId,
          { now: () => this.now, snapshot: this.snapshot },
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
      exclusively: newLocks(),
      connectedAccount: () => Promise.resolve(this.connected),
      psn: () => life.mortal(this.psn),
      player: () =>
        this.player === null
          ? Promise.reject(new Error('no answer'))
          : Promise.resolve(this.player),
      syncTime: () => Promise.resolve(this.syncTime),
      settings: () => Promise.resolve({ everyGame: this.everyGame, picksNewGames: true }),
      now: () => this.now,
      isOnline: () => this.isOnline,
      requestsMade: () => this.psn.asked.length,
      budget: () => Promise.resolve(this.#budgetLeft()),
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
          return Reflect.apply(value, target, args) as Promise<unknown>;
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
      overview: await overview.toArray(),
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

  #budgetLeft() {
    const requests = Math.max(0, this.budget - this.psn.asked.length);
    const window = 900_000;
    return { requests, aWindow: 300, window, freesAt: () => this.now + window };
  }

  #changeTitle(n: number, change: (title: ReturnType<typeof aTitle>) => ReturnType<typeof aTitle>) {
    this.psn.titleRows = this.psn.titleRows
      .map((title) => (title.npCommunicationId === this.id(n) ? change(title) : title))
      .sort((one, other) => other.lastUpdatedAt - one.lastUpdatedAt);
  }
}

/** So many games of the last days, the first of them played last. */
export function aRecentLibrary(scene: SyncScene, count: number): void {
  for (let n = count; n >= 1; n--) scene.addTitle({ n, daysAgo: n });
}
