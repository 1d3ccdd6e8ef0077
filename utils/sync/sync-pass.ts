import { failureOf, isEnded, type Failure } from '../domain/failure';
import type { SyncStatus } from '../domain/sync/sync-status';
import type { SyncTrigger } from '../domain/sync/sync-run';
import {
  nextSyncAction,
  type StoredRequest,
  type SyncAction,
} from '../domain/sync/next-sync-action';
import { beginning, goingOn, statusOf, type Cursor, type Remaining } from './cursor';
import { FetchGame } from './fetch-game';
import { LibrarySync } from './library-sync';
import type { OpenLibrary, SeenTo, StoredSync, SyncPorts } from './ports';
import { resumeInstant } from './resume-instant';

/** How long a running sync may be silent before a wake-up looks after it. */
const HEARTBEAT = 60_000;

/**
 * What is done between two rests, under the lock and for one account: an action at a time, each decided by what is
 * stored then.
 */
export class SyncPass {
  readonly #ports: SyncPorts;
  readonly #accountId: string;
  readonly #library: OpenLibrary;
  readonly #signal: AbortSignal;
  #sync: LibrarySync;
  #heartbeatAt = 0;
  #isPrepared = false;
  #hasPlayer = false;
  #wasReconnected = false;
  /** Requests of this worker that are counted in the cursor. */
  #made: number;

  constructor(ports: SyncPorts, accountId: string, library: OpenLibrary, signal: AbortSignal) {
    this.#ports = ports;
    this.#accountId = accountId;
    this.#library = library;
    this.#signal = signal;
    this.#sync = this.#newSync();
    this.#made = ports.requestsMade();
  }

  /** Does what is to be done now. Ends where nothing is left, something has to wait, or the account is another. */
  async carryOut(): Promise<void> {
    while ((await this.#ports.connectedAccount()) === this.#accountId) {
      this.#signal.throwIfAborted();
      const stored = await this.#library.sync.read();
      this.#hasPlayer = stored.hasPlayer;
      const action = nextSyncAction({
        ...stored,
        syncTime: await this.#ports.syncTime(),
        now: this.#ports.now(),
        isOnline: this.#ports.isOnline(),
      });
      if (!(await this.#isToGoOnAfter(action, stored))) return;
    }
  }

  /** Does it, and answers whether there may be more. */
  async #isToGoOnAfter(action: SyncAction, stored: StoredSync): Promise<boolean> {
    const { sync } = this.#library;
    const { cursor } = stored;
    switch (action.kind) {
      case 'begin':
        return this.#begin(beginning(this.#ports.now(), action.trigger, 'titles'), stored);
      case 'begin-planned':
        return this.#beginPlanned(action.trigger, stored);
      case 'queue-games':
        await sync.queueGames(requestsFor(stored, 'game'));
        return true;
      case 'stop':
        return this.#stop(stored);
      case 'rest':
        await this.#stopWaking();
        await this.#report(cursor === null ? { state: 'idle' } : await this.#stoppedStatus(cursor));
        return false;
      case 'wait':
        await this.#wakeAt(action.until);
        return false;
      case 'resume':
        return cursor !== null && this.#resume(cursor, stored);
      case 'release':
        return cursor !== null && this.#release(cursor);
      case 'fetch-game':
        return cursor !== null && this.#fetchGame(action.request, cursor, stored);
      case 'go-on':
        return cursor !== null && this.#goOn(cursor);
    }
  }

  async #begin(cursor: Cursor, seenTo: SeenTo): Promise<boolean> {
    // Stored before the first request: a worker that dies in it is followed by one that knows.
    await this.#library.sync.begin(cursor, seenTo);
    this.#sync = this.#newSync();
    return true;
  }

  /** Where nothing is to be fetched no sync is begun, and so none is reported. */
  async #beginPlanned(trigger: SyncTrigger | null, seenTo: SeenTo): Promise<boolean> {
    const sync = this.#newSync();
    const { requestsLeft } = await sync.remaining();
    if (requestsLeft === 0) {
      await this.#library.sync.drop(seenTo);
      return true;
    }
    await this.#library.sync.begin(beginning(this.#ports.now(), trigger, 'planned'), seenTo);
    this.#sync = sync;
    return true;
  }

