import { LibraryDatabase } from '@/utils/database/database';
import { DexieLibraryDesk } from '@/utils/database/library-desk';
import { DexieLibraryStore } from '@/utils/database/library-store';
import { DexieTrophyStore } from '@/utils/database/trophy-store';
import { Writes } from '@/utils/database/writes';
import type { SyncStatus } from '@/utils/domain/snapshot';
import type { SyncRun } from '@/utils/domain/sync-run';
import type { LibraryTitle } from '@/utils/domain/title';
import { LibrarySync } from '@/utils/sync/library-sync';
import type { SyncNews, SyncSurroundings } from '@/utils/sync/ports';
import type { OpenLibrary } from '@/utils/sync/shelf';
import { FakeLibrary } from './fake-library';
import { MortalWorker } from './mortal-worker';
import { aPlayedGame, aTitle } from './titles';

const DAY = 86_400_000;
let accounts = 0;

/** A library at Sony, a real database, and workers that sync one into the other. */
export class SyncScene {
  psn = new FakeLibrary();
  readonly database = new LibraryDatabase(`scene-${String(++accounts)}`);
  readonly writing = new AbortController();
  readonly #writes = new Writes(this.database, () => this.now, this.writing.signal);
  readonly desk = new DexieLibraryDesk(this.#writes);
  now = 1_000 * DAY;
  reports: SyncStatus[] = [];
  news: SyncNews[] = [];
  alarm: number | null = null;
  isMendable = false;
  isOnline = true;
  everyGame = false;
  /** Requests that may be made until `now` goes on by a window. */
  budget = 300;

  constructor() {
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

  worker(worker = new MortalWorker(Infinity)): LibrarySync {
    const { store, trophies } = this.library();
    return new LibrarySync({
      psn: worker.mortal(this.psn),
      store: worker.mortal(store),
      trophies: worker.mortal(trophies),
      surroundings: worker.mortal({
        ...this.surroundings(),
        report: (status: SyncStatus) => {
          this.reports.push(status);
          return Promise.resolve();
        },
      }),
    });
  }

  /** The library as it is opened for a sync. */
  library(): OpenLibrary {
    return {
      store: new DexieLibraryStore(this.#writes),
      trophies: new DexieTrophyStore(this.#writes),
      desk: this.desk,
    };
  }

  /** What a sync needs besides, but for somebody to report to. */
  surroundings(): Omit<SyncSurroundings, 'report'> {
    return {
      now: () => this.now,
      isOnline: () => this.isOnline,
      requestsMade: () => this.psn.asked.length,
      budget: () => Promise.resolve(this.#budgetLeft()),
      settings: () => Promise.resolve({ everyGame: this.everyGame, picksNewGames: true }),
      prepare: () => Promise.resolve(),
      mend: () => Promise.resolve(this.isMendable),
      announce: (news) => this.announce(news),
      wakeAt: (instant) => {
        this.alarm = instant;
        return Promise.resolve();
      },
      stopWaking: () => {
        this.alarm = null;
        return Promise.resolve();
      },
    };
  }

  announce = (news: SyncNews): Promise<void> => {
    this.news.push(news);
    return Promise.resolve();
  };

  /** Everything that a player could see, without what only says when a worker was at it. */
  async contents() {
    const { titles, trophySets, playedGames, overview, cursor } = this.database;
    return {
      titles: await titles.toArray(),
      sets: await trophySets.toArray(),
      games: await playedGames.toArray(),
      overview: await overview.toArray(),
      cursors: await cursor.count(),
    };
  }

  title(n: number): Promise<LibraryTitle | undefined> {
    return this.database.titles.get(this.id(n));
  }

  async lastRun(): Promise<SyncRun | undefined> {
    return this.database.runs.orderBy('startedAt').last();
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

function definition(trophyId: number) {
  return {
    trophyId,
    groupId: 'default',
    grade: 'bronze' as const,
    hidden: false,
    name: `Trophy ${String(trophyId)}`,
    detail: '',
    iconUrl: null,
    rewardName: null,
    target: null,
  };
}

function state(trophyId: number, earnedAt: number | null) {
  return {
    trophyId,
    earned: earnedAt !== null,
    earnedAt,
    progress: null,
    progressedAt: null,
    rate: 46,
  };
}