  async #resume(cursor: Cursor, seenTo: SeenTo): Promise<boolean> {
    const isRunning = cursor.pause === null && !cursor.byPlayer;
    await this.#library.sync.resume(goingOn(cursor), seenTo);
    // What a running sync could not get it has not got for the player's next click either.
    if (isRunning) this.#sync.replan();
    else this.#sync = this.#newSync();
    return true;
  }

  async #release(cursor: Cursor): Promise<boolean> {
    const waiting = { ...cursor, byPlayer: false };
    await this.#library.sync.storeCursor(waiting);
    await this.#report(statusOf(waiting, null));
    return true;
  }

  async #stop({ cursor, requests }: StoredSync): Promise<boolean> {
    const stopped = cursor && { ...this.#counted(cursor), byPlayer: true };
    await this.#library.sync.stop(stopped, requestsFor({ requests }, 'stop'));
    await this.#library.sync.joinPlayedGames();
    if (stopped === null || requests.some(({ kind }) => kind !== 'stop')) return true;
    await this.#stopWaking();
    await this.#report(statusOf(stopped, await this.#remainingOf(stopped)));
    return false;
  }

  async #goOn(cursor: Cursor): Promise<boolean> {
    try {
      await this.#prepare(statusOf(cursor, this.#sync.lastRemaining));
      const step = await this.#sync.ask(cursor);
      if (step === null) {
        await this.#finish(cursor);
        return true;
      }
      const next = this.#counted(step.next);
      await step.store(next);
      await this.#report(statusOf(next, step.remaining));
      return true;
    } catch (thrown) {
      return this.#isReconnectedAfter(thrown, () => this.#pause(cursor, failureOf(thrown)));
    }
  }

  async #fetchGame(request: StoredRequest, cursor: Cursor, stored: StoredSync): Promise<boolean> {
    const fetching = new FetchGame({
      ...this.#sources(),
      isOnline: () => this.#ports.isOnline(),
      counted: (known) => this.#counted(known),
      isToGoOn: async () => (await this.#ports.connectedAccount()) === this.#accountId,
    });
    try {
      await this.#prepare({ state: 'running', ...FetchGame.PROGRESS });
      const isDone = await fetching.carryOut(request, cursor);
      if (isDone) await this.#library.sync.drop({ requests: [request], opened: [] });
      return true;
    } catch (thrown) {
      return this.#isReconnectedAfter(thrown, async () => {
        const failure = failureOf(thrown);
        const resumesAt = resumeInstant(growing(failure), request.tries, this.#ports.now());
        await this.#library.sync.postpone(request, { failure, resumesAt });
        const others = requestsFor(stored, 'game').filter((each) => each !== request);
        const pauses = others.flatMap(({ pause }) => pause?.resumesAt ?? []);
        await this.#wakeAt(Math.min(resumesAt, ...pauses));
        await this.#report(statusOf(cursor, null));
      });
    }
  }

  /** A connection that has ended may be got back, once. Otherwise it has to wait. */
  async #isReconnectedAfter(thrown: unknown, wait: () => Promise<void>): Promise<boolean> {
    this.#signal.throwIfAborted();
    // The connection has become another one meanwhile: that is no fault of the sync's.
    if ((await this.#ports.connectedAccount()) !== this.#accountId) return false;
    if (isEnded(failureOf(thrown)) && !this.#wasReconnected) {
      this.#wasReconnected = true;
      this.#isPrepared = false;
      if (await this.#ports.reconnect()) return true;
    }
    await wait();
    return false;
  }

  async #prepare(status: SyncStatus): Promise<void> {
    if (this.#heartbeatAt - this.#ports.now() < HEARTBEAT / 2) {
      this.#heartbeatAt = this.#ports.now() + HEARTBEAT;
      await this.#wakeAt(this.#heartbeatAt);
    }
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    await this.#ports.prepare();
    if (!this.#hasPlayer) await this.#storePlayer();
    await this.#report(status);
  }

  async #finish(cursor: Cursor): Promise<void> {
    const { sync } = this.#library;
    const done = this.#counted({ ...cursor, gaps: [...cursor.gaps, ...this.#sync.gaps()] });
    await sync.joinPlayedGames();
    // Before the last word is stored: told twice is better than never told.
    const news = await sync.news(done);
    this.#signal.throwIfAborted();
    await this.#ports.announce(news);
    await sync.finish(done);
    await sync.prune();
  }

  async #pause(cursor: Cursor, failure: Failure): Promise<void> {
    const { sync } = this.#library;
    const resumesAt = resumeInstant(failure, cursor.stops, this.#ports.now());
    const pause = { failure, resumesAt };
    const paused = this.#counted({ ...cursor, stops: cursor.stops + 1, pause });
    await sync.storeCursor(paused);
    await sync.joinPlayedGames();
    await this.#wakeAt(resumesAt);
    await this.#report(statusOf(paused, await this.#remainingOf(paused)));
  }

  /** What is left of it was told when it was stopped, and is not planned anew at every wake-up. */
  async #stoppedStatus(cursor: Cursor): Promise<SyncStatus> {
    const told = (await this.#ports.snapshot()).sync;
    const isTold = told.state === 'stopped' && told.done === cursor.done;
    return isTold ? told : statusOf(cursor, await this.#remainingOf(cursor));
  }

  async #remainingOf({ phase }: Cursor): Promise<Remaining | null> {
    return phase === 'planned' ? this.#sync.remaining() : null;
  }

  /** The library was made just now. Without the player it is a library all the same. */
  async #storePlayer(): Promise<void> {
    const player = await this.#ports.player(this.#accountId, this.#signal).catch(() => null);
    if (player !== null) await this.#library.sync.storePlayer(player);
  }

  async #report(sync: SyncStatus): Promise<void> {
    const excerpt = await this.#library.sync.excerpt();
    this.#signal.throwIfAborted();
    await this.#ports.publish({ ...excerpt, sync });
  }

  async #wakeAt(instant: number): Promise<void> {
    this.#signal.throwIfAborted();
    await this.#ports.wakeAt(instant);
  }

  async #stopWaking(): Promise<void> {
    this.#signal.throwIfAborted();
    await this.#ports.stopWaking();
  }

  /** The cursor with the requests that were made since the last one. */
  #counted(cursor: Cursor): Cursor {
    const made = this.#ports.requestsMade();
    const requests = cursor.requests + made - this.#made;
    this.#made = made;
    return { ...cursor, requests };
  }

  #newSync(): LibrarySync {
    return new LibrarySync(this.#sources());
  }

  #sources() {
    const { lists, trophies, sync } = this.#library;
    return {
      psn: this.#ports.psn(this.#accountId, this.#signal),
      ports: this.#ports,
      lists,
      trophies,
      storeCursor: (cursor: Cursor) => sync.storeCursor(cursor),
    };
  }
}

/** Nothing else goes on meanwhile: a device that stays offline is not woken for one game every minute. */
function growing(failure: Failure): Failure {
  return failure.cause === 'offline' ? { cause: 'no-answer' } : failure;
}

function requestsFor(
  { requests }: Pick<StoredSync, 'requests'>,
  asked: StoredRequest['kind'],
): StoredRequest[] {
  return requests.filter(({ kind }) => kind === asked);
}
